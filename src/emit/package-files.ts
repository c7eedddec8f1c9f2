import { z } from 'zod';
import type { ServerModel } from '../model/model.js';
import type { OutputFile } from './output-file.js';
import { cutLock, type Lock, type RootPackage } from './package-lock.js';

type Versions = Readonly<Record<string, string>>;

/** Everything that a project may depend on, in exact versions. */
export interface Dependencies {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
}

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/** Reads the dependencies out of a package.json. */
export function parseDependencies(text: string): Dependencies {
  return manifest.parse(JSON.parse(text));
}

/** What every project is built with, though no file imports it. */
const tools: readonly string[] = ['@types/node', 'typescript'];

const scripts = {
  build: 'node scripts/build.mjs',
  check: 'tsc',
  start: 'node dist/index.js',
  test: 'node scripts/test.mjs',
};

/** package.json and its lock: in exact versions, what the project's files import. */
export function packageFiles(
  model: ServerModel,
  files: readonly OutputFile[],
  available: Dependencies,
  lock: Lock,
): readonly OutputFile[] {
  const names = files.flatMap(importedPackages);
  const imported = new Set([...tools, ...names, ...names.map((name) => `@types/${name}`)]);
  const root: RootPackage = {
    name: `${model.name}-mcp`,
    version: '0.1.0',
    dependencies: only(imported, available.dependencies),
    devDependencies: only(imported, available.devDependencies),
    engines: { node: '>=20.18.1' },
  };
  const { name, version, engines, ...dependencies } = root;
  const description = `MCP server for ${model.title}`;
  return [
    json('package.json', 'package', {
      ...{ name, version, description, private: true, type: 'module' },
      ...{ engines, scripts, ...dependencies },
    }),
    json('package-lock.json', 'lock', cutLock(lock, root)),
  ];
}

function json(path: string, ownership: OutputFile['ownership'], value: unknown): OutputFile {
  return { path, content: `${JSON.stringify(value, undefined, 2)}\n`, ownership };
}

function only(names: ReadonlySet<string>, versions: Versions): Versions {
  return Object.fromEntries(Object.entries(versions).filter(([name]) => names.has(name)));
}

const importedName = /(?:\bfrom |\bimport |\bimport\()'((?:@[\w.-]+\/)?[\w.-]+)/g;

/** Names of the packages that a TypeScript or JavaScript file imports. */
function importedPackages({ path, content }: OutputFile): readonly string[] {
  if (!/\.[cm]?[jt]s$/.test(path)) return [];
  return Array.from(content.matchAll(importedName), ([, name]) => name ?? '');
}
