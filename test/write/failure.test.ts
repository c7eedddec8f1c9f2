import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { OutputFile } from '../../src/emit/output-file.js';
import { readProject } from '../../src/write/project.js';
import { recoverProject, writeProject } from '../../src/write/write-project.js';
import { file, generate, plan, rejectsWith } from './generation.js';
import { readTree, temporaryFolder, writeTree } from './tree.js';

const oldFiles = [file('src/a.ts', 'a1\n'), file('src/old/b.ts', 'b1\n')];
const newFiles = [file('src/a.ts', 'a2\n'), file('src/new/c.ts', 'c1\n')];

/** The steps of an update to `newFiles` up to the one after which it is done. */
async function listSteps(start: readonly OutputFile[]): Promise<readonly string[]> {
  const folder = join(await temporaryFolder(), 'project');
  if (start.length > 0) await generate(folder, start);
  const steps: string[] = [];
  await writeProject(await plan(folder, newFiles), (step) => steps.push(step));
  assert.ok(steps.includes('place src/new/c.ts') && steps.includes('place mcp-gen.json'));
  return steps.slice(0, steps.indexOf('close journal'));
}

await suite('a failure half-way leaves the folder as it was', () => {
  for (const [name, start] of [
    ['a first generation', []],
    ['an update', oldFiles],
  ] as const) {
    test(`of ${name}, at every step`, async () => {
      const parent = await temporaryFolder();
      const folder = join(parent, 'missing', 'project');
      if (start.length > 0) await generate(folder, start);
      const before = await readTree(parent);
      const made = await plan(folder, newFiles);
      const failAt = (step: string) =>
        writeProject(made, (current) => {
          if (current === step) throw new Error(`fails at: ${step}`);
        });
      for (const step of await listSteps(start)) {
        await assert.rejects(failAt(step), { message: `fails at: ${step}` });
        assert.deepEqual(await readTree(parent), before, step);
      }
    });
  }

  test('when the file system refuses, with its reason', async () => {
    const folder = join(await temporaryFolder(), 'project');
    await generate(folder, oldFiles);
    const before = await readTree(folder);
    const run = writeProject(await plan(folder, newFiles), (step) => {
      if (step === 'place src/new/c.ts')
        mkdirSync(join(folder, 'src/new/c.ts'), { recursive: true });
    });
    const message = await rejectsWith('MG411', run);
    assert.match(message, /EISDIR|ENOTEMPTY|EPERM/);
    assert.deepEqual(await readTree(folder), { ...before, 'src/new/c.ts': undefined });
  });

  test('when a file changes between the plan and the writing, which keeps the change', async () => {
    const folder = join(await temporaryFolder(), 'project');
    await generate(folder, oldFiles);
    const made = await plan(folder, newFiles);
    await writeTree(folder, { 'src/old/b.ts': 'edited\n' });
    const before = await readTree(folder);
    assert.match(await rejectsWith('MG410', writeProject(made)), /src\/old\/b\.ts/);
    assert.deepEqual(await readTree(folder), before);
  });

  test('when the folder cannot be made', async () => {
    const parent = await temporaryFolder();
    await writeFile(join(parent, 'file'), '');
    await rejectsWith('MG411', generate(join(parent, 'file'), oldFiles));
    await rejectsWith('MG411', generate(join(parent, 'file', 'below'), oldFiles));
    assert.deepEqual(await readTree(parent), { file: '' });
  });
});

await suite('the lock', () => {
  test('of a living process refuses a run, that of a dead one does not', async (t) => {
    const folder = join(await temporaryFolder(), 'project');
    await generate(folder, oldFiles);
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    t.after(() => other.kill('SIGKILL'));
    await once(other, 'spawn');
    await writeTree(folder, { [`.mcp-gen/lock-${other.pid ?? 0}`]: '' });
    const before = await readTree(folder);
    const made = await plan(folder, newFiles);
    assert.match(await rejectsWith('MG409', writeProject(made)), new RegExp(String(other.pid)));
    await rejectsWith('MG409', recoverProject(folder));
    assert.deepEqual(await readTree(folder), before);
    other.kill('SIGKILL');
    await once(other, 'exit');
    await writeProject(made);
    assert.deepEqual(await readdir(folder), ['mcp-gen.json', 'src']);
  });

  test('refuses a second run of the same process', async () => {
    const folder = join(await temporaryFolder(), 'project');
    const made = await plan(folder, oldFiles);
    const results = await Promise.allSettled([writeProject(made), writeProject(made)]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.deepEqual(Object.keys(await readTree(folder)), [
      'mcp-gen.json',
      'src/a.ts',
      'src/old/b.ts',
    ]);
  });

  test('left by a dead process that had our process id does not count', async () => {
    const folder = join(await temporaryFolder(), 'project');
    await writeTree(folder, { [`.mcp-gen/lock-${process.pid}`]: '' });
    assert.equal(await recoverProject(folder), 'nothing');
    assert.deepEqual(await readTree(folder), {});
  });
});

await suite('an open journal', () => {
  const hash = `sha256:${'0'.repeat(64)}`;
  for (const path of ['../outside', '/outside', '.git/hooks/post-checkout', 'a\\..\\b', 'C:x']) {
    test(`that names ${path} is refused`, async () => {
      const folder = join(await temporaryFolder(), 'project');
      const entries = [{ path, after: hash }];
      await writeTree(folder, {
        '.mcp-gen/journal.json': JSON.stringify({ formatVersion: 1, folders: [], entries }),
        '.mcp-gen/new/0': 'evil',
      });
      await mkdir(join(folder, '.mcp-gen/old'));
      const before = await readTree(join(folder, '..'));
      await rejectsWith('MG408', recoverProject(folder));
      await rejectsWith('MG408', readProject(folder));
      assert.deepEqual(await readTree(join(folder, '..')), before);
    });
  }
});
