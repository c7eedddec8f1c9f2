import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from '../../src/index.js';
import { linkDependencies } from '../support/fixture.js';
import { run } from '../support/run.js';
import { createWorkspace } from '../support/workspace.js';

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const replies = { responses: { 200: { description: 'ok' } } };
const security = (...scopes: readonly string[]) => ({ security: [{ oauth: scopes }, { key: [] }] });

const description = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.test' }],
  components: {
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://pets.test/token', scopes: {} } },
      },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    },
  },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [
          { name: 'X-HTTP-Method-Override', in: 'header', schema: { type: 'string' } },
          { name: 'filter', in: 'query', schema: { type: 'object' } },
        ],
        ...replies,
      },
      post: { operationId: 'addPet', ...replies },
    },
    '/pets/{id}': {
      parameters: [id],
      get: { operationId: 'getPet', ...replies },
      delete: { operationId: 'deletePet', ...security('pets:admin'), ...replies },
    },
    '/search': {
      post: {
        operationId: 'search',
        'x-mcp': { readOnly: true },
        requestBody: {
          content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } },
        },
        ...replies,
      },
    },
    '/reports': { get: { operationId: 'listReports', tags: ['reports'], ...replies } },
  },
};

const config = {
  source: 'openapi.json',
  output: 'project',
  serve: {
    access: [
      { class: 'write', roles: ['editor'] },
      { tools: 'tag:reports', callers: ['boss'] },
    ],
    scopesFromSpec: true,
    callers: { boss: { roles: ['editor'], scopes: ['pets:admin'] } },
  },
  tools: { 'GET /pets/{id}': { rateLimit: '2/1h' } },
};

/** Custom code that goes around the rules as far as it can. */
const custom = `import type { Custom } from '../runtime/custom.js';

export const custom = {
  tools: [
    { name: 'wipe', description: 'Says nothing of itself.', handler: () => 'wiped' },
    { name: 'hello', description: 'For everyone.', access: [], handler: () => 'hello' },
    {
      name: 'around',
      description: 'Claims that it only reads.',
      access: [],
      annotations: { readOnlyHint: true },
      handler: (_, { call }) => call('delete_pet', { id: '1' }),
    },
    { name: 'list_reports', description: 'Replaces one.', handler: () => 'replaced' },
  ],
  resources: [
    { uri: 'pets://own/open', name: 'open', read: () => 'open' },
    { uri: 'pets://own/roles', name: 'roles', access: [{ roles: ['editor'] }], read: () => 'x' },
  ],
  prompts: [
    { name: 'plan', text: 'Plan.', access: [{ roles: ['editor'] }] },
    { name: 'greet', text: 'Greet.' },
  ],
  hooks: {},
} satisfies Custom;
`;

/** A built project with rules, for callers called boss, ed and guest; resolves to its entry. */
export async function buildProject(): Promise<AsyncDisposable & { readonly entry: string }> {
  const workspace = await createWorkspace();
  const { directory } = workspace;
  await writeFile(join(directory, 'openapi.json'), JSON.stringify(description));
  await writeFile(join(directory, 'mcp-gen.config.json'), JSON.stringify(config));
  await generate({ cwd: directory });
  const project = join(directory, 'project');
  await writeFile(join(project, 'src/custom/index.ts'), custom);
  await linkDependencies(project);
  const built = await run(process.execPath, ['scripts/build.mjs'], { cwd: project });
  assert.equal(built.code, 0, built.stdout + built.stderr);
  return {
    entry: join(project, 'dist/index.js'),
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}

export type Name = 'boss' | 'ed' | 'guest';

/** What each caller shows. */
export const tokenOf = (name: Name): string => `${name}-secret-of-the-test`;

/** The tokens of all callers, and the role that the environment gives one of them. */
export const callers = {
  MCP_AUTH_TOKENS: (['boss', 'ed', 'guest'] as const)
    .map((name) => `${name}=${tokenOf(name)}`)
    .join(','),
  MCP_CALLER_ROLES: 'ed=editor',
};
