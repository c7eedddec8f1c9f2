import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../diagnostics.js';
import { isErrno } from './file-error.js';
import { removeIfEmpty } from './folder.js';
import { workFolder, workPlaces } from './journal.js';
import type { StepListener } from './step.js';

/** Projects that this very process is writing. */
const held = new Set<string>();

/**
 * Works on a project that no other run works on; a second run is an `InputError`. The lock of a process that lives no
 * more does not count. A lock carries its process id in its name: it appears whole, and each run first puts up its own
 * and then looks for others, so that of two at least one gives way.
 */
export async function withLock<T>(
  directory: string,
  onStep: StepListener,
  work: () => Promise<T>,
): Promise<T> {
  if (held.has(directory)) throw occupied(process.pid);
  held.add(directory);
  try {
    return await withLockFile(workPlaces(directory).folder, onStep, work);
  } finally {
    held.delete(directory);
  }
}

async function withLockFile<T>(
  folder: string,
  onStep: StepListener,
  work: () => Promise<T>,
): Promise<T> {
  const lock = join(folder, `lock-${process.pid}`);
  try {
    onStep('lock');
    await mkdir(folder, { recursive: true });
    // One left by a process that had our id goes first: what is no plain file must not be written through.
    await rm(lock, { recursive: true, force: true });
    await writeFile(lock, '', { flag: 'wx' });
    await expectAlone(folder);
    return await work();
  } finally {
    onStep('unlock');
    await rm(lock, { force: true });
    await removeIfEmpty(folder);
  }
}

async function expectAlone(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^lock-(\d+)$/.exec(name)?.[1] ?? process.pid);
    if (pid === process.pid) continue;
    if (isAlive(pid)) throw occupied(pid);
    await rm(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isErrno(error, 'ESRCH');
  }
}

function occupied(pid: number): InputError {
  return new InputError([
    {
      code: 'MG409',
      severity: 'error',
      message: `Another run (process ${pid}) is writing the project.`,
      origin: { file: workFolder },
      help: `Wait for it to end. If no mcp-gen runs, delete ${workFolder}/lock-${pid}.`,
    },
  ]);
}
