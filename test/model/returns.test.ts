import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, type Built } from './build.js';

const schemas = {
  Owner: {
    type: 'object',
    properties: { login: { type: 'string' }, id: { type: 'integer' }, secret: { writeOnly: true } },
  },
  Pet: {
    type: 'object',
    properties: {
      id: { type: 'integer' },
      name: { type: ['string', 'null'] },
      owner: { $ref: '#/components/schemas/Owner' },
      tags: { type: 'array', items: { type: 'string' } },
      friends: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
    },
  },
  Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }, { $ref: '#/components/schemas/Loop' }] },
  Nest: { type: 'array', items: { $ref: '#/components/schemas/Nest' } },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
const list = (items: unknown) => ({ type: 'array', items });
const wide = (count: number) => ({
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`property_${index}`, { type: 'string' }]),
  ),
});

function returnsOf(responses: object, method = 'get'): string | undefined {
  const built = build({ components: { schemas }, paths: { '/a': { [method]: { responses } } } });
  return Object.values(built.tools)[0]?.returns;
}

const lines: readonly (readonly [string, responses: object, expected: string | undefined])[] = [
  ['an object', { 200: json(ref('Owner')) }, '{login, id}'],
  [
    'a list, its objects, and what comes back to itself',
    { 200: json(list(ref('Pet'))) },
    'array of {id, name, owner {login, id}, tags [], friends [{id, name, owner {…}, tags […], friends […]}]}',
  ],
  ['a value', { 200: json({ type: 'string' }) }, 'string'],
  ['a value that may be null', { 200: json({ type: ['null', 'integer'] }) }, 'integer'],
  ['a list of values', { 200: json(list({ type: 'integer' })) }, 'array of integer'],
  ['a map', { 200: json({ additionalProperties: ref('Owner') }) }, '{* {login, id}}'],
  ['an object of anything', { 200: json({ type: 'object' }) }, 'object'],
  ['anything', { 200: json({}) }, 'any JSON'],
  ['JSON without a schema', { 200: { content: { 'application/json': {} } } }, 'JSON'],
  [
    'what several parts say',
    { 200: json({ allOf: [ref('Owner'), { properties: { extra: {} } }] }) },
    '{extra, login, id}',
  ],
  [
    'what alternatives say',
    { 200: json({ oneOf: [{ type: 'null' }, ref('Owner'), list({ type: 'string' })] }) },
    '{login, id}',
  ],
  ['a schema that is made of itself', { 200: json(ref('Loop')) }, 'any JSON'],
  ['a list that holds itself', { 200: json(ref('Nest')) }, 'array of any JSON'],
  ['a reference to nothing', { 200: json({ $ref: '#/components/schemas/None' }) }, 'any JSON'],
  ['nothing', { 204: { description: 'gone' } }, 'no content'],
  ['something or nothing', { 200: json(ref('Owner')), 202: {} }, '{login, id} or no content'],
  ['a text', { 200: { content: { 'text/csv': {} } } }, 'text/csv'],
  [
    'an image',
    { 200: { content: { 'image/png': {}, 'image/gif': {} } } },
    'image/png or image/gif',
  ],
  [
    'JSON rather than a text',
    { 200: { content: { 'text/csv': {}, 'application/json': { schema: ref('Owner') } } } },
    '{login, id}',
  ],
  ['errors alone', { 404: json(ref('Owner')) }, undefined],
  ['the default', { default: json(ref('Owner')) }, '{login, id}'],
  [
    'names that are no words',
    {
      200: json({
        properties: { 'a, b': {}, '': {}, 'x\u0000\u202ey\n{': {}, ['z'.repeat(90)]: {} },
      }),
    },
    `{"a, b", "", "xy {", "${'z'.repeat(39)}…"}`,
  ],
  [
    'inherited names',
    { 200: json({ properties: JSON.parse('{"__proto__":{},"constructor":{}}') as object }) },
    '{__proto__, constructor}',
  ],
];
for (const [name, responses, expected] of lines) {
  test(`a tool says that it returns ${name}`, () => {
    assert.equal(returnsOf(responses), expected);
  });
}

test('a HEAD returns no content', () => {
  assert.equal(returnsOf({ 200: json(ref('Owner')) }, 'head'), 'no content');
});

test('what a tool returns is at most 300 characters: what is deep goes first, then what comes last', () => {
  const deep = returnsOf({
    200: json({ properties: { a: wide(15), b: { properties: { c: wide(9) } } } }),
  });
  assert.equal(
    deep,
    `{a {${Array.from({ length: 15 }, (_, index) => `property_${index}`).join(', ')}}, b {c {…}}}`,
  );
  const last = returnsOf({ 200: json(list(wide(150))), 204: {} }) ?? '';
  assert.ok(last.length <= 300 && last.length > 270);
  assert.match(last, /^array of \{property_0, .*, property_\d+, …\} or no content$/);
});

const item = { type: 'object', properties: { id: {}, name: {} } };
const pages = (...names: readonly string[]) =>
  names.map((name) => ({ name, in: 'query', schema: { type: 'string' } }));

/** An API of so many lists that take these parameters, and so many that take none. */
function lists(
  paged: number,
  others: number,
  names: readonly string[],
  schema: object = list(item),
): Built {
  const get = (parameters: readonly unknown[]) => ({
    get: { parameters, responses: { 200: json(schema) } },
  });
  return build({
    paths: Object.fromEntries([
      ...Array.from({ length: paged }, (_, index) => [`/a${index}`, get(pages(...names))]),
      ...Array.from({ length: others }, (_, index) => [`/b${index}`, get([])]),
    ]),
  });
}

const end = '; an answer that is cut says how to go on.';
const paging: readonly (readonly [
  string,
  names: readonly string[],
  expected: string | undefined,
])[] = [
  [
    'pages',
    ['per_page', 'page', 'q'],
    `\`page\` says which page, \`per_page\` how many there are${end}`,
  ],
  [
    'offsets',
    ['offset', 'limit'],
    `\`offset\` says where it starts, \`limit\` how many there are${end}`,
  ],
  [
    'OData',
    ['$skip', '$top', '$count'],
    `\`skip\` says where it starts, \`top\` how many there are${end}`,
  ],
  ['cursors', ['cursor'], `\`cursor\` says what it goes on after (from the answer before)${end}`],
  [
    'ids',
    ['ending_before', 'limit', 'starting_after'],
    `\`starting_after\` says what it goes on after (from the answer before), \`limit\` how many there are${end}`,
  ],
  ['a size alone', ['limit'], undefined],
  ['something else', ['q', 'from', 'start'], undefined],
];
for (const [name, names, expected] of paging) {
  test(`paging is told once: ${name}`, () => {
    const { model } = lists(3, 2, names);
    assert.equal(model.paging, expected && `Lists come in pages: ${expected}`);
  });
}

test('paging is told of lists in envelopes, and of most lists only', () => {
  const envelope = { properties: { data: list(item), more: { type: 'boolean' } } };
  assert.match(lists(3, 6, ['page'], envelope).model.paging ?? '', /`page`/);
  assert.equal(lists(3, 7, ['page']).model.paging, undefined);
  assert.equal(lists(2, 0, ['page']).model.paging, undefined);
  assert.equal(lists(3, 0, ['page'], item).model.paging, undefined);
});
