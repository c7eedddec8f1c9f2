import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, buildTool } from './build.js';

const read = [true, false, true] as const;
const writingRead = [false, true, false] as const;
const hints: readonly (readonly [
  string,
  Readonly<Record<string, unknown>>,
  readonly [readOnly: boolean, destructive: boolean, idempotent: boolean],
  path?: string,
])[] = [
  ['a GET', { get: {} }, read],
  ['a HEAD', { head: {} }, read],
  ['a PUT', { put: {} }, [false, true, true]],
  ['a PATCH', { patch: {} }, [false, true, false]],
  ['a DELETE', { delete: {} }, [false, true, true]],
  ['a POST', { post: { operationId: 'createPet' } }, [false, false, false]],
  ['a destructive POST', { post: { operationId: 'deletePets' } }, [false, true, false]],
  ['a POST that says so', { post: { description: 'Deletes a pet.' } }, [false, true, false]],
  ['a POST to an action', { post: {} }, [false, true, false], '/x/{id}/cancel'],
  [
    'a POST to a method',
    { post: { operationId: 'chat_delete' } },
    [false, true, false],
    '/chat.delete',
  ],
  ['a GET that writes', { get: { operationId: 'deletePet' } }, writingRead],
  [
    'a GET whose summary writes',
    { get: { operationId: 'x', summary: 'Deletes the pet.' } },
    writingRead,
  ],
  ['a GET whose action writes', { get: {} }, writingRead, '/#Action=RunInstances'],
  ['a GET whose query writes', { get: {} }, writingRead, '/rest?method=flickr.photos.addTags'],
  ['a GET whose tag has a verb', { get: { operationId: 'UpdateSystem_GetFiles' } }, read],
  ['a GET of nouns', { get: { operationId: 'updates', summary: 'Updates of a pet' } }, read],
  [
    'a GET of a noun that is a verb',
    { get: { operationId: 'getArchive', summary: 'Order history' } },
    read,
  ],
  ['a POST said to read', { post: { 'x-mcp': { readOnly: true } } }, read],
  ['a GET said to write', { get: { 'x-mcp': { readOnly: false } } }, [false, true, false]],
  [
    'a GET said not to write',
    { get: { operationId: 'deletePet', 'x-mcp': { readOnly: true } } },
    read,
  ],
  [
    'a path said to be idempotent',
    { post: {}, 'x-mcp': { idempotent: true } },
    [false, false, true],
  ],
];
for (const [name, pathItem, expected, path = '/x'] of hints) {
  test(`safety: ${name}`, () => {
    const { tool, model } = buildTool(path, pathItem);
    const { readOnlyHint, destructiveHint, idempotentHint, openWorldHint } = tool.annotations;
    assert.deepEqual([readOnlyHint, destructiveHint, idempotentHint], expected);
    assert.equal(openWorldHint, true);
    assert.equal(model.counts.resources, readOnlyHint && tool.request.method === 'GET' ? 1 : 0);
  });
}

test('--read-only leaves out what may write, GETs that write too', () => {
  const paths = { '/a': { get: {}, post: {} }, '/b': { get: { operationId: 'removeB' } } };
  const { model, tools } = build({ paths }, { readOnly: true });
  assert.deepEqual(Object.keys(tools), ['get_a']);
  assert.equal(model.counts.excluded, 2);
});

const filtered = {
  paths: {
    '/pets': {
      get: { operationId: 'listPets', tags: ['pets'] },
      post: { operationId: 'createPet' },
    },
    '/pets/{id}': { get: { operationId: 'getPet', tags: ['pets', 'one'] } },
    '/pets/{id}/toys/': { delete: { operationId: 'deleteToys' } },
    '/petshop': { get: { operationId: 'shop.show' } },
  },
};
const filters: readonly (readonly [
  include: readonly string[],
  exclude: readonly string[],
  expected: string,
])[] = [
  [['listPets'], [], 'list_pets'],
  [['*Pet'], [], 'create_pet get_pet'],
  [['tag:one'], [], 'get_pet'],
  [['/pets/*'], [], 'get_pet'],
  [['/pets/**'], [], 'create_pet delete_toys get_pet list_pets'],
  [['GET /pets/**'], ['tag:one'], 'list_pets'],
  [['get /pets*'], [], 'list_pets shop_show'],
  [[], ['/pets/{id}/**', 'shop?show'], 'create_pet list_pets shop_show'],
];
for (const [include, exclude, expected] of filters) {
  test(`patterns: ${include.join(' ')} without ${exclude.join(' ')}`, () => {
    const { tools } = build(filtered, { include, exclude });
    assert.equal(Object.keys(tools).toSorted().join(' '), expected);
  });
}

test('a pattern that matches nothing is a warning with the nearest', () => {
  const { findings } = build(filtered, { exclude: ['tag:pet', 'listPet', 'GET /pet'] });
  const helps = findings.filter(({ code }) => code === 'MG227').map(({ help }) => help);
  assert.deepEqual(helps, [
    'Did you mean "tag:pets"?',
    'Did you mean "listPets"?',
    'Did you mean "GET /pets"?',
  ]);
});

test('x-mcp: the nearest of operation, path and root decides', () => {
  const { tools } = build({
    'x-mcp': false,
    paths: {
      '/a': { get: {}, post: { 'x-mcp': true } },
      '/b': { 'x-mcp': { readOnly: true }, post: {}, put: { 'x-mcp': { readOnly: false } } },
    },
  });
  assert.deepEqual(Object.keys(tools), ['post_a', 'post_b', 'put_b']);
  assert.equal(tools['post_b']?.annotations.readOnlyHint, true);
  assert.equal(tools['put_b']?.annotations.readOnlyHint, false);
});

test('x-mcp names, titles and describes; what it does not know is reported', () => {
  const { tool, findings } = buildTool('/a', {
    get: {
      'x-mcp': {
        name: 'find',
        title: 'Find',
        description: 'Finds it.',
        readonly: true,
        destructive: 'no',
      },
    },
  });
  assert.deepEqual([tool.name, tool.title, tool.description], ['find', 'Find', 'Finds it.']);
  const warnings = findings.filter(({ code }) => code === 'MG228');
  assert.match(warnings[0]?.message ?? '', /"readonly" here; did you mean readOnly\?/);
  assert.equal(warnings[1]?.pointer, '/paths/~1a/get/x-mcp/destructive');
});

const descriptions: readonly (readonly [
  string,
  object,
  description: string,
  title: string | undefined,
])[] = [
  ['both', { summary: 'Find pets', description: 'By tag.' }, 'Find pets. By tag.', 'Find pets'],
  [
    'said twice',
    { summary: 'Find pets', description: 'Find pets by tag.' },
    'Find pets by tag.',
    'Find pets',
  ],
  ['the same', { summary: 'Find pets.', description: 'find pets' }, 'find pets', 'Find pets'],
  ['nothing', {}, 'GET /pets', undefined],
  ['deprecated', { deprecated: true, summary: 'Find' }, 'Deprecated. Find', 'Find'],
  [
    'deprecated and said so',
    { deprecated: true, description: 'Deprecated: no.' },
    'Deprecated: no.',
    undefined,
  ],
  [
    'no news',
    { operationId: 'listPets', summary: 'List all the pets' },
    'List all the pets',
    undefined,
  ],
];
for (const [name, operation, description, title] of descriptions) {
  test(`description: ${name}`, () => {
    const { tool } = buildTool('/pets', { get: operation });
    assert.deepEqual([tool.description, tool.title], [description, title]);
  });
}

test('a description is at most 1,024 characters, an argument of it 512', () => {
  const long = 'All work and no play makes Jack a dull boy. '.repeat(100);
  const parameters = [{ name: 'a', in: 'query', deprecated: true, description: long, schema: {} }];
  const { tool } = buildTool('/pets', { get: { description: long, deprecated: true, parameters } });
  assert.ok(tool.description.startsWith('Deprecated. All') && tool.description.length <= 1024);
  const text = String(tool.inputSchema.properties?.['a']?.['description']);
  assert.ok(text.startsWith('Deprecated. All') && text.length <= 512);
});

const query = (name: string, schema: object = { type: 'string' }, required = false) => ({
  in: 'query',
  name,
  required,
  schema,
});
const uris: readonly (readonly [
  string,
  path: string,
  parameters: readonly object[],
  uri: string | undefined,
])[] = [
  ['static', '/pets', [], 'petstore://api/pets'],
  ['root', '/', [], 'petstore://api/'],
  ['trailing slash', '/pets/', [], 'petstore://api/pets/'],
  [
    'path and query',
    '/pets/{pet-id}',
    [query('a-b'), query('$c', { type: 'array', items: {} })],
    'petstore://api/pets/{pet_id}{?a_b,c}',
  ],
  ['fixed query', '/rest?method=x', [query('a')], 'petstore://api/rest?method=x{&a}'],
  ['characters', '/a b/{id}.json/ü', [], 'petstore://api/a%20b/{id}.json/%C3%BC'],
  ['fragment', '/#Action=Get{x}', [], 'petstore://api/Action%3DGet%7Bx%7D'],
  ['optional header', '/pets', [{ in: 'header', name: 'X-A', schema: {} }], 'petstore://api/pets'],
  [
    'required header',
    '/pets',
    [{ in: 'header', name: 'X-A', required: true, schema: {} }],
    undefined,
  ],
  ['optional object', '/pets', [query('a', { type: 'object' })], 'petstore://api/pets'],
  [
    'optional list of objects',
    '/pets',
    [query('a', { type: 'array', items: { type: 'object' } })],
    'petstore://api/pets',
  ],
  ['required object', '/pets', [query('a', { type: 'object' }, true)], undefined],
  ['ambiguous variables', '/pets', [query('a-b'), query('a_b')], undefined],
];
for (const [name, path, parameters, uri] of uris) {
  test(`resource: ${name}`, () => {
    const { model } = buildTool(path, { get: { parameters } });
    assert.equal(model.resources[0]?.uri, uri);
  });
}

test('resources-only: what is read as a resource is no tool; tools-only: no resources', () => {
  const paths = { '/a': { get: {}, post: {} } };
  const only = build({ paths }, { resources: 'resources-only' });
  assert.equal(only.tools['get_a']?.resourceOnly, true);
  assert.equal(only.tools['post_a']?.resourceOnly, undefined);
  assert.deepEqual([only.model.counts.tools, only.model.counts.resources], [1, 1]);
  assert.deepEqual(build({ paths }, { resources: 'tools-only' }).model.resources, []);
});

test('a resource has the media type of the reply if that is clear, and the request accepts all of them', () => {
  const reply = (content: object) =>
    buildTool('/a', { get: { responses: { '2XX': { content } } } });
  const json = reply({ 'text/html': {}, 'application/json': {}, bad: {} });
  assert.equal(json.model.resources[0]?.mimeType, 'application/json');
  assert.equal(json.tool.request.accept, 'application/json, text/html');
  assert.equal(reply({ 'text/html': {}, 'text/csv': {} }).model.resources[0]?.mimeType, undefined);
  assert.equal(reply({ '*/*': {} }).model.resources[0]?.mimeType, undefined);
});
