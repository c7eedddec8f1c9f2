import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from '../../src/index.js';
import { linkDependencies } from '../support/fixture.js';
import { run } from '../support/run.js';
import { createWorkspace } from '../support/workspace.js';

const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const name = { type: 'string', description: 'What it is called.', minLength: 1 };
const replies = { responses: { 200: { description: 'ok' } } };
const body = {
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['name'],
          properties: { name, born: { type: 'string', format: 'date' } },
        },
      },
    },
  },
};

/** Five operations on each of three kinds of things, and one that stands out. */
const description = {
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1', description: 'Everything about a zoo.' },
  servers: [{ url: 'https://zoo.test' }],
  paths: {
    ...operationsOn('animal'),
    ...operationsOn('keeper'),
    ...operationsOn('ticket'),
    '/feedings': {
      post: {
        operationId: 'feedAnimals',
        summary: 'Feed the animals',
        tags: ['animals'],
        'x-mcp': { favourite: true },
        ...replies,
      },
    },
  },
};

function operationsOn(noun: string): object {
  const tags = [`${noun}s`];
  const capital = noun.charAt(0).toUpperCase() + noun.slice(1);
  return {
    [`/${noun}s`]: {
      get: { operationId: `list${capital}s`, summary: `List ${noun}s`, tags, ...replies },
      post: { operationId: `add${capital}`, summary: `Add a ${noun}`, tags, ...body, ...replies },
    },
    [`/${noun}s/{id}`]: {
      parameters: [id],
      get: { operationId: `get${capital}`, summary: `Get a ${noun}`, tags, ...replies },
      delete: { operationId: `delete${capital}`, summary: `Delete a ${noun}`, tags, ...replies },
      patch: {
        operationId: `change${capital}`,
        summary: `Change a ${noun}`,
        tags,
        ...body,
        ...replies,
      },
    },
  };
}

const custom = `import type { Custom } from '../runtime/custom.js';

let many = false;
const extras = Array.from({ length: 50 }, (_, number) => ({
  name: \`extra_\${number}\`,
  description: 'One more.',
  handler: () => 'extra',
}));

export const custom = {
  get tools() {
    const grow = {
      name: 'grow',
      description: 'Makes the tools more.',
      handler: (_: unknown, { notify }: { notify: { toolsChanged: () => void } }) => {
        many = true;
        notify.toolsChanged();
        return 'grown';
      },
    };
    return many ? [grow, ...extras] : [grow];
  },
  hooks: {
    rankTools: ({ query, found, names }) =>
      query === 'secret wish' ? [{ name: names[0] ?? '', score: 1 }, { name: 'grow_not', score: 1 }] : found,
  },
} satisfies Custom;
`;

const config = {
  source: 'openapi.json',
  output: 'project',
  tools: { 'GET /keepers': { favourite: true } },
};

/** A built project of 16 generated tools and a custom one, of which at most \`threshold\` are listed. */
export async function buildProject(
  threshold: number,
): Promise<AsyncDisposable & { readonly entry: string; readonly directory: string }> {
  const workspace = await createWorkspace();
  const { directory } = workspace;
  await writeFile(join(directory, 'openapi.json'), JSON.stringify(description));
  await writeFile(join(directory, 'mcp-gen.config.json'), JSON.stringify(config));
  await generate({ cwd: directory, surfaceThreshold: threshold });
  const project = join(directory, 'project');
  await writeFile(join(project, 'src/custom/index.ts'), custom);
  await linkDependencies(project);
  const built = await run(process.execPath, ['scripts/build.mjs'], { cwd: project });
  assert.equal(built.code, 0, built.stdout + built.stderr);
  return {
    directory: project,
    entry: join(project, 'dist/index.js'),
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}
