import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleOf } from './support.js';

const text = { type: 'string' };
const sample = 'text & more';
const shapes: readonly (readonly [what: string, schema: unknown, expected: unknown])[] = [
  ['text', text, sample],
  ['text of a length', { ...text, minLength: 12, maxLength: 13 }, 'stringstring'],
  ['short text', { ...text, maxLength: 2 }, 'st'],
  ['a date', { ...text, format: 'date' }, '2019-08-24'],
  ['a time of day', { ...text, format: 'iso-time' }, '14:15:22Z'],
  ['base64', { ...text, format: 'byte' }, 'c2FtcGxl'],
  ['base64 of JSON Schema', { ...text, contentEncoding: 'base64' }, 'c2FtcGxl'],
  ['a duration', { ...text, format: 'duration' }, 'P1D'],
  ['an unknown format', { ...text, format: 'colour' }, 'string'],
  ['a pattern', { ...text, pattern: '^(?:x|y)-\\d{2,4}[^a]?$' }, 'x-111'],
  ['a pattern and a length', { ...text, pattern: '^[a-z]+$', minLength: 3 }, 'aaa'],
  ['a pattern that is not anchored', { ...text, pattern: '[0-9]' }, '0'],
  ['a number', { type: 'number' }, 1],
  ['a number of at least', { type: 'integer', minimum: 10 }, 10],
  ['a number above', { type: 'integer', exclusiveMinimum: 10 }, 11],
  ['a number below', { type: 'integer', exclusiveMaximum: -3 }, -4],
  ['a number between', { type: 'number', exclusiveMinimum: 0.1, exclusiveMaximum: 0.3 }, 0.2],
  ['a multiple', { type: 'integer', minimum: 7, multipleOf: 5 }, 10],
  ['digits', { type: 'integer', format: 'int64' }, '9007199254740993'],
  ['small digits', { type: 'integer', format: 'int64', minimum: 1, maximum: 9 }, 1],
  ['true', { type: 'boolean' }, true],
  ['several types', { type: ['null', 'integer'] }, 1],
  ['no type', {}, 'sample'],
  ['a list', { type: 'array', items: text }, [sample, sample]],
  ['a list of one at most', { type: 'array', items: text, maxItems: 1 }, [sample]],
  ['a list of listed ones', { type: 'array', items: { enum: [1, 2, 3] } }, [1, 2]],
  ['a list of several', { type: 'array', items: text, minItems: 2 }, [sample, sample]],
  [
    'a list of different ones',
    { type: 'array', items: text, minItems: 2, uniqueItems: true },
    ['sample 1', 'sample 2'],
  ],
  ['a tuple', { type: 'array', prefixItems: [text, { type: 'integer' }] }, [sample, 1]],
  [
    'an object',
    { type: 'object', required: ['a'], properties: { a: text, b: text } },
    { a: sample },
  ],
  ['an object that requires nothing', { type: 'object', properties: { a: text } }, { a: sample }],
  [
    'an object of some properties',
    { type: 'object', minProperties: 2, properties: { a: text, b: text, c: text } },
    { a: sample, b: sample },
  ],
  [
    'a map',
    { type: 'object', additionalProperties: { type: 'integer' } },
    { property1: 1, property2: 1 },
  ],
  [
    'what all demand',
    {
      allOf: [
        { type: 'object', properties: { a: text } },
        { type: 'object', required: ['a', 'b'], properties: { b: text } },
      ],
    },
    { a: sample, b: sample },
  ],
  ['an alternative', { oneOf: [{ type: 'null' }, { type: 'integer' }, text] }, 1],
  ['a recursive component', { $ref: '#/components/schemas/Tree' }, { name: sample }],
  ['a component that cannot end', { $ref: '#/components/schemas/Endless' }, undefined],
  ['too many items', { type: 'array', items: text, minItems: 1e9 }, undefined],
  ['too long a text', { ...text, minLength: 1e9 }, undefined],
  ['nothing', { not: {} }, undefined],
];

const components = {
  schemas: {
    Tree: {
      type: 'object',
      required: ['name'],
      properties: {
        name: text,
        children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
      },
    },
    Endless: {
      type: 'object',
      required: ['next'],
      properties: { next: { $ref: '#/components/schemas/Endless' } },
    },
  },
};

for (const [what, schema, expected] of shapes) {
  test(`a sample is ${what}`, async () => {
    assert.deepEqual(await sampleOf(schema, { components }), expected);
  });
}
