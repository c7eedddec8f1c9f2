import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, buildTool } from './build.js';

const toolNames: readonly (readonly [operationId: string | undefined, name: string])[] = [
  ['listPets', 'list_pets'],
  ['getHTTPResponse', 'get_http_response'],
  ['list_IPs', 'list_ips'],
  ['OAuth2Token.get', 'oauth2_token_get'],
  ["listUser'sPets", 'list_users_pets'],
  ['getPurchaseOrder≠Attachment', 'get_purchase_order_attachment'],
  ['naïveÉlan', 'naive_elan'],
  ['2faStatus', 'get_2fa_status'],
  ['ペット', 'get_pets_by_pet_id'],
  ['   ', 'get_pets_by_pet_id'],
  [undefined, 'get_pets_by_pet_id'],
  ['__proto__', 'proto'],
];
for (const [operationId, name] of toolNames) {
  test(`operationId ${JSON.stringify(operationId)} makes the tool ${name}`, () => {
    const { tool } = buildTool('/pets/{petId}', { get: { operationId } });
    assert.equal(tool.name, name);
  });
}

test('a long name is shortened by whole words, both ends kept', () => {
  const operationId = 'listAllTheVeryLongNamesOfThingsInsideOtherThingsThatNobodyEverWantedToCount';
  const { tool } = buildTool('/x', { get: { operationId } });
  assert.ok(tool.name.length <= 64 && tool.name.startsWith('list_all_the_very_'));
  assert.match(tool.name, /_wanted_to_count$/);
});

test('names that are the same once shortened carry a hash of their operation', () => {
  const operationId = (middle: string) =>
    `start_${'word_'.repeat(1)}${'abcdefgh'.repeat(6)}_${middle}_end_of_it`;
  const paths = {
    '/a': { get: { operationId: operationId('one') } },
    '/b': { get: { operationId: operationId('two') } },
  };
  const names = Object.keys(build({ paths }).tools);
  assert.equal(names.length, 2);
  for (const name of names) assert.match(name, /^start_.{0,50}_[0-9a-f]{6}$/);
  const alone = build({ paths: { '/b': paths['/b'], '/a': paths['/a'] } });
  assert.deepEqual(Object.keys(alone.tools), names);
});

test('of equal operationIds the first path keeps the name, the others are named after their paths', () => {
  const paths = {
    '/b': { get: { operationId: 'list' } },
    '/a': { get: { operationId: 'list' } },
    '/c': { get: { operationId: 'LIST' } },
  };
  assert.deepEqual(Object.keys(build({ paths }).tools).toSorted(), ['get_b', 'get_c', 'list']);
});

test('an explicit name wins, and a bad or a taken one is reported', () => {
  const paths = {
    '/a': { get: { 'x-mcp': { name: 'Find-It' } } },
    '/b': { get: { 'x-mcp': { name: 'find-it' } } },
    '/c': { get: { 'x-mcp': { name: 'no good' } } },
    '/d': { get: { operationId: 'find-it' } },
  };
  const { tools, codes } = build({ paths });
  assert.deepEqual(Object.keys(tools).toSorted(), ['Find-It', 'find_it', 'get_b', 'get_c']);
  assert.deepEqual(codes, ['MG229', 'MG229']);
});

test('a pinned name stays with its operation when another would now take it', () => {
  const before = build({ paths: { '/a': { get: { operationId: 'list' } } } });
  const paths = {
    '/0': { get: { operationId: 'list' } },
    '/a': { get: { operationId: 'renamed' } },
  };
  const { model } = build({ paths }, { pins: before.model.pins });
  assert.equal(model.pins.tools['GET /a']?.name, 'list');
  assert.equal(model.pins.tools['GET /0']?.name, 'get_0');
});

test('a pin that is no name is ignored', () => {
  const { model } = build({ paths: { '/a': { get: {} } } });
  const tools = { 'GET /a': { name: '../x', group: '../../etc', arguments: {} } };
  const again = build(
    { paths: { '/a': { get: {} } } },
    { pins: { ...model.pins, tools, uriScheme: 'a b' } },
  );
  assert.deepEqual(again.model.pins, model.pins);
});

const parameter = (place: string, name: string) => ({
  in: place,
  name,
  schema: { type: 'string' },
});
const argumentNames: readonly (readonly [
  string,
  readonly (readonly [string, string])[],
  readonly string[],
])[] = [
  [
    'legal names stay',
    [
      ['query', 'a.b'],
      ['header', 'X-Trace-Id'],
    ],
    ['a.b', 'X-Trace-Id'],
  ],
  [
    'illegal characters go',
    [
      ['query', '$filter'],
      ['query', 'ids[]'],
      ['query', 'page[limit]'],
    ],
    ['filter', 'ids', 'page_limit'],
  ],
  [
    'locations keep the bare name in order',
    [
      ['cookie', 'id'],
      ['header', 'id'],
      ['query', 'id'],
    ],
    ['id', 'id_header', 'id_cookie'],
  ],
  [
    'a legal name comes before a sanitised one',
    [
      ['query', '$id'],
      ['query', 'id'],
    ],
    ['id', 'id_query'].toReversed(),
  ],
  [
    'three of one name',
    [
      ['query', 'a'],
      ['query', 'a[]'],
      ['query', '$a'],
    ],
    ['a', 'a_query_2', 'a_query'].toSorted(),
  ],
  ['nothing legal is left', [['query', '日本']], ['query']],
  [
    '__proto__ is no argument',
    [
      ['query', '__proto__'],
      ['query', 'constructor'],
    ],
    ['constructor', 'proto'],
  ],
  ['too long', [['query', 'x'.repeat(80)]], ['x'.repeat(64)]],
];
for (const [name, parameters, expected] of argumentNames) {
  test(`arguments: ${name}`, () => {
    const { tool } = buildTool('/a', {
      get: { parameters: parameters.map(([place, wire]) => parameter(place, wire)) },
    });
    assert.deepEqual(
      Object.keys(tool.inputSchema.properties ?? {}).toSorted(),
      expected.toSorted(),
    );
    const sent = tool.request.parameters ?? [];
    assert.deepEqual(
      sent.map(({ argument, name: wire }) => argument ?? wire).toSorted(),
      expected.toSorted(),
    );
    assert.deepEqual(
      sent.map(({ name: wire }) => wire).toSorted(),
      parameters.map(([, wire]) => wire).toSorted(),
    );
  });
}

test('argument names are pinned and stay', () => {
  const first = build({ paths: { '/a': { get: { parameters: [parameter('query', '$id')] } } } });
  assert.deepEqual(first.model.pins.tools['GET /a']?.arguments, { 'query:$id': 'id' });
  const parameters = [parameter('query', 'id'), parameter('query', '$id')];
  const { tools } = build({ paths: { '/a': { get: { parameters } } } }, { pins: first.model.pins });
  assert.deepEqual(tools['get_a']?.request.parameters, [
    { in: 'query', name: 'id', argument: 'id_query' },
    { in: 'query', name: '$id', argument: 'id' },
  ]);
});

test('an argument keeps the name on the wire when a parameter of that name comes', () => {
  const requestBody = {
    content: { 'application/json': { schema: { properties: { id: { type: 'string' } } } } },
  };
  const first = build({ paths: { '/a': { post: { requestBody } } } });
  const parameters = [parameter('query', 'id')];
  const later = { paths: { '/a': { post: { parameters, requestBody } } } };
  const { tools } = build(later, { pins: first.model.pins });
  assert.deepEqual(tools['post_a']?.request.parameters, [
    { in: 'query', name: 'id', argument: 'id_query' },
  ]);
  assert.deepEqual(tools['post_a'].request.body, {
    contentType: 'application/json',
    properties: ['id'],
  });
});

const identities: readonly (readonly [title: unknown, name: string])[] = [
  ['Swagger Petstore - OpenAPI 3.0', 'petstore'],
  ['GitHub v3 REST API', 'github'],
  ['The API', 'the-api'],
  ['カラーミーショップ', 'api'],
  ['1Forge Finance', 'api-1forge-finance'],
  ['Crédit & Débit', 'credit-debit'],
  ['one two three four five six seven eight nine ten', 'one-two-three-four-five-six-seven-eight'],
  ['x'.repeat(100), 'x'.repeat(40)],
  ['../../etc/passwd\nRUN evil', 'etc-passwd-run-evil'],
  [7, 'api'],
  [undefined, 'api'],
];
for (const [title, name] of identities) {
  test(`the title ${JSON.stringify(title)} makes the server ${name}, which stays pinned`, () => {
    const document = { info: { title, version: 2 }, paths: { '/a': { get: {} } } };
    const { model } = build(document);
    assert.equal(model.name, name);
    assert.equal(model.version, '2');
    const renamed = { ...document, info: { title: 'Something else' } };
    assert.equal(build(renamed, { pins: model.pins }).model.name, name);
    assert.equal(build(renamed, { pins: model.pins, name: 'mine' }).model.uriScheme, 'mine');
  });
}

test('a URI scheme that clients know is not taken', () => {
  const { model } = build({ paths: { '/a': { get: {} } } }, { name: 'file' });
  assert.deepEqual([model.name, model.uriScheme], ['file', 'api-file']);
});

const operations = (count: number, path: (index: number) => string, tag?: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      path(index),
      { get: tag === undefined ? {} : { tags: [tag] } },
    ]),
  );
const groupings: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
  ['by tag', operations(2, (index) => `/a/${index}`, 'Pet Store'), ['pet-store']],
  [
    'tags that make one file',
    { ...operations(1, () => '/a', 'Pets'), ...operations(1, () => '/b', 'pets!') },
    ['pets'],
  ],
  [
    'by the first segment not shared',
    operations(2, (index) => `/api/v1/${index === 0 ? 'pets' : 'toys'}/x`),
    ['pets', 'toys'],
  ],
  [
    'reserved names',
    { ...operations(1, () => '/a', 'index'), ...operations(1, () => '/b', 'CON') },
    ['con-tools', 'index-tools'],
  ],
  ['a tag without letters', operations(1, () => '/toys', '☃'), ['toys']],
  ['a traversing tag', operations(1, () => '/a', '../../etc/x'), ['etc-x']],
  ['nothing to go by', operations(1, () => '/'), ['tools']],
  [
    'split by segment',
    { ...operations(40, (i) => `/r/a/${i}x`, 'r'), ...operations(40, (i) => `/r/b/${i}x`, 'r') },
    ['r-a', 'r-b'],
  ],
];
for (const [name, paths, files] of groupings) {
  test(`groups: ${name}`, () => {
    assert.deepEqual(
      build({ paths }).model.groups.map(({ file }) => file),
      files,
    );
  });
}

test('no group has more than 60 tools, and pinned tools stay in their file', () => {
  const before = build({ paths: operations(60, (index) => `/x/${index}`, 'all') });
  assert.equal(before.model.groups.length, 1);
  const after = build(
    { paths: operations(130, (index) => `/x/${index}`, 'all') },
    { pins: before.model.pins },
  );
  const kept =
    after.model.groups.find(({ file }) => file === 'all')?.tools.map(({ name }) => name) ?? [];
  for (const tool of Object.keys(before.tools)) assert.ok(kept.includes(tool), tool);
  const fresh = build({ paths: operations(130, (index) => `/x/${index}`, 'all') });
  for (const { tools } of [...after.model.groups, ...fresh.model.groups]) {
    assert.ok(tools.length <= 60);
  }
});
