import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../diagnostics.js';
import { createDiskReader, hashOf, isOwnFolder } from './disk-file.js';
import { removeEmptyChain, removeIfEmpty, syncFolder } from './folder.js';
import { clearStage, closeJournal, readIndexes, workPlaces, type Journal } from './journal.js';
import type { StepListener } from './step.js';

/** How a journal was settled: applied, or undone because of a cause. */
export type Settlement =
  { readonly applied: true } | { readonly applied: false; readonly cause: unknown };

/** Applies a journal or, where that fails, undoes it and says why; then closes it. Thrown is what stops even that. */
export async function settleJournal(
  directory: string,
  journal: Journal,
  onStep: StepListener,
): Promise<Settlement> {
  let settlement: Settlement = { applied: true };
  try {
    await applyJournal(directory, journal, onStep);
  } catch (cause) {
    await undoJournal(directory, journal, onStep);
    settlement = { applied: false, cause };
  }
  onStep('close journal');
  await closeJournal(directory);
  onStep('clear');
  await clearStage(directory);
  return settlement;
}

/**
 * Carries a journal out, file by file in its order, from wherever an earlier attempt ended. A file that is neither as
 * the journal found it nor done is an `InputError`: an edit made meanwhile is not overwritten.
 */
async function applyJournal(
  directory: string,
  journal: Journal,
  onStep: StepListener,
): Promise<void> {
  const places = workPlaces(directory);
  const staged = await readIndexes(places.staged);
  const saved = await readIndexes(places.saved);
  const read = createDiskReader(directory);
  const made = new Set<string>();
  for (const [index, { path, before, after }] of journal.entries.entries()) {
    if (after !== undefined && !staged.has(index)) continue;
    const target = join(directory, path);
    const expected = saved.has(index) ? undefined : before;
    const disk = await read(path);
    if (disk.state === 'blocked' || hashOf(disk) !== expected) throw changedMeanwhile(path);
    if (expected !== undefined) {
      onStep(`save ${path}`);
      await rename(target, join(places.saved, String(index)));
    }
    if (after !== undefined) {
      onStep(`place ${path}`);
      const folder = dirname(target);
      if (!made.has(folder)) await mkdir(folder, { recursive: true });
      made.add(folder);
      await rename(join(places.staged, String(index)), target);
    }
  }
  await settleFolders(directory, journal, onStep);
}

/**
 * Puts everything back as the journal found it, from wherever an attempt to apply it ended. A file that was edited
 * meanwhile stays as it is.
 */
async function undoJournal(
  directory: string,
  journal: Journal,
  onStep: StepListener,
): Promise<void> {
  const places = workPlaces(directory);
  const staged = await readIndexes(places.staged);
  const saved = await readIndexes(places.saved);
  const read = createDiskReader(directory);
  for (const [index, { path, after }] of [...journal.entries.entries()].reverse()) {
    const target = join(directory, path);
    const disk = await read(path);
    const placed = after !== undefined && !staged.has(index) && hashOf(disk) === after;
    if (placed) {
      onStep(`withdraw ${path}`);
      await rename(target, join(places.staged, String(index)));
    }
    if (saved.has(index) && (placed || disk.state === 'absent')) {
      onStep(`restore ${path}`);
      await mkdir(dirname(target), { recursive: true });
      await rename(join(places.saved, String(index)), target);
    }
  }
  for (const folder of [...journal.folders].reverse()) {
    if (await isOwnFolder(directory, folder)) await removeIfEmpty(join(directory, folder));
  }
}

/** Removes the folders that deletions have emptied and makes all renames durable. */
async function settleFolders(
  directory: string,
  journal: Journal,
  onStep: StepListener,
): Promise<void> {
  onStep('settle folders');
  for (const { path, after } of journal.entries) {
    if (after !== undefined) continue;
    await removeEmptyChain(dirname(join(directory, path)), directory);
  }
  const touched = new Set(journal.entries.map(({ path }) => dirname(join(directory, path))));
  for (const folder of touched) await syncFolder(folder);
}

function changedMeanwhile(path: string): InputError {
  return new InputError([
    {
      code: 'MG410',
      severity: 'error',
      message: `${path} changed while mcp-gen ran.`,
      origin: { file: path },
      help: 'Everything was put back. Run again.',
    },
  ]);
}
