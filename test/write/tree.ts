import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

/** Contents by path; `undefined` is an empty folder, a symbolic link or the like has its kind as content. */
export type Tree = Readonly<Record<string, string | undefined>>;

/** An empty folder that goes when the test file ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'mcp-gen-write-')));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything below a folder, sorted by path; a folder that does not exist is an empty tree. */
export async function readTree(folder: string, prefix = ''): Promise<Tree> {
  let tree: Tree = {};
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const path = prefix + name;
    const place = join(folder, name);
    const stats = await lstat(place);
    if (stats.isDirectory()) {
      const below = await readTree(place, `${path}/`);
      tree = { ...tree, ...(Object.keys(below).length === 0 ? { [path]: undefined } : below) };
    } else {
      tree = { ...tree, [path]: stats.isFile() ? await readFile(place, 'utf8') : '<not a file>' };
    }
  }
  return tree;
}

/** Writes files below a folder; what is there already and not named stays. */
export async function writeTree(
  folder: string,
  tree: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
