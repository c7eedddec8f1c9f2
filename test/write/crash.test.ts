import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import ts from 'typescript';
import { readProject } from '../../src/write/project.js';
import { recoverProject, writeProject } from '../../src/write/write-project.js';
import { repository } from '../support/workspace.js';
import { file, generate, plan, rejectsWith } from './generation.js';
import type { KilledRun } from './killed-run.js';
import { readTree, temporaryFolder, writeTree, type Tree } from './tree.js';

const oldFiles = [file('docs/x.md', 'x\n'), file('src/a.ts', 'a1\n'), file('src/old/b.ts', 'b1\n')];
const newFiles = [
  file('docs/x.md', 'x2\n'),
  file('src/a.ts', 'a2\n'),
  file('src/new/c.ts', 'c1\n'),
];

/** Compiles what the killed processes run, once instead of at the start of each. */
async function compileScript(): Promise<string> {
  const cache = join(repository, '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'killed-run-'));
  after(() => rm(outDir, { recursive: true, force: true }));
  ts.createProgram([join(import.meta.dirname, 'killed-run.ts')], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    rootDir: repository,
    outDir,
    noCheck: true,
  }).emit();
  return join(outDir, 'test/write/killed-run.js');
}

const script = await compileScript();

/** Runs in a process of its own; says whether it was killed. */
async function runAndKill(run: KilledRun): Promise<boolean> {
  const child = spawn(process.execPath, [script, JSON.stringify(run)], { stdio: 'inherit' });
  await once(child, 'exit');
  const { exitCode, signalCode } = child;
  assert.ok(exitCode === 0 || signalCode === 'SIGKILL', 'the run ends well or is killed');
  return signalCode === 'SIGKILL';
}

/** Copies a folder for every step of a run, kills the run there and lets `then` look at what it left. */
async function killAtEveryStep(
  run: Omit<KilledRun, 'step'>,
  then: (folder: string, step: number) => Promise<void>,
): Promise<number> {
  const copies = await temporaryFolder();
  const processes = 4;
  for (let first = 0; ; first += processes) {
    const steps = Array.from({ length: processes }, (_, index) => first + index);
    const killed = await Promise.all(
      steps.map(async (step) => {
        const folder = join(copies, String(step));
        await cp(run.folder, folder, { recursive: true }).catch(() => undefined);
        const wasKilled = await runAndKill({ ...run, folder, step });
        await then(folder, step);
        return wasKilled;
      }),
    );
    if (killed.includes(false)) return first + killed.indexOf(false);
  }
}

async function generated(files: typeof oldFiles): Promise<{ folder: string; tree: Tree }> {
  const folder = join(await temporaryFolder(), 'project');
  await generate(folder, files);
  return { folder, tree: await readTree(folder) };
}

/** Kills an update in a folder when it is about to take a step, e.g. `place src/new/c.ts`. */
async function killUpdateAt(folder: string, name: string): Promise<void> {
  const steps: string[] = [];
  const rehearsal = await generated(oldFiles);
  await writeProject(await plan(rehearsal.folder, newFiles), (step) => steps.push(step));
  assert.ok(steps.includes(name), `${name} is none of ${steps.join(', ')}`);
  assert.ok(await runAndKill({ folder, files: newFiles, step: steps.indexOf(name) }));
}

await suite(
  'after kill -9 the next run leaves the old project or the new',
  { concurrency: 2 },
  () => {
    for (const [name, start] of [
      ['a first generation', []],
      ['an update', oldFiles],
    ] as const) {
      test(`of ${name}, at every step`, async () => {
        const before = start.length === 0 ? undefined : await generated([...start]);
        const next = start.length === 0 ? oldFiles : newFiles;
        const { tree } = await generated(next);
        const folder = before?.folder ?? join(await temporaryFolder(), 'absent');
        const results = new Set<string>();
        const steps = await killAtEveryStep({ folder, files: next }, async (copy) => {
          const left = await readTree(copy);
          const { interrupted } = await readProject(copy);
          if (interrupted) await rejectsWith('MG408', plan(copy, next));
          assert.deepEqual(await readTree(copy), left, 'looking changes nothing');
          const result = await recoverProject(copy);
          assert.equal(result === 'finished', interrupted);
          const recovered = await readTree(copy);
          const isNew = JSON.stringify(recovered) === JSON.stringify(tree);
          if (!isNew) assert.deepEqual(recovered, before?.tree ?? {});
          results.add(isNew ? 'new' : 'old');
          await generate(copy, next);
          assert.deepEqual(await readTree(copy), tree);
        });
        assert.ok(steps > 10, `only ${steps} steps`);
        assert.deepEqual([...results].sort(), ['new', 'old']);
      });
    }

    test('of a recovery, at every step', async () => {
      const { tree } = await generated(newFiles);
      const { folder } = await generated(oldFiles);
      await killUpdateAt(folder, 'place src/a.ts');
      const steps = await killAtEveryStep({ folder }, async (copy) => {
        await recoverProject(copy);
        assert.deepEqual(await readTree(copy), tree);
      });
      assert.ok(steps > 5, `only ${steps} steps`);
    });

    test('of a recovery that undoes, at every step', async () => {
      const { folder, tree } = await generated(oldFiles);
      await killUpdateAt(folder, 'save src/old/b.ts');
      const edits = { 'src/a.ts': 'edited when placed\n', 'src/old/b.ts': 'edited before\n' };
      await writeTree(folder, edits);
      const steps = await killAtEveryStep({ folder }, async (copy) => {
        await recoverProject(copy);
        assert.deepEqual(await readTree(copy), { ...tree, ...edits });
      });
      assert.ok(steps > 5, `only ${steps} steps`);
    });
  },
);
