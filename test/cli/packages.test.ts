import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { it } from 'node:test';
import { repository } from '../support/workspace.js';

/** Imports of values, static and dynamic; those of types need no package. */
const imports = /(?:^(?:import|export) (?!type )[^;]*? from |^import |\bimport\()'([^'.][^']*)'/gms;

it('has the packages that a server of core needs, in the versions that projects get', async () => {
  const runtime = join(repository, 'templates/rooms/core/src/runtime');
  const paths = (await readdir(runtime, { recursive: true })).filter((path) =>
    path.endsWith('.ts'),
  );
  const texts = await Promise.all(paths.map((path) => readFile(join(runtime, path), 'utf8')));
  const found = texts.flatMap((text) => [...text.matchAll(imports)].map(([, name = '']) => name));
  const needed = new Set(found.filter((name) => !isBuiltin(name)).map(packageOf));
  for (const name of ['@modelcontextprotocol/server', '@hono/node-server', 'undici', 'pino'])
    assert.ok(needed.has(name), name);
  const [own, projects] = await Promise.all(
    ['package.json', 'templates/package.json'].map((path) => dependenciesOf(path)),
  );
  for (const name of needed) {
    assert.match(projects?.[name] ?? '', /^\d+\.\d+\.\d+$/, name);
    assert.equal(own?.[name], projects?.[name], name);
  }
});

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

async function dependenciesOf(path: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(repository, path), 'utf8');
  const { dependencies } = JSON.parse(text) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return dependencies;
}
