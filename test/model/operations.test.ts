import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../../src/diagnostics.js';
import { build, buildTool } from './build.js';

const get = { get: {} };

test('every method becomes a tool, in the order of names', () => {
  const methods = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace'];
  const { tools, model } = build({
    paths: { '/pets': Object.fromEntries(methods.map((method) => [method, {}])) },
  });
  assert.deepEqual(Object.keys(tools), methods.map((method) => `${method}_pets`).toSorted());
  assert.equal(model.counts.operations, 8);
});

test('a path item may be a reference, also to another path', () => {
  const { tools } = build({
    paths: {
      '/a': { $ref: '#/paths/~1b' },
      '/b': get,
      '/c': { $ref: '#/components/pathItems/c%20d' },
    },
    components: { pathItems: { 'c d': { post: {} } } },
  });
  assert.deepEqual(Object.keys(tools), ['get_a', 'get_b', 'post_c']);
});

test('parameters of the path item are overridden by name and location', () => {
  const { tool } = buildTool('/pets', {
    parameters: [
      { name: 'limit', in: 'query', schema: { type: 'string' } },
      { name: 'limit', in: 'header', schema: { type: 'string' } },
    ],
    get: {
      parameters: [{ name: 'limit', in: 'query', required: true, schema: { type: 'boolean' } }],
    },
  });
  assert.deepEqual(tool.inputSchema.properties, {
    limit: { type: 'boolean' },
    limit_header: { type: 'string' },
  });
  assert.deepEqual(tool.inputSchema.required, ['limit']);
});

const routes: readonly (readonly [path: string, requested: string, args: readonly string[]])[] = [
  ['/a/', '/a/', []],
  ['/#Action=DescribeX', '/', []],
  ['/a/{b}#frag/{c}', '/a/{b}', ['b']],
  ['/a?op=x', '/a?op=x', []],
  ['/a?op=x&y={z}', '/a?op=x', ['y']],
  ['/a/{b}/{b}.{c}', '/a/{b}/{b}.{c}', ['b', 'c']],
];
for (const [path, requested, args] of routes) {
  test(`the path ${path} is requested as ${requested}`, () => {
    const { tool } = buildTool(path, get);
    assert.equal(tool.request.path, requested);
    assert.deepEqual(Object.keys(tool.inputSchema.properties ?? {}), args);
  });
}

test('operations of one path told apart by their fragments have names, keys and URIs of their own', () => {
  const { model, tools } = build({
    paths: { '/#Action=DescribeA': get, '/#Action=DescribeB': get },
  });
  assert.deepEqual(Object.keys(tools), ['get_action_describe_a', 'get_action_describe_b']);
  assert.deepEqual(Object.keys(model.pins.tools), [
    'GET /#Action=DescribeA',
    'GET /#Action=DescribeB',
  ]);
  assert.equal(new Set(model.resources.map(({ uri }) => uri)).size, 2);
});

test('an undeclared path variable is asked for, an unused path parameter is not', () => {
  const { tool, codes, model } = buildTool('/pets/{id}', {
    get: { parameters: [{ name: 'ID', in: 'path', required: true, schema: {} }] },
  });
  assert.deepEqual(tool.inputSchema.properties, { id: { type: 'string' } });
  assert.deepEqual(tool.inputSchema.required, ['id']);
  assert.deepEqual(codes, ['MG207', 'MG208']);
  assert.equal(model.counts.approximated, 1);
});

test('a variable in the query of a path takes the schema it was declared with', () => {
  const { tool, codes } = buildTool('/search?q={term}', {
    get: { parameters: [{ name: 'term', in: 'path', required: true, schema: { enum: ['a'] } }] },
  });
  assert.deepEqual(tool.request.parameters, [{ in: 'query', name: 'q' }]);
  assert.deepEqual(tool.inputSchema.required, ['q']);
  assert.deepEqual(codes, ['MG210']);
});

test('paths that differ in nothing but the names of variables both become tools', () => {
  const { model, codes } = build({ paths: { '/pets/{a}': get, '/pets/{b}': get } });
  assert.deepEqual(Object.keys(model.pins.tools), ['GET /pets/{b}', 'GET /pets/{}']);
  assert.equal(model.counts.tools, 2);
  assert.equal(model.counts.resources, 1);
  assert.deepEqual(
    codes.filter((code) => code !== 'MG207'),
    ['MG214', 'MG231'],
  );
});

for (const path of ['pets', 'https://evil.example/x', '/a/../b', '/a/%2e%2E', '/a\\b', '/a\nb']) {
  test(`the path ${JSON.stringify(path)} is left out, the others stay`, () => {
    const { model, codes } = build({ paths: { [path]: get, '/ok': get } });
    assert.equal(model.counts.tools, 1);
    assert.equal(model.counts.skipped, 1);
    assert.ok(codes.includes('MG203'));
  });
}

test('methods of OpenAPI 3.2 are reported', () => {
  const { model } = build({
    paths: { '/a': { get: {}, query: {}, additionalOperations: { COPY: {} } } },
  });
  assert.equal(model.counts.skipped, 2);
});

const oddities: readonly (readonly [string, unknown])[] = [
  ['a path item that is text', { '/odd': 'x' }],
  ['an operation that is a list', { '/odd': { get: [] } }],
  ['parameters that are no list', { '/odd': { get: { parameters: { a: 1 } } } }],
  [
    'parameters of the wrong types',
    { '/odd': { get: { parameters: [null, 1, {}, { name: 1, in: 2 }] } } },
  ],
  ['a reference to itself', { '/odd': { $ref: '#/paths/~1odd' } }],
  ['a reference to nowhere', { '/odd': { get: { parameters: [{ $ref: '#/no/such' }] } } }],
  [
    'an external reference',
    { '/odd': { get: { requestBody: { $ref: 'https://evil.example/' } } } },
  ],
  [
    'tags and ids of the wrong types',
    { '/odd': { get: { tags: [1, {}], operationId: 7, security: 'x' } } },
  ],
  [
    'a body of the wrong type',
    { '/odd': { post: { requestBody: { content: { 'application/json': 3 } } } } },
  ],
  [
    'responses of the wrong type',
    { '/odd': { get: { responses: { 200: 'x', 201: { content: 1 } } } } },
  ],
];
for (const [name, paths] of oddities) {
  test(`${name} does not harm the other operations`, () => {
    const { tools } = build({ paths: { '/ok': get, ...(paths as object) } });
    assert.ok('get_ok' in tools);
  });
}

const nothing: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  ['empty paths', { paths: {} }, /"paths" are empty/],
  ['webhooks only', { webhooks: { a: { post: {} }, b: { post: {} } } }, /only webhooks \(2\)/],
  ['paths without methods', { paths: { '/a': {} } }, /no path \(of 1\)/],
  [
    'everything excluded',
    { paths: { '/a': { get: { 'x-mcp': false } } } },
    /Every operation \(1\)/,
  ],
  ['nothing understood', { paths: { a: get } }, /No operation \(of 1\)/],
];
for (const [name, document, message] of nothing) {
  test(`${name}: an error that says so`, () => {
    assert.throws(
      () => build(document),
      (error) => error instanceof InputError && message.test(error.message),
    );
  });
}
