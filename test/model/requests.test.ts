import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tool } from '../../src/model/model.js';
import { build, buildTool } from './build.js';

const styles: readonly (readonly [
  string,
  { readonly in: string; readonly [key: string]: unknown },
  object | undefined,
])[] = [
  ['defaults say nothing', { in: 'query', style: 'form', explode: true }, {}],
  ['no explode', { in: 'query', explode: false }, { explode: false }],
  ['pipes', { in: 'query', style: 'pipeDelimited', explode: false }, { style: 'pipeDelimited' }],
  ['deep object', { in: 'query', style: 'deepObject', explode: true }, { style: 'deepObject' }],
  [
    'reserved',
    { in: 'query', allowReserved: true, allowEmptyValue: true },
    { allowReserved: true, allowEmptyValue: true },
  ],
  ['explode in a header', { in: 'header', explode: true, allowReserved: true }, { explode: true }],
  ['a style of another place', { in: 'header', style: 'form' }, {}],
  [
    'content',
    { in: 'query', content: { 'application/json': { schema: {} } } },
    { contentType: 'application/json' },
  ],
  ['a nameless one', { in: 'query', name: '' }, undefined],
  ['a placeless one', { in: 'nowhere' }, undefined],
  ['a header that is no token', { in: 'header', name: 'a b' }, undefined],
  ['a header with a line break', { in: 'header', name: 'a\r\nb' }, undefined],
  ['a header of the client', { in: 'header', name: 'accept' }, undefined],
  ['an authorization header', { in: 'header', name: 'Authorization' }, undefined],
];
for (const [name, parameter, expected] of styles) {
  test(`parameter: ${name}`, () => {
    const declared = { name: 'p', schema: { type: 'string' }, ...parameter };
    const { tool, findings } = buildTool('/a', { get: { parameters: [declared] } });
    const [sent] = tool.request.parameters ?? [];
    const wanted = expected && { in: parameter.in, name: 'p', ...expected };
    assert.deepEqual(sent, wanted);
    if (expected === undefined) assert.equal(findings.length, 1);
  });
}

test('a parameter without a schema is a string, unless it says its type itself', () => {
  const parameters = [
    { in: 'query', name: 'a' },
    { in: 'query', name: 'b', type: 'integer', minimum: 1 },
  ];
  const { tool, codes } = buildTool('/a', { get: { parameters } });
  assert.deepEqual(tool.inputSchema.properties, {
    a: { type: 'string' },
    b: { type: 'integer', minimum: 1 },
  });
  assert.deepEqual(codes, ['MG211', 'MG211']);
});

const pet = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, id: { type: 'string' }, body: {}, ['__proto__']: {} },
};
const body = (content: object, rest: object = { required: true }): Tool => {
  const parameters = [{ in: 'path', name: 'id', required: true, schema: { type: 'string' } }];
  return buildTool('/a/{id}', { post: { parameters, requestBody: { content, ...rest } } }).tool;
};

test('the properties of a plain object are arguments', () => {
  const tool = body({ 'application/json': { schema: pet } });
  assert.deepEqual(tool.request.body, {
    contentType: 'application/json',
    properties: [
      'name',
      { name: 'id', argument: 'id_body' },
      'body',
      { name: '__proto__', argument: 'proto' },
    ],
    required: true,
  });
  assert.deepEqual(tool.inputSchema.required, ['id', 'name']);
});

test('an optional body with required properties is one optional argument', () => {
  const tool = body({ 'application/json': { schema: pet } }, {});
  assert.deepEqual(tool.request.body, { contentType: 'application/json', argument: 'body' });
  assert.deepEqual(tool.inputSchema.required, ['id']);
});

const media: readonly (readonly [string, readonly string[], chosen: string])[] = [
  ['JSON first', ['text/plain', 'multipart/form-data', 'application/json'], 'application/json'],
  [
    'with parameters',
    ['application/json; odata=minimalmetadata'],
    'application/json; odata=minimalmetadata',
  ],
  [
    'of patches the merge',
    ['application/json-patch+json', 'application/merge-patch+json'],
    'application/merge-patch+json',
  ],
  [
    'a form before text',
    ['text/plain', 'application/x-www-form-urlencoded'],
    'application/x-www-form-urlencoded',
  ],
  ['a wildcard of a text', ['*/*'], 'text/plain'],
  ['a wildcard of text', ['text/*'], 'text/plain'],
  ['nothing', [''], 'application/json'],
  ['half a type', ['form-data'], 'multipart/form-data'],
  ['a bad parameter', ['text/plain; utf-8'], 'text/plain'],
  ['a line break', ['text/plain\r\nX-Evil: 1'], 'application/json'],
  ['malformed ones last', ['', 'application/xml'], 'application/xml'],
];
for (const [name, types, chosen] of media) {
  test(`media type: ${name}`, () => {
    const content = Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]));
    assert.equal(body(content).request.body?.contentType, chosen);
  });
}

test('the fields of a form keep the encoding that is theirs, and no other', () => {
  const schema = { type: 'object', properties: { a: {}, b: {}, c: {}, d: {} } };
  const encoding = {
    a: { style: 'deepObject', explode: true },
    b: { contentType: 'application/json' },
    c: { style: 'form', contentType: 'application/json' },
    d: { contentType: 'text/plain' },
  };
  const form = body({ 'application/x-www-form-urlencoded': { schema, encoding } });
  assert.deepEqual(form.request.body?.encoding, {
    a: { style: 'deepObject' },
    b: { contentType: 'application/json' },
    c: { explode: true },
  });
  const json = body({ 'application/json': { schema, encoding } });
  assert.equal(json.request.body?.encoding, undefined);
});

test('an optional body that has no properties is none, a required one is sent empty', () => {
  const empty = { 'application/json': { schema: { type: 'object', properties: {} } } };
  assert.equal(body(empty, {}).request.body, undefined);
  assert.ok(body(empty).request.body !== undefined);
});

test('text and bytes are one string, whatever their schema', () => {
  const tool = body({ 'application/xml': { schema: pet } });
  const schema = tool.inputSchema.properties?.['body'];
  assert.equal(schema?.['type'], 'string');
  assert.match(String(schema['description']), /application\/xml/);
});

test('a body without content is JSON of any kind, and TRACE has none', () => {
  assert.deepEqual(body({}).request.body, { contentType: 'application/json', argument: 'body' });
  const { tool, codes } = buildTool('/a', { trace: { requestBody: { content: {} } } });
  assert.equal(tool.request.body, undefined);
  assert.deepEqual(codes, ['MG217']);
});

test('the model is the same whatever the order of the document', () => {
  const paths = { '/a': { get: {}, post: {} }, '/b': { get: { tags: ['x'] } } };
  const reversed = Object.fromEntries(
    Object.entries(paths)
      .toReversed()
      .map(([path, item]) => [path, Object.fromEntries(Object.entries(item).toReversed())]),
  );
  assert.equal(
    JSON.stringify(build({ paths }).model),
    JSON.stringify(build({ paths: reversed }).model),
  );
});
