import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { contentHash } from './content-hash.js';
import { isErrno } from './file-error.js';
import { parentPaths, pathFlaw } from './project-path.js';

/** What stands in a file's place: `blocked` is anything that must not be written through or over, with the reason. */
export type DiskFile =
  | { readonly state: 'absent' }
  | { readonly state: 'file'; readonly text: string; readonly hash: string }
  | { readonly state: 'blocked'; readonly reason: string };

/** The hash of a file's content; undefined if there is no file. */
export function hashOf(disk: DiskFile | undefined): string | undefined {
  return disk?.state === 'file' ? disk.hash : undefined;
}

export type DiskReader = (path: string) => Promise<DiskFile>;

/**
 * Reads files of a project by their path in it, never through a symbolic link that leads out of it. Folders are
 * looked at once, so that a reader is of use only for a moment. `directory` is absolute and has no symbolic links.
 */
export function createDiskReader(directory: string): DiskReader {
  const folders = new Map<string, Promise<string | undefined>>();
  const folderFlaw = (path: string): Promise<string | undefined> => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const flaw = describeFolder(directory, path);
    folders.set(path, flaw);
    return flaw;
  };
  return async (path) => {
    for (const parent of parentPaths(path)) {
      const reason = await folderFlaw(parent);
      if (reason !== undefined) return { state: 'blocked', reason };
    }
    return readDiskFile(join(directory, path));
  };
}

/** Whether a path, which has no flaw, leads to a place that is inside the project, whatever its links are. */
export async function isOwnFolder(directory: string, path: string): Promise<boolean> {
  const flaws = await Promise.all(
    [...parentPaths(path), path].map((folder) => describeFolder(directory, folder)),
  );
  return flaws.every((flaw) => flaw === undefined);
}

async function readDiskFile(place: string): Promise<DiskFile> {
  try {
    const stats = await lstat(place);
    if (stats.isSymbolicLink()) return { state: 'blocked', reason: 'is a symbolic link' };
    if (stats.isDirectory()) return { state: 'blocked', reason: 'is a folder' };
    if (!stats.isFile()) return { state: 'blocked', reason: 'is not a regular file' };
    const text = await readFile(place, 'utf8');
    return { state: 'file', text, hash: contentHash(text) };
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return { state: 'absent' };
    throw error;
  }
}

async function describeFolder(directory: string, path: string): Promise<string | undefined> {
  try {
    const place = join(directory, path);
    const stats = await lstat(place);
    if (stats.isDirectory()) return undefined;
    if (!stats.isSymbolicLink()) return `needs the folder ${path}, which is a file`;
    const inside = relative(directory, await realpath(place))
      .split(sep)
      .join('/');
    if (inside === '' || pathFlaw(inside) === undefined) return undefined;
    return `would be written through the symbolic link ${path}, which leads out of the project`;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
