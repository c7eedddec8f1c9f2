import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { OutputFile } from './output-file.js';

/** The files of a room, as they stand in every project that has it. */
export async function readRoom(templates: string, room: string): Promise<readonly OutputFile[]> {
  const files = await readTree(join(templates, 'rooms', room));
  return files.map(({ path, content }) => ({ path, content, ownership: 'generated' }));
}

/** The files that a project starts with. */
export async function readScaffold(templates: string): Promise<readonly OutputFile[]> {
  const files = await readTree(join(templates, 'scaffold'));
  return files.map(({ path, content }) => ({ path: dotted(path), content, ownership: 'scaffold' }));
}

/** npm leaves `.gitignore` out of packages, so the names of dot files are stored without the dot. */
function dotted(path: string): string {
  return path.replace(/(?<=^|\/)(?=[a-z]+$)/, '.');
}

async function readTree(
  root: string,
): Promise<readonly { readonly path: string; readonly content: string }[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(root, path).replaceAll(sep, '/'),
      content: await readFile(path, 'utf8'),
    })),
  );
}
