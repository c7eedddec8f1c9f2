import { cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { generate, type GenerateOptions, type GenerateResult } from '../../src/index.js';
import { repository } from './workspace.js';

/** A folder of `fixtures/`: an input, options, and in `project/` what must come of them. */
export interface Fixture {
  readonly name: string;
  readonly directory: string;
  readonly options: GenerateOptions;
}

const inputs = ['openapi.yaml', 'openapi.json', 'swagger.yaml', 'mcp-gen.config.yaml'];

export async function readFixture(name: string): Promise<Fixture> {
  const directory = join(repository, 'fixtures', name);
  const entries = await readdir(directory);
  const source = inputs.find((input) => entries.includes(input));
  if (source === undefined) throw new Error(`fixtures/${name} has no input`);
  return { name, directory, options: { source } };
}

/** Generates a fixture in a copy of its input below `workspace`, with the dependencies that a user would install. */
export async function generateFixture(
  fixture: Fixture,
  workspace: string,
): Promise<GenerateResult> {
  const cwd = join(workspace, basename(fixture.directory));
  await mkdir(cwd, { recursive: true });
  await cp(fixture.directory, cwd, {
    recursive: true,
    filter: (path) => !relative(fixture.directory, path).split(sep).includes('project'),
  });
  return generate({ cwd, output: 'project', ...fixture.options });
}

/** Gives a project the packages of its lock file without the network. */
export async function linkDependencies(project: string): Promise<void> {
  const target = join(repository, 'templates/node_modules');
  await rm(join(project, 'node_modules'), { recursive: true, force: true });
  await symlink(target, join(project, 'node_modules'), 'junction');
}

/** Every file below `directory` by its path with `/`, sorted by path. */
export async function readTree(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const files = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(directory, path), 'utf8')] as const),
  );
  return new Map(files);
}
