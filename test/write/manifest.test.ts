import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  completeManifest,
  parseManifest,
  printManifest,
  readManifest,
} from '../../src/write/manifest.js';
import { header, generate, file, rejectsWith } from './generation.js';
import { temporaryFolder, writeTree } from './tree.js';

const manifest = completeManifest(header, {
  files: { 'src/a.ts': { ownership: 'generated', hash: `sha256:${'0'.repeat(64)}` } },
  package: { name: 'petstore-mcp', scripts: { build: 'node build.js' } },
});

await suite('the manifest', () => {
  test('survives being printed and parsed', () => {
    assert.deepEqual(parseManifest(printManifest(manifest)), manifest);
  });

  test('is printed the same whatever the order of its keys', () => {
    const reversed = Object.fromEntries(Object.entries(manifest).reverse());
    assert.equal(printManifest(parseManifest(JSON.stringify(reversed))), printManifest(manifest));
  });

  test('names the version of mcp-gen once, and nothing of the machine', async () => {
    const folder = await temporaryFolder();
    await generate(folder, [file('src/a.ts', 'a\n')]);
    const text = printManifest((await readManifest(folder)) ?? manifest);
    assert.equal(text.split(header.generator).length, 2);
    assert.ok(!text.includes(folder));
  });

  test('is undefined where there is none', async () => {
    assert.equal(await readManifest(await temporaryFolder()), undefined);
  });

  for (const [name, text, code] of [
    ['with a merge conflict', '<<<<<<< HEAD\n{}\n', 'MG401'],
    ['that is no object', '[]', 'MG401'],
    ['with a key missing', JSON.stringify({ ...manifest, pins: undefined }), 'MG401'],
    [
      'with a path that leaves the project',
      JSON.stringify({ ...manifest, files: { '../x': { ownership: 'generated' } } }),
      'MG401',
    ],
    ['of a newer format', JSON.stringify({ formatVersion: 2 }), 'MG402'],
  ] as const) {
    test(`${name} is refused with its place and what to do`, async () => {
      const folder = await temporaryFolder();
      await writeTree(folder, { 'mcp-gen.json': text });
      await rejectsWith(code, readManifest(folder));
      await rejectsWith(code, generate(folder, [], { force: true, adopt: true }));
    });
  }
});
