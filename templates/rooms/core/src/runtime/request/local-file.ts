import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileConfig } from '../config/file-config.js';
import { ToolError } from '../tool-error.js';
import type { FileContent } from './file.js';

/**
 * A regular file below one of the folders that the environment allows, links followed; a relative path starts at the
 * first of them.
 * @throws ToolError if it is none, or larger than allowed.
 */
export async function readLocalFile(
  path: string,
  { roots, maxBytes }: Pick<FileConfig, 'roots' | 'maxBytes'>,
): Promise<FileContent> {
  const [first = sep] = roots;
  const wanted = resolve(first, path);
  const realRoots = await Promise.all(roots.map(orItself));
  // What lies elsewhere is not even looked at, so that nobody learns what exists there.
  if (![...roots, ...realRoots].some((root) => isBelow(wanted, root))) throw outside(roots);
  const real = await realpath(wanted).catch(() => undefined);
  if (real === undefined) throw unreadable(path);
  if (!realRoots.some((root) => isBelow(real, root))) throw outside(roots);
  return { bytes: await readRegular(real, path, maxBytes), name: basename(wanted) };
}

async function readRegular(real: string, path: string, maxBytes: number): Promise<Uint8Array> {
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(real, flags).catch(() => undefined);
  if (handle === undefined) throw unreadable(path);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw unreadable(path);
    if (stats.size > maxBytes) {
      throw new ToolError(`A file may have at most ${maxBytes} bytes; this one has ${stats.size}.`);
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function orItself(root: string): Promise<string> {
  return realpath(root).catch(() => root);
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function outside(roots: readonly string[]): ToolError {
  return new ToolError(`Only files below ${roots.join(', ')} can be read.`);
}

function unreadable(path: string): ToolError {
  return new ToolError(`There is no readable file ${JSON.stringify(path.slice(0, 200))}.`);
}
