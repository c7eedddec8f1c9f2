import { mkdir } from 'node:fs/promises';
import { explainErrno } from './file-error.js';
import { removeEmptyChain } from './folder.js';
import { clearStage, hasWorkFolder, readJournal, writeJournal, type Journal } from './journal.js';
import { withLock } from './lock.js';
import type { Plan } from './plan.js';
import { findFolder } from './project.js';
import { interruptedRun } from './refusal.js';
import { stagePlan } from './stage.js';
import type { StepListener } from './step.js';
import { settleJournal } from './transaction.js';

const ignoreStep: StepListener = () => undefined;

/**
 * Carries a plan out whole or not at all: whatever fails, the folder is as it was, and after a kill `recoverProject`
 * makes it the old project or the new one. What the file system refuses is an `InputError`, as is a second run at once.
 */
export async function writeProject(plan: Plan, onStep = ignoreStep): Promise<void> {
  if (plan.changes.length === 0) return;
  const { directory } = plan;
  await explainErrno(async () => {
    onStep('create folder');
    const created = await mkdir(directory, { recursive: true });
    try {
      await withLock(directory, onStep, () => replaceFiles(plan, onStep));
    } catch (error) {
      if (created !== undefined) await removeEmptyChain(directory, created);
      throw error;
    }
  });
}

async function replaceFiles(plan: Plan, onStep: StepListener): Promise<void> {
  const { directory } = plan;
  if ((await readJournal(directory)) !== undefined) throw interruptedRun(directory);
  await clearStage(directory);
  const journal = await openJournal(plan, onStep);
  const result = await settleJournal(directory, journal, onStep);
  if (!result.applied) throw result.cause;
}

async function openJournal(plan: Plan, onStep: StepListener): Promise<Journal> {
  try {
    const journal = await stagePlan(plan, onStep);
    onStep('open journal');
    await writeJournal(plan.directory, journal);
    return journal;
  } catch (error) {
    await clearStage(plan.directory);
    throw error;
  }
}

/**
 * Ends what an interrupted run left in a folder: the project is then the one before that run or the one after it.
 * Where nothing was left, nothing is touched. Meant before `readProject`, but not for --check and --dry-run.
 */
export async function recoverProject(
  path: string,
  onStep = ignoreStep,
): Promise<'nothing' | 'finished' | 'undone'> {
  return explainErrno(async () => {
    const directory = await findFolder(path);
    if (directory === undefined || !(await hasWorkFolder(directory))) return 'nothing';
    return withLock(directory, onStep, async () => {
      const journal = await readJournal(directory);
      if (journal === undefined) {
        await clearStage(directory);
        return 'nothing';
      }
      const { applied } = await settleJournal(directory, journal, onStep);
      return applied ? 'finished' : 'undone';
    });
  });
}
