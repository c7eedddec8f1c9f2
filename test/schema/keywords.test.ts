import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectField } from '../../src/model/node.js';
import { assertAccepts, assertRefuses, compile, translate } from './support.js';

interface Case {
  readonly name: string;
  readonly source: unknown;
  readonly expected: unknown;
  readonly codes?: readonly string[];
  readonly openapi?: string;
}

const cases: readonly Case[] = [
  {
    name: 'nullable widens the type',
    source: { type: 'string', nullable: true },
    expected: { type: ['string', 'null'] },
  },
  {
    name: 'nullable adds null to an enum',
    source: { type: 'string', nullable: true, enum: ['a'] },
    expected: { type: ['string', 'null'], enum: ['a', null] },
  },
  {
    name: 'nullable without a restriction says nothing',
    source: { nullable: true, description: 'Any.' },
    expected: { description: 'Any.' },
  },
  {
    name: 'nullable beside alternatives is one more',
    source: { nullable: true, anyOf: [{ type: 'string' }, { type: 'boolean' }] },
    expected: { anyOf: [{ type: 'string' }, { type: 'boolean' }, { type: 'null' }] },
  },
  {
    name: 'an alternative null widens the other',
    source: { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }] },
    expected: { type: ['string', 'null'], maxLength: 3 },
    openapi: '3.1.0',
  },
  {
    name: 'an enum with null makes its type nullable',
    source: { type: 'string', enum: ['a', null] },
    expected: { type: ['string', 'null'], enum: ['a', null] },
  },
  {
    name: 'exclusive bounds of draft 5',
    source: {
      type: 'number',
      minimum: 1,
      exclusiveMinimum: true,
      maximum: 9,
      exclusiveMaximum: false,
    },
    expected: { type: 'number', exclusiveMinimum: 1, maximum: 9 },
  },
  {
    name: 'exclusive bounds of 2020-12',
    source: { type: 'number', exclusiveMinimum: 1 },
    expected: { type: 'number', exclusiveMinimum: 1 },
    openapi: '3.1.0',
  },
  {
    name: 'a file is binary text',
    source: { type: 'file' },
    expected: { type: 'string' },
    codes: ['MG305'],
  },
  {
    name: 'a type is implied by properties and items',
    source: { properties: { a: { items: { type: 'string' } } } },
    expected: {
      type: 'object',
      properties: { a: { type: 'array', items: { type: 'string' } } },
    },
  },
  { name: 'an unknown type', source: { type: 'objekt' }, expected: {}, codes: ['MG306'] },
  { name: 'a type that is an object', source: { type: { a: 1 } }, expected: {}, codes: ['MG306'] },
  {
    name: 'a type in another case',
    source: { type: 'String' },
    expected: { type: 'string' },
    codes: ['MG305'],
  },
  {
    name: 'values that mean nothing',
    source: { type: 'string', minLength: -1, maxLength: 2.5, format: 'constructor', pattern: 0 },
    expected: { type: 'string' },
    codes: ['MG304', 'MG304', 'MG304', 'MG304'],
  },
  {
    name: 'a format that says nothing of the type',
    source: { format: 'object', properties: { a: { type: 'boolean', format: 'boolean' } } },
    expected: { type: 'object', properties: { a: { type: 'boolean' } } },
    codes: ['MG304', 'MG304'],
  },
  {
    name: 'numbers written as text',
    source: { type: 'string', minLength: '1', maxLength: '5' },
    expected: { type: 'string', minLength: 1, maxLength: 5 },
    codes: ['MG305', 'MG305'],
  },
  {
    name: 'bounds that exclude everything',
    source: { type: 'integer', minimum: 9, maximum: 1 },
    expected: { type: 'integer' },
    codes: ['MG310'],
  },
  {
    name: 'keywords of other types are idle',
    source: { type: 'boolean', maxLength: 3, minimum: 1, pattern: '^a$', items: {} },
    expected: { type: 'boolean' },
  },
  {
    name: 'enum values of a wrong type are converted or left out',
    source: { type: 'string', enum: ['a', 1, true, 'a', { b: 1 }] },
    expected: { type: 'string', enum: ['a', '1', 'true'] },
    codes: ['MG309', 'MG309', 'MG309'],
  },
  {
    name: 'an enum says it all',
    source: { type: 'string', enum: ['MALE', 'FEMALE'], maxLength: 1, pattern: '^.$' },
    expected: { type: 'string', enum: ['MALE', 'FEMALE'] },
  },
  {
    name: 'an enum beside an array is that of its items',
    source: { type: 'array', items: { type: 'string' }, enum: ['a', 'b'] },
    expected: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
    codes: ['MG305'],
  },
  {
    name: 'a default of the wrong type is converted if it can be',
    source: { type: 'integer', default: '100' },
    expected: { type: 'integer', default: 100 },
    codes: ['MG305'],
  },
  {
    name: 'a default outside the enum is left out',
    source: { type: 'string', enum: ['a'], default: 'b' },
    expected: { type: 'string', enum: ['a'] },
    codes: ['MG309'],
  },
  {
    name: 'an array without items has any',
    source: { type: 'array' },
    expected: { type: 'array', items: {} },
  },
  {
    name: 'a list of items is a tuple',
    source: { type: 'array', items: [{ type: 'string' }], additionalItems: false },
    expected: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
    codes: ['MG305'],
  },
  {
    name: 'required on the property itself',
    source: { type: 'object', properties: { a: { type: 'string', required: true } } },
    expected: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
    codes: ['MG305'],
  },
  {
    name: 'required as text',
    source: { type: 'object', properties: { a: {} }, required: 'a' },
    expected: { type: 'object', properties: { a: {} }, required: ['a'] },
    codes: ['MG304'],
  },
  {
    name: 'read-only properties are not asked for',
    source: {
      type: 'object',
      properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } },
      required: ['id', 'name'],
    },
    expected: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  },
  {
    name: 'OpenAPI keywords go, keywords of JSON Schema stay',
    source: {
      type: 'object',
      discriminator: { propertyName: 'a' },
      xml: {},
      externalDocs: {},
      'x-a': 1,
      example: { a: 1 },
      $id: 'https://example.com/a',
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $anchor: 'a',
      dependentRequired: { a: ['b'] },
      propertyNames: { maxLength: 5 },
    },
    expected: {
      type: 'object',
      dependentRequired: { a: ['b'] },
      propertyNames: { maxLength: 5 },
    },
    openapi: '3.1.0',
  },
  {
    name: 'a title that repeats the name goes',
    source: { type: 'object', properties: { petId: { title: 'Pet ID', type: 'string' } } },
    expected: { type: 'object', properties: { petId: { type: 'string' } } },
  },
  {
    name: 'an example stays where it is the only hint',
    source: {
      type: 'object',
      properties: { a: { type: 'string', example: '2h' }, b: { format: 'date', example: 'x' } },
    },
    expected: {
      type: 'object',
      properties: { a: { type: 'string', examples: ['2h'] }, b: { format: 'date' } },
    },
  },
  { name: 'not a schema', source: ['a'], expected: {}, codes: ['MG303'] },
  { name: 'allOf that is no list', source: { allOf: { 3: {} } }, expected: {}, codes: ['MG304'] },
  {
    name: 'empty alternatives',
    source: { anyOf: [], oneOf: [], enum: [] },
    expected: {},
    codes: ['MG304'],
  },
  { name: 'boolean schemas', source: { not: true }, expected: { not: {} }, openapi: '3.1.0' },
];

for (const { name, source, expected, codes = [], openapi } of cases) {
  test(name, () => {
    const { schema, codes: reported } = translate(source, {}, openapi);
    assert.deepEqual(schema, expected);
    assert.deepEqual(reported, codes);
    compile(schema);
  });
}

test('64-bit integers may be strings of digits', () => {
  const { schema } = translate({ type: 'integer', format: 'int64' });
  assertAccepts(schema, [5, -5, '9223372036854775807', '-1']);
  assertRefuses(schema, ['1.5', 'a', '', 1.5, null]);
  const bounded = { type: 'integer', format: 'int64', minimum: 0, maximum: 100 };
  assert.deepEqual(translate(bounded).schema, bounded);
  assertRefuses(translate({ ...bounded, maximum: undefined }).schema, ['-1']);
  const listed = { type: 'integer', format: 'int64', enum: [1, 2] };
  assert.deepEqual(translate(listed).schema, { type: 'integer', enum: [1, 2] });
});

test('alternatives that became wider may overlap', () => {
  const source = { oneOf: [{ type: 'integer', format: 'int64' }, { type: 'string' }] };
  const { schema, codes } = translate(source);
  assertAccepts(schema, ['12', 12, 'a']);
  assert.deepEqual(codes, ['MG312']);
  const exact = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
  assert.deepEqual(translate(exact).schema, exact);
});

test('a condition on a schema that became wider is not checked', () => {
  const { schema, codes } = translate(
    { not: { type: 'integer', format: 'int64' }, maxLength: 4 },
    {},
    '3.1.0',
  );
  assertAccepts(schema, ['12']);
  assert.deepEqual(codes, ['MG313']);
});

test('hostile and keyword-like property names survive', () => {
  const names = [
    '__proto__',
    'constructor',
    '$ref',
    'a.b[c]',
    '',
    'enum',
    'type',
    'nullable',
    'example',
    'x-a',
  ];
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const source = JSON.parse(
    JSON.stringify({ type: 'object', properties, required: names }),
  ) as unknown;
  const { schema, codes } = translate(source);
  assert.deepEqual(codes, []);
  assert.deepEqual(Object.keys(objectField(schema, 'properties') ?? {}), names);
  assertAccepts(schema, [
    JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, 'a'])))),
  ]);
  assertRefuses(schema, [{ ...Object.fromEntries(names.map((name) => [name, 'a'])), $ref: 1 }]);
});
