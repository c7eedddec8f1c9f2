import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { mergePackage, type JsonObject } from '../../src/write/package-merge.js';
import { file, generate, plan, rejectsWith, summarize } from './generation.js';
import { readTree, temporaryFolder, writeTree } from './tree.js';

interface Case {
  readonly name: string;
  readonly base: JsonObject;
  readonly generated: JsonObject;
  readonly kept: JsonObject;
  readonly merged: JsonObject;
  readonly conflicts?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'takes what only the generator changed',
    base: { dependencies: { ajv: '1' }, old: 1 },
    generated: { dependencies: { ajv: '2', hono: '1' } },
    kept: { dependencies: { ajv: '1' }, old: 1 },
    merged: { dependencies: { ajv: '2', hono: '1' } },
  },
  {
    name: 'keeps what only the user changed, added or removed',
    base: { type: 'module', scripts: { build: 'b', test: 't' }, files: ['dist'] },
    generated: { type: 'module', scripts: { build: 'b', test: 't' }, files: ['dist'] },
    kept: { scripts: { build: 'mine', lint: 'l' }, files: ['dist', 'src'], author: 'me' },
    merged: { scripts: { build: 'mine', lint: 'l' }, files: ['dist', 'src'], author: 'me' },
  },
  {
    name: 'lets the user win where both changed, and says so',
    base: { dependencies: { ajv: '1', hono: '1' }, scripts: 1 },
    generated: { dependencies: { ajv: '2', hono: '2' }, scripts: { a: 'b' } },
    kept: { dependencies: { ajv: '3' }, scripts: 2 },
    merged: { dependencies: { ajv: '3' }, scripts: 2 },
    conflicts: ['dependencies.ajv', 'dependencies.hono', 'scripts'],
  },
  {
    name: 'is silent about the name and the like',
    base: {},
    generated: { name: 'a', version: '1', type: 'module' },
    kept: { name: 'b', version: '2' },
    merged: { name: 'b', version: '2', type: 'module' },
  },
  {
    name: 'keeps a key called __proto__ a key',
    base: {},
    generated: { a: 1 },
    kept: JSON.parse('{ "__proto__": { "polluted": true } }') as JsonObject,
    merged: JSON.parse('{ "__proto__": { "polluted": true }, "a": 1 }') as JsonObject,
  },
];

await suite('merging package.json', () => {
  for (const { name, base, generated, kept, merged, conflicts } of cases) {
    test(name, () => {
      const result = mergePackage(base, generated, kept);
      assert.deepEqual(result.merged, merged);
      assert.deepEqual(
        result.conflicts.map(({ key }) => key),
        conflicts ?? [],
      );
    });
  }

  test('keeps the order of keys, adds new ones at the end and dependencies sorted', () => {
    const kept = { zebra: 1, dependencies: { '@b/b': '1', zod: '1' }, apple: 1 };
    const generated = { apple: 1, dependencies: { '@b/b': '1', ajv: '1', zod: '1' }, mango: 1 };
    const { merged } = mergePackage({}, generated, kept);
    assert.deepEqual(Object.keys(merged), ['zebra', 'dependencies', 'apple', 'mango']);
    assert.deepEqual(Object.keys(merged['dependencies'] ?? {}), ['@b/b', 'ajv', 'zod']);
  });
});

const packageJson = (dependencies: Readonly<Record<string, string>>, more: object = {}): string =>
  `${JSON.stringify({ name: 'x-mcp', dependencies, ...more }, null, 2)}\n`;
const project = (ajv: string) => [
  file('package.json', packageJson({ ajv }), 'package'),
  file('package-lock.json', `{ "ajv": "${ajv}" }\n`, 'lock'),
];

await suite('package.json and its lock in a project', { concurrency: true }, () => {
  test('are updated together', async () => {
    const folder = await temporaryFolder();
    await generate(folder, project('1'));
    await generate(folder, project('2'));
    const tree = await readTree(folder);
    assert.equal(tree['package.json'], packageJson({ ajv: '2' }));
    assert.equal(tree['package-lock.json'], '{ "ajv": "2" }\n');
  });

  test('keep the indentation, the line ends and the missing last newline of the user', async () => {
    const folder = await temporaryFolder();
    await generate(folder, project('1'));
    const own = '{\r\n    "name": "x-mcp", "own":   1,\r\n    "dependencies": { "ajv": "1" }\r\n}';
    await writeTree(folder, { 'package.json': own });
    assert.deepEqual(summarize(await plan(folder, project('1'))), []);
    await generate(folder, project('2'));
    assert.equal(
      (await readTree(folder))['package.json'],
      '{\r\n    "name": "x-mcp",\r\n    "own": 1,\r\n    "dependencies": {\r\n        "ajv": "2"\r\n    }\r\n}',
    );
  });

  test('leave the lock to npm once the user has a dependency', async () => {
    const folder = await temporaryFolder();
    await generate(folder, project('1'));
    await writeTree(folder, {
      'package.json': packageJson({ ajv: '1', mine: '1' }),
      'package-lock.json': 'of npm\n',
    });
    assert.deepEqual((await plan(folder, project('1'))).diagnostics, [], 'nothing to say');
    const { diagnostics } = await generate(folder, project('2'));
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['MG414'],
    );
    const tree = await readTree(folder);
    assert.equal(tree['package.json'], packageJson({ ajv: '2', mine: '1' }));
    assert.equal(tree['package-lock.json'], 'of npm\n');
    assert.deepEqual(summarize(await plan(folder, project('2'))), []);
  });

  test('do not stop a run when npm has rewritten the lock, which stays until it must change', async () => {
    const folder = await temporaryFolder();
    await generate(folder, project('1'));
    await writeTree(folder, { 'package-lock.json': 'of npm\n' });
    assert.deepEqual(summarize(await plan(folder, project('1'))), []);
    const { diagnostics } = await generate(folder, project('2'));
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['MG415'],
    );
    assert.equal((await readTree(folder))['package-lock.json'], '{ "ajv": "2" }\n');
  });

  test('warn where the user and the generator changed the same, once', async () => {
    const folder = await temporaryFolder();
    await generate(folder, project('1'));
    await writeTree(folder, { 'package.json': packageJson({ ajv: '1.5' }) });
    const { diagnostics } = await generate(folder, project('2'));
    assert.match(diagnostics[0]?.message ?? '', /dependencies\.ajv is "1\.5" \(generated: "2"\)/);
    assert.deepEqual((await plan(folder, project('2'))).diagnostics, []);
  });

  test('come back when they are deleted', async () => {
    const folder = await temporaryFolder();
    await generate(folder, project('1'));
    const before = await readTree(folder);
    for (const path of ['package.json', 'package-lock.json']) await rm(join(folder, path));
    await generate(folder, project('1'));
    assert.deepEqual(await readTree(folder), before);
  });

  test('stop the run where package.json is broken', async () => {
    const folder = await temporaryFolder();
    await generate(folder, project('1'));
    await writeTree(folder, { 'package.json': '{ "name": ' });
    await rejectsWith('MG412', generate(folder, project('2')));
  });

  test('of a folder that is adopted are merged, its lock left to npm', async () => {
    const folder = await temporaryFolder();
    await writeTree(folder, {
      'package.json': packageJson({ mine: '1' }),
      'package-lock.json': 'of npm\n',
    });
    const { diagnostics } = await generate(folder, project('1'), { adopt: true });
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['MG414'],
    );
    const tree = await readTree(folder);
    assert.equal(tree['package.json'], packageJson({ ajv: '1', mine: '1' }));
    assert.equal(tree['package-lock.json'], 'of npm\n');
  });
});
