import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { listedTools, measureToolList } from '../../src/model/tool-list.js';
import { build } from './build.js';

const ref = { $ref: '#/components/schemas/Pet' };
const pet = {
  type: 'object',
  required: ['id', 'name'],
  additionalProperties: false,
  properties: {
    id: { type: 'integer', format: 'int64', minimum: 1, readOnly: true },
    name: { type: 'string', pattern: '^[a-z]+$', maxLength: 9 },
    status: { type: 'string', enum: ['sold', 'available'] },
    born: { type: 'string', format: 'date-time' },
    password: { type: 'string', writeOnly: true },
    owner: { oneOf: [{ type: 'string' }, { type: 'object', properties: { email: {} } }] },
    parent: ref,
  },
};
const components = { schemas: { Pet: pet } };
const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });

/** What the schema of a GET with these responses says, with the schema compiled as clients do it. */
function replyOf(responses: object) {
  const built = build(
    { components, paths: { '/a': { get: { responses } } } },
    { outputSchema: true },
  );
  const schema = built.tools['get_a']?.outputSchema;
  const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: true });
  return { ...built, schema, validate: ajv.compile(schema ?? {}) };
}

const liberties: readonly (readonly [string, unknown])[] = [
  ['nothing at all', {}],
  ['all as promised', { id: 1, name: 'rex', status: 'sold', owner: 'me', born: '2020-01-01' }],
  ['digits for an integer', { id: '9007199254740993' }],
  ['null everywhere', { id: null, name: null, status: null, owner: null, parent: null }],
  ['a value that no enum has', { status: 'lost', name: 'REX the 9th of his name' }],
  ['a date that is none', { born: 'yesterday' }],
  ['what was never declared', { colour: 'red' }],
  ['either alternative', { owner: { email: 'a@b.c', phone: 1 } }],
  ['a family', { parent: { parent: { id: '3', parent: null } } }],
];
for (const [name, reply] of liberties) {
  test(`a reply passes: ${name}`, () => {
    const { validate } = replyOf({ 200: json(ref) });
    assert.ok(validate(reply), JSON.stringify(validate.errors));
  });
}

test('types still say what a reply holds, and what requests alone have is not there', () => {
  const { schema, validate } = replyOf({ 200: json(ref) });
  const names = ['id', 'name', 'status', 'born', 'owner', 'parent'];
  assert.deepEqual(Object.keys(schema?.properties ?? {}), names);
  assert.deepEqual(schema?.properties?.['owner']?.['type'], ['string', 'object', 'null']);
  assert.ok(!validate({ name: 7 }));
  assert.ok(!validate({ parent: 'rex' }));
});

const wrapped: readonly (readonly [string, unknown, unknown])[] = [
  [
    'an array',
    { type: 'array', items: { type: 'integer' } },
    {
      type: 'object',
      properties: {
        result: { type: ['array', 'null'], items: { type: ['integer', 'string', 'null'] } },
      },
    },
  ],
  [
    'a scalar',
    { type: 'string', format: 'uuid', description: 'A token.' },
    {
      type: 'object',
      properties: { result: { type: ['string', 'null'], description: 'A token.' } },
    },
  ],
  [
    'a map',
    { type: 'object', additionalProperties: { type: 'number' } },
    {
      type: 'object',
      additionalProperties: { type: ['number', 'null'] },
    },
  ],
  [
    'an object or an array',
    { oneOf: [{ type: 'array' }, { type: 'object', properties: { a: {} } }] },
    {
      type: 'object',
      properties: { a: {}, result: { type: ['array', 'null'], items: {} } },
    },
  ],
  [
    'a nullable object',
    { type: ['object', 'null'], properties: { a: { type: 'boolean' } } },
    {
      type: 'object',
      properties: { a: { type: ['boolean', 'null'] } },
    },
  ],
  [
    'two closed ones in allOf',
    {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
        { oneOf: [{ properties: { b: { const: 1 } } }, { properties: { c: {} } }] },
      ],
    },
    { type: 'object', properties: { a: { type: ['string', 'null'] }, b: {}, c: {} } },
  ],
];
for (const [name, reply, expected] of wrapped) {
  test(`the root is an object: ${name}`, () => {
    assert.deepEqual(replyOf({ 200: json(reply) }).schema, expected);
  });
}

const silent: readonly (readonly [string, object])[] = [
  ['an empty schema', { 200: json({}) }],
  ['an object of any kind', { 200: json({ type: 'object' }) }],
  ['text', { 200: { content: { 'text/plain': { schema: { type: 'string' } } } } }],
  ['errors alone', { 404: json(ref) }],
  ['no content', { 204: { description: '' } }],
  ['responses of the wrong type', { 200: 'x', 201: { content: 1 } }],
  ['a reference to nowhere', { 200: json({ $ref: '#/components/schemas/Gone' }) }],
];
for (const [name, responses] of silent) {
  test(`there is no output schema: ${name}`, () => {
    assert.equal(replyOf(responses).schema, undefined);
  });
}

test('several successes are one schema, in which what they disagree on is open', () => {
  const { validate } = replyOf({
    200: json({ type: 'object', properties: { id: { type: 'integer' }, a: { type: 'array' } } }),
    202: json({ type: 'object', properties: { id: { type: 'string' }, a: { type: 'boolean' } } }),
    204: { description: '' },
  });
  assert.ok(validate({ id: 1, a: [] }));
  assert.ok(validate({ id: 'x', a: true }));
  assert.ok(!validate({ id: {} }));
});

test('without the flag there is none, and HEAD has none', () => {
  const paths = { '/a': { get: { responses: { 200: json(ref) } } } };
  assert.equal(build({ components, paths }).tools['get_a']?.outputSchema, undefined);
  const head = { '/a': { head: { responses: { 200: json(ref) } } } };
  const { tools } = build({ components, paths: head }, { outputSchema: true });
  assert.equal(tools['head_a']?.outputSchema, undefined);
});

test('an output schema stays below 2 KiB and compiles, however large the reply', () => {
  const long = 'Some words about it. '.repeat(20);
  const deep = (level: number): object =>
    level === 0
      ? { type: 'string', description: long }
      : { type: 'object', properties: { a: deep(level - 1), b: deep(level - 1) } };
  const wide = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`property${index}`, { type: 'string' }]),
  );
  for (const schema of [deep(10), { type: 'object', properties: wide }]) {
    const { schema: output, validate } = replyOf({ 200: json(schema) });
    const bytes = Buffer.byteLength(JSON.stringify(output));
    assert.ok(bytes <= 2048 && bytes > 1000, String(bytes));
    assert.ok(validate({ a: { a: { a: null } }, property499: 1 }));
  }
});

test('the list counts output schemas, and components have names of their own', () => {
  const paths = {
    '/a': { get: { responses: { 200: json(ref) } }, post: { requestBody: json(ref) } },
    '/b': { get: { responses: { 200: json(ref) } } },
  };
  const [plain, full] = [{}, { outputSchema: true }].map((options) =>
    build({ components, paths }, options),
  );
  assert.ok(plain && full);
  const extra = Object.values(full.tools).map(({ outputSchema }) => outputSchema);
  const bytes =
    measureToolList(listedTools(full.model)).bytes -
    measureToolList(listedTools(plain.model)).bytes;
  assert.ok(bytes > JSON.stringify(extra).length / 2);
  assert.deepEqual(
    full.model.components.map(({ name }) => name),
    ['pet', 'petReply'],
  );
  assert.deepEqual(plain.codes, full.codes);
});
