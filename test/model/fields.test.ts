import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelOptions } from '../../src/model/build-model.js';
import { build } from './build.js';

const json = (schema: unknown) => ({
  responses: { 200: { content: { 'application/json': { schema } } } },
});
const object = (count: number) => ({
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`p${index}`, { type: 'string' }]),
  ),
});
const list = { type: 'array', items: object(3) };
const envelope = { type: 'object', properties: { data: list, total: { type: 'integer' } } };

function made(operation: object, options: Partial<ModelOptions> = { fields: true }) {
  const built = build({ paths: { '/a': { get: operation } } }, options);
  const tool = built.tools['get_a'];
  const { properties = {} } = tool?.inputSchema ?? {};
  return { ...built, tool, properties, shape: tool?.shape };
}

const both = { fields: 'fields', table: 'table' };
const shapes: readonly (readonly [string, operation: object, expected: object | undefined])[] = [
  ['a list of objects', json(list), both],
  ['a list of objects in an envelope', json(envelope), both],
  ['a large object', json(object(21)), { fields: 'fields' }],
  [
    'large because of what is in it',
    json({ properties: { a: object(10), b: object(11) } }),
    { fields: 'fields' },
  ],
  ['a small object', json(object(20)), undefined],
  ['a list of values', json({ type: 'array', items: { type: 'string' } }), undefined],
  ['an unknown one', json({}), undefined],
  ['a text', { responses: { 200: { content: { 'text/csv': { schema: list } } } } }, undefined],
  ['none', { responses: { 204: {} } }, undefined],
];
for (const [name, operation, expected] of shapes) {
  test(`--fields gives arguments for the reply: ${name}`, () => {
    assert.deepEqual(made(operation).shape, expected);
    assert.equal(made(operation, {}).shape, undefined);
  });
}

const asked: readonly (readonly [
  string,
  directive: unknown,
  options: Partial<ModelOptions>,
  expected: object | undefined,
])[] = [
  ['x-mcp', { fields: true }, {}, both],
  ['x-mcp, not', { fields: false }, { fields: true }, undefined],
  ['the config', undefined, { tools: { 'GET /a': { fields: true } } }, both],
  ['the config over x-mcp', { fields: true }, { tools: { '/a': { fields: false } } }, undefined],
];
for (const [name, directive, options, expected] of asked) {
  test(`a single tool is asked for: ${name}`, () => {
    const { shape, codes } = made({ ...json(list), 'x-mcp': directive }, options);
    assert.deepEqual(shape, expected);
    assert.deepEqual(codes, []);
  });
}

test('a small reply is shaped if it is asked for, one that is no JSON is not', () => {
  assert.deepEqual(made({ ...json(object(2)), 'x-mcp': { fields: true } }, {}).shape, {
    fields: 'fields',
  });
  const text = { responses: { 200: { content: { 'text/csv': {} } } } };
  assert.equal(made({ ...text, 'x-mcp': { fields: true } }, {}).shape, undefined);
});

test('x-mcp.fields is true or false', () => {
  const { findings, shape } = made({ ...json(list), 'x-mcp': { fields: 'id' } }, {});
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['MG228'],
  );
  assert.equal(shape, undefined);
});

test('the arguments say what there is, and are not sent', () => {
  const { properties, tool } = made({
    ...json(envelope),
    parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }],
  });
  assert.deepEqual(Object.keys(properties), ['q', 'fields', 'table']);
  assert.deepEqual(properties['fields'], {
    type: 'string',
    maxLength: 1_000,
    description:
      'JMESPath of what to read of the reply: {data [{p0, p1, p2}], total}. E.g. data[].{p0: p0, p1: p1}',
  });
  assert.equal(properties['table']?.['type'], 'boolean');
  assert.equal(tool?.inputSchema.required, undefined);
  assert.deepEqual(tool?.request.parameters, [{ in: 'query', name: 'q' }]);
});

test('the description of the argument is at most 300 characters', () => {
  const names = Array.from(
    { length: 60 },
    (_, index) => [`a_rather_long_name_${index}`, {}] as const,
  );
  const { properties } = made(
    json({ type: 'array', items: { properties: Object.fromEntries(names) } }),
  );
  const description = String(properties['fields']?.['description']);
  assert.ok(
    description.length <= 300 && description.includes(', …}. E.g. [].{a_rather_long_name_0: '),
  );
});

test("the API's own arguments keep their names", () => {
  const parameters = ['fields', 'table', 'fields_reply'].map((name) => ({
    name,
    in: 'query',
    schema: { type: 'string' },
  }));
  const { shape, tool, properties } = made({ ...json(list), parameters });
  assert.deepEqual(shape, { fields: 'fields_reply_2', table: 'table_reply' });
  assert.deepEqual(
    tool?.request.parameters,
    ['fields', 'table', 'fields_reply'].map((name) => ({ in: 'query', name })),
  );
  assert.equal(Object.keys(properties).length, 5);
});

test('the names are pinned', () => {
  const first = made(json(list));
  const { pins } = first.model;
  assert.deepEqual(pins.tools['GET /a']?.arguments, {
    'reply:fields': 'fields',
    'reply:table': 'table',
  });
  const parameters = [{ name: 'fields', in: 'query', schema: { type: 'string' } }];
  const { shape, tool } = made({ ...json(list), parameters }, { fields: true, pins });
  assert.deepEqual(shape, both);
  assert.deepEqual(tool?.request.parameters, [
    { in: 'query', name: 'fields', argument: 'fields_query' },
  ]);
});
