import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../support/workspace.js';

const folders = ['src', 'templates/rooms', 'templates/scaffold', 'templates/prose', 'test/corpus'];

/** What the results of a sweep depend on, as a short hash: the generator, its templates and the checks. */
export async function generatorDigest(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const directory = join(repository, folder);
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
    for (const path of paths) hash.update(path).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
}
