import assert from 'node:assert/strict';
import { chmod, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { OutputFile, Ownership } from '../../src/emit/output-file.js';
import type { PlanOptions } from '../../src/write/plan.js';
import { file, generate, plan, rejectsWith, summarize } from './generation.js';
import { readTree, temporaryFolder, writeTree } from './tree.js';

const readme = (generated: string, own = 'Mine.'): string =>
  `# Title\n\n<!-- mcp-gen:begin -->\n${generated}\n<!-- mcp-gen:end -->\n${own}\n`;

interface Case {
  readonly name: string;
  readonly ownership: Ownership;
  /** What the first generation writes; undefined: the file is new in the second. */
  readonly first: string | undefined;
  /** What the user makes of it; undefined: deletes it. */
  readonly edited: string | undefined;
  /** What the second generation has; undefined: the file is no longer generated. */
  readonly second: string | undefined;
  readonly options?: Partial<PlanOptions>;
  /** What stands there in the end, or the code of the refusal. */
  readonly expected: string | undefined | { readonly refused: string };
  /** Codes of what the plan says beside. */
  readonly says?: readonly string[];
}

const force = { force: true };
const cases: readonly Case[] = [
  // prettier-ignore
  ...([
    { name: 'untouched: rewritten', first: '1\n', edited: '1\n', second: '2\n', expected: '2\n' },
    { name: 'edited: refused', first: '1\n', edited: 'x\n', second: '2\n', expected: { refused: 'MG405' } },
    { name: 'edited, nothing new: refused all the same', first: '1\n', edited: 'x\n', second: '1\n', expected: { refused: 'MG405' } },
    { name: 'edited, --force: overwritten', first: '1\n', edited: 'x\n', second: '2\n', options: force, expected: '2\n' },
    { name: 'edited to what is generated now: fine', first: '1\n', edited: '2\n', second: '2\n', expected: '2\n' },
    { name: 'deleted: written again', first: '1\n', edited: undefined, second: '1\n', expected: '1\n' },
    { name: 'new where a file of the user stands: refused', first: undefined, edited: 'x\n', second: '2\n', expected: { refused: 'MG404' } },
    { name: 'new where a file of the user stands, --force: overwritten', first: undefined, edited: 'x\n', second: '2\n', options: force, expected: '2\n' },
    { name: 'new where the same stands: taken over', first: undefined, edited: '2\n', second: '2\n', expected: '2\n' },
    { name: 'no longer generated: deleted', first: '1\n', edited: '1\n', second: undefined, expected: undefined },
    { name: 'no longer generated, with CRLF: deleted', first: '1\n', edited: '1\r\n', second: undefined, expected: undefined },
    { name: 'no longer generated, deleted: stays away', first: '1\n', edited: undefined, second: undefined, expected: undefined },
    { name: 'no longer generated, edited: refused', first: '1\n', edited: 'x\n', second: undefined, expected: { refused: 'MG405' } },
    { name: 'no longer generated, edited, --force: deleted', first: '1\n', edited: 'x\n', second: undefined, options: force, expected: undefined },
  ] as const).map((row) => ({ ...row, ownership: 'generated' as const })),
  // prettier-ignore
  ...([
    { name: 'untouched: stays as written', first: '1\n', edited: '1\n', second: '2\n', expected: '1\n' },
    { name: 'edited: stays', first: '1\n', edited: 'x\n', second: '2\n', options: force, expected: 'x\n' },
    { name: 'deleted: stays away', first: '1\n', edited: undefined, second: '2\n', expected: undefined },
    { name: 'new: written', first: undefined, edited: undefined, second: '2\n', expected: '2\n' },
    { name: 'new where a file of the user stands: left alone', first: undefined, edited: 'x\n', second: '2\n', expected: 'x\n', says: ['MG416'] },
    { name: 'no longer scaffold: stays', first: '1\n', edited: '1\n', second: undefined, expected: '1\n' },
  ] as const).map((row) => ({ ...row, ownership: 'scaffold' as const })),
  // prettier-ignore
  ...([
    { name: 'untouched: rewritten', first: readme('1'), edited: readme('1'), second: readme('2'), expected: readme('2') },
    { name: 'edited around the markers: only between them rewritten', first: readme('1'), edited: readme('1', 'More.'), second: readme('2', 'New.'), expected: readme('2', 'More.') },
    { name: 'with CRLF: rewritten with CRLF', first: readme('1'), edited: readme('1').replaceAll('\n', '\r\n'), second: readme('2'), expected: readme('2').replaceAll('\n', '\r\n') },
    { name: 'with CRLF and nothing new: stays', first: readme('1'), edited: readme('1').replaceAll('\n', '\r\n'), second: readme('1'), expected: readme('1').replaceAll('\n', '\r\n') },
    { name: 'edited between the markers: refused', first: readme('1'), edited: readme('x'), second: readme('2'), expected: { refused: 'MG405' } },
    { name: 'edited between the markers, --force: overwritten', first: readme('1'), edited: readme('x', 'More.'), second: readme('2'), options: force, expected: readme('2', 'More.') },
    { name: 'without markers: left alone', first: readme('1'), edited: 'Mine.\n', second: readme('2'), expected: 'Mine.\n', says: ['MG416'] },
    { name: 'with a marker twice: left alone', first: readme('1'), edited: readme('1', '<!-- mcp-gen:end -->'), second: readme('2'), expected: readme('1', '<!-- mcp-gen:end -->'), says: ['MG416'] },
    { name: 'deleted: stays away', first: readme('1'), edited: undefined, second: readme('2'), expected: undefined },
    { name: 'no longer generated: stays', first: readme('1'), edited: readme('1'), second: undefined, expected: readme('1') },
  ] as const).map((row) => ({ ...row, ownership: 'marked' as const })),
];

await suite('running again', { concurrency: true }, () => {
  for (const row of cases) {
    test(`${row.ownership} file ${row.name}`, async () => {
      const folder = await temporaryFolder();
      const path = 'docs/file.md';
      const files = (content: string | undefined): readonly OutputFile[] => [
        file('src/index.ts', 'always\n'),
        ...(content === undefined ? [] : [file(path, content, row.ownership)]),
      ];
      await generate(folder, files(row.first));
      if (row.edited === undefined) await rm(join(folder, path), { force: true });
      else await writeTree(folder, { [path]: row.edited });
      const before = await readTree(folder);

      const run = generate(folder, files(row.second), row.options);
      if (typeof row.expected === 'object') {
        assert.match(await rejectsWith(row.expected.refused, run), /docs\/file\.md/);
        assert.deepEqual(await readTree(folder), before);
        return;
      }
      assert.deepEqual(
        (await run).diagnostics.map(({ code }) => code),
        row.says ?? [],
      );
      assert.equal((await readTree(folder))[path], row.expected);
      assert.deepEqual(
        summarize(await plan(folder, files(row.second))),
        [],
        'a third run has nothing to do',
      );
    });
  }

  test('that changes nothing touches nothing', async () => {
    const folder = await temporaryFolder();
    const files = [file('src/a.ts', 'a\n'), file('README.md', readme('1'), 'marked')];
    await generate(folder, files);
    const times = async (): Promise<readonly number[]> =>
      Promise.all(
        ['.', 'src', 'src/a.ts', 'mcp-gen.json'].map(
          async (path) => (await stat(join(folder, path))).mtimeMs,
        ),
      );
    const before = await times();
    assert.deepEqual((await generate(folder, files)).changes, []);
    assert.deepEqual(await times(), before);
  });

  test('after a checkout with CRLF has nothing to do', async () => {
    const folder = await temporaryFolder();
    const files = [
      file('src/a.ts', 'a\nb\n'),
      file('README.md', readme('1'), 'marked'),
      file('package.json', '{\n  "name": "x"\n}\n', 'package'),
      file('package-lock.json', '{\n}\n', 'lock'),
      file('tsconfig.json', '{\n}\n', 'scaffold'),
    ];
    await generate(folder, files);
    for (const [path, content] of Object.entries(await readTree(folder))) {
      await writeTree(folder, { [path]: (content ?? '').replaceAll('\n', '\r\n') });
    }
    assert.deepEqual(summarize(await plan(folder, files)), []);
  });

  test('lists all files that stop it at once, and where edits belong', async () => {
    const folder = await temporaryFolder();
    await generate(folder, [file('src/a.ts', 'a\n'), file('src/b.ts', 'b\n')]);
    await writeTree(folder, { 'src/a.ts': 'x\n', 'src/b.ts': 'x\n', 'src/c.ts': 'x\n' });
    const run = generate(folder, [file('src/a.ts', '1\n'), file('src/c.ts', '1\n')]);
    const message = await rejectsWith('MG405', run);
    assert.match(
      message,
      /src\/a\.ts\n {2}src\/b\.ts \(is no longer generated\)\n[^]*in the way:\n {2}src\/c\.ts/,
    );
    assert.match(message, /Edits belong in src\/custom\//);
  });

  test('says what it would do and why', async () => {
    const folder = await temporaryFolder();
    assert.deepEqual(summarize(await plan(folder, [file('b', '1\n'), file('a', '1\n')])), [
      'create a: new',
      'create b: new',
      'create mcp-gen.json: new',
    ]);
    await generate(folder, [file('a', '1\n'), file('b', '1\n'), file('c', '1\n')]);
    await rm(join(folder, 'a'));
    const next = await plan(folder, [file('a', '1\n'), file('b', '2\n'), file('d', '1\n')]);
    assert.deepEqual(summarize(next), [
      'create a: was deleted',
      'update b: out of date',
      'delete c: no longer generated',
      'create d: new',
      'update mcp-gen.json: files',
    ]);
  });

  test('removes the folders that deletions empty, and no others', async () => {
    const folder = await temporaryFolder();
    await generate(folder, [file('src/a/b/c.ts', 'c\n'), file('src/d/e.ts', 'e\n')]);
    await writeTree(folder, { 'src/d/mine.ts': 'mine\n' });
    await generate(folder, []);
    assert.deepEqual(Object.keys(await readTree(folder)), ['mcp-gen.json', 'src/d/mine.ts']);
  });

  test('keeps the mode of a file', async () => {
    const folder = await temporaryFolder();
    await generate(folder, [file('run', '1\n')]);
    await chmod(join(folder, 'run'), 0o755);
    await generate(folder, [file('run', '2\n')]);
    assert.equal((await stat(join(folder, 'run'))).mode & 0o777, 0o755);
    assert.equal(await readFile(join(folder, 'run'), 'utf8'), '2\n');
  });
});
