import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { get } from '../corpus/document.js';
import { installPackages } from '../corpus/inputs.js';
import { linkDependencies } from '../support/fixture.js';
import { repository } from '../support/workspace.js';
import { timeNode, type Timed } from './stopwatch.js';

/** Everything that the benchmark installs and writes; ignored by git. */
export const benchDirectory = join(repository, '.cache/bench');

/** Something that turns a description into a server. */
export interface Generator {
  readonly name: string;
  /** Writes the project anew. */
  readonly generate: (source: string, project: string) => Promise<Timed>;
  /** From what was written to what can be started, once its dependencies are there. */
  readonly build: (project: string) => Promise<Timed>;
  readonly entry: (project: string) => string;
}

const limit = 180_000;

const command = join(repository, 'dist/src/cli.js');

export const ours: Generator = {
  name: 'mcp-gen',
  generate: async (source, project) => {
    await rm(project, { recursive: true, force: true });
    return timeNode([command, source, '-o', project, '--json'], { cwd: benchDirectory, limit });
  },
  build: async (project) => {
    await linkDependencies(project);
    return timeNode(['scripts/build.mjs'], { cwd: project, limit });
  },
  entry: (project) => join(project, 'dist/index.js'),
};

const theirFolder = join(benchDirectory, 'openapi-mcp-generator');
const theirModules = join(theirFolder, 'node_modules');
const theirPackages = [
  'openapi-mcp-generator@4.0.1',
  // What the package.json of its projects asks for.
  '@modelcontextprotocol/sdk@1.32.2',
  'axios@1.9.0',
  'dotenv@16.4.5',
  'zod@3.25.76',
  'json-schema-to-zod@2.6.1',
  '@types/node@22.15.2',
  'typescript@5.9.3',
] as const;

export const theirs: Generator = {
  name: 'openapi-mcp-generator',
  generate: async (source, project) => {
    await rm(project, { recursive: true, force: true });
    const program = join(theirModules, 'openapi-mcp-generator/bin/openapi-mcp-generator.js');
    const flags = ['--base-url', 'https://example.com', '--force'];
    const args = [program, '--input', source, '--output', project, ...flags];
    return timeNode(args, { cwd: benchDirectory, limit });
  },
  build: async (project) => {
    await rm(join(project, 'node_modules'), { recursive: true, force: true });
    await symlink(theirModules, join(project, 'node_modules'), 'junction');
    return timeNode([join(theirModules, 'typescript/bin/tsc')], { cwd: project, limit });
  },
  entry: (project) => join(project, 'build/index.js'),
};

/** A generator whose projects are too large to build. */
export function unbuilt(generator: Generator): Generator {
  const nothing = { milliseconds: 0, peakMegabytes: 0, code: undefined, stdout: '' };
  return { ...generator, build: () => Promise.resolve(nothing) };
}

/** Installs the other generator and what its projects need. */
export async function installGenerators(): Promise<void> {
  await mkdir(benchDirectory, { recursive: true });
  await installPackages(theirFolder, theirPackages);
}

const emptyServer = `import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

serveStdio(() => new McpServer({ name: 'empty', version: '1.0.0' }, { capabilities: { tools: {} } }));
`;

/** As scripts/build.mjs of our projects, but with the SDK as it comes. */
const emptyBundle = `import { build } from 'esbuild';

await build({
  entryPoints: ['src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  sourcemap: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
});
`;

/** Writes a server that does nothing, whatever the source, and bundles it with the SDK as it comes. */
export const empty: Generator = {
  ...ours,
  name: 'empty',
  generate: async (_, project) => {
    await rm(project, { recursive: true, force: true });
    await mkdir(join(project, 'src'), { recursive: true });
    await writeFile(join(project, 'src/index.ts'), emptyServer);
    await writeFile(join(project, 'bundle.mjs'), emptyBundle);
    await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    return { milliseconds: 0, peakMegabytes: 0, code: 0, stdout: '' };
  },
  build: async (project) => {
    await linkDependencies(project);
    return timeNode(['bundle.mjs'], { cwd: project, limit });
  },
};

/** Milliseconds by stage, as the report of our command says. */
export function stageTimings(output: string): Readonly<Record<string, number>> {
  const timings = get(JSON.parse(output), 'timings');
  return Object.fromEntries(
    ['load', 'model', 'emit', 'write'].map((stage) => [stage, Number(get(timings, stage))]),
  );
}
