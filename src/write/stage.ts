import { lstat, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { forEachConcurrently } from './concurrency.js';
import { contentHash } from './content-hash.js';
import { isErrno } from './file-error.js';
import { workPlaces, writeDurably, type Journal } from './journal.js';
import type { Plan } from './plan.js';
import { parentPaths } from './project-path.js';
import type { StepListener } from './step.js';

/** Writes a plan's contents into the work folder, durably, and returns the journal that puts them into their places. */
export async function stagePlan(plan: Plan, onStep: StepListener): Promise<Journal> {
  const { directory, changes } = plan;
  const { staged, saved } = workPlaces(directory);
  await mkdir(staged);
  await mkdir(saved);
  await forEachConcurrently([...changes.entries()], async ([index, change]) => {
    if (change.action === 'delete') return;
    onStep(`stage ${change.path}`);
    const replaced = change.action === 'update' ? join(directory, change.path) : undefined;
    const mode = replaced === undefined ? undefined : (await stat(replaced)).mode & 0o777;
    await writeDurably(join(staged, String(index)), change.content, mode);
  });
  return {
    formatVersion: 1,
    folders: await missingFolders(plan),
    entries: changes.map((change) => ({
      path: change.path,
      ...(change.action !== 'create' && { before: change.before }),
      ...(change.action !== 'delete' && { after: contentHash(change.content) }),
    })),
  };
}

/** The folders of the project that the plan's files need and that are not there, outer ones first. */
async function missingFolders({ directory, changes }: Plan): Promise<readonly string[]> {
  const folders = new Set(changes.flatMap(({ path }) => parentPaths(path)));
  const missing: string[] = [];
  await forEachConcurrently([...folders], async (folder) => {
    try {
      await lstat(join(directory, folder));
    } catch (error) {
      if (!isErrno(error, 'ENOENT')) throw error;
      missing.push(folder);
    }
  });
  return missing.sort();
}
