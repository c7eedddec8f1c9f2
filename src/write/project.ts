import { readdir, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '../diagnostics.js';
import { explainErrno, isErrno } from './file-error.js';
import { readJournal, workFolder } from './journal.js';
import { readManifest, type Manifest } from './manifest.js';

/**
 * What stands where the project shall be.
 * - `absent`: nothing. `empty`: a folder that holds nothing of value.
 * - `ours`: a folder with a manifest. `foreign`: a folder that mcp-gen did not write.
 */
export type ExistingProject = {
  /** Absolute; without symbolic links unless absent. */
  readonly directory: string;
  /** Whether an earlier run was interrupted while it wrote. */
  readonly interrupted: boolean;
} & (
  | { readonly state: 'absent' | 'empty' | 'foreign' }
  | { readonly state: 'ours'; readonly manifest: Manifest }
);

/** Entries that do not make a folder a used one. */
const worthless: ReadonlySet<string> = new Set(['.git', '.DS_Store', 'Thumbs.db', workFolder]);

/** Looks at a project's folder and changes nothing; a file in its place and a broken manifest are an `InputError`. */
export async function readProject(path: string): Promise<ExistingProject> {
  return explainErrno(async () => {
    const directory = await findFolder(path);
    if (directory === undefined) {
      return { directory: resolve(path), interrupted: false, state: 'absent' };
    }
    if (!(await stat(directory)).isDirectory()) throw noFolder(directory);
    const used = (await readdir(directory)).some((entry) => !worthless.has(entry));
    const interrupted = (await readJournal(directory)) !== undefined;
    const manifest = await readManifest(directory);
    if (manifest !== undefined) return { directory, interrupted, state: 'ours', manifest };
    return { directory, interrupted, state: used ? 'foreign' : 'empty' };
  });
}

/** The real path of what stands at a path; undefined if nothing does. */
export async function findFolder(path: string): Promise<string | undefined> {
  try {
    return await realpath(resolve(path));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function noFolder(path: string): InputError {
  return new InputError([
    {
      code: 'MG411',
      severity: 'error',
      message: `${path} is no folder.`,
      help: 'Choose another one with -o.',
    },
  ]);
}
