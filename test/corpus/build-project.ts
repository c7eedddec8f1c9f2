import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generate, type GenerateResult } from '../../src/index.js';
import { connectStdio, type AnyClient } from '../runtime/process.js';
import { linkDependencies } from '../support/fixture.js';
import { run } from '../support/run.js';
import { findCasts } from './casts.js';
import { corpusDirectory, type Description } from './inputs.js';

/** What became of a project. */
export interface Built {
  readonly id: string;
  readonly tools?: number;
  readonly resources?: number;
  /** The first thing that is wrong; absent if nothing is. */
  readonly problem?: string;
}

/** Generates, builds and starts the project of a description, and lists it with both clients. Never rejects. */
export async function buildProject({ id, file }: Description): Promise<Built> {
  const output = join(corpusDirectory, 'projects', id.replace(/\.json$/, '').replace(/\W+/g, '-'));
  try {
    await rm(output, { recursive: true, force: true });
    const { model } = await generate({ cwd: corpusDirectory, source: file, output });
    await linkDependencies(output);
    const casts = await findCasts(output);
    if (casts.length > 0) return { id, problem: `${casts.length} casts: ${casts[0] ?? ''}` };
    const built = await run('npm', ['run', '--silent', 'build'], { cwd: output });
    if (built.code !== 0) return { id, problem: `build: ${built.stdout}${built.stderr}` };
    const problem = await listProblem(join(output, 'dist/index.js'), model);
    const counts = { tools: model.counts.tools, resources: model.counts.resources };
    return { id, ...counts, ...(problem !== undefined && { problem }) };
  } catch (error) {
    return { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

type Model = GenerateResult['model'];

async function listProblem(entry: string, model: Model): Promise<string | undefined> {
  const wanted = {
    tools: model.groups.flatMap(({ tools }) => tools.map(({ name }) => name)).toSorted(),
    resources: model.resources.map(({ uri }) => uri).toSorted(),
  };
  const server = hasServer(model) ? {} : { API_BASE_URL: 'http://127.0.0.1:9' };
  const env = { ...server, MCP_SURFACE: 'all' };
  for (const kind of ['v1 SDK', 'v2 of 2025', 'v2 of 2026'] as const) {
    try {
      await using client = await connectStdio(kind, entry, env);
      const listed = await listAll(client);
      for (const what of ['tools', 'resources'] as const) {
        const index = wanted[what].findIndex((name, place) => name !== listed[what][place]);
        const same = index === -1 && listed[what].length === wanted[what].length;
        if (!same) return `${kind}: ${what} differ at ${wanted[what][index] ?? 'the end'}`;
      }
    } catch (error) {
      return `${kind}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
}

/** Whether every part of the root server's URL has a value without any environment. */
function hasServer({ server }: Model): boolean {
  const variables = Object.values(server?.variables ?? {});
  return server !== undefined && variables.every((variable) => variable.default !== undefined);
}

async function listAll(client: AnyClient) {
  const tools = await everyPage(async (page) => {
    const { tools, nextCursor } = await client.listTools(page);
    return { items: tools.map(({ name }) => name), nextCursor };
  });
  const sorted = tools.toSorted();
  if (client.getServerCapabilities()?.resources === undefined) {
    return { tools: sorted, resources: [] };
  }
  const resources = await everyPage(async (page) => {
    const { resources, nextCursor } = await client.listResources(page);
    return { items: resources.map(({ uri }) => uri), nextCursor };
  });
  const templates = await everyPage(async (page) => {
    const { resourceTemplates, nextCursor } = await client.listResourceTemplates(page);
    return { items: resourceTemplates.map(({ uriTemplate }) => uriTemplate), nextCursor };
  });
  return { tools: sorted, resources: [...resources, ...templates].toSorted() };
}

interface Page {
  readonly items: readonly string[];
  readonly nextCursor: string | undefined;
}

async function everyPage(
  list: (page: { cursor: string } | undefined) => Promise<Page>,
): Promise<readonly string[]> {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor === undefined ? undefined : { cursor });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}
