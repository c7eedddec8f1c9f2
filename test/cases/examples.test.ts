import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from './support.js';

const components = {
  examples: { Named: { value: 'named' }, Loop: { $ref: '#/components/examples/Loop' } },
  schemas: {
    Word: { type: 'string', example: 'word' },
    Pet: {
      type: 'object',
      required: ['name', 'tag'],
      properties: {
        id: { type: 'integer', readOnly: true, example: 1 },
        name: { type: 'string', example: 'Rex' },
        tag: { $ref: '#/components/schemas/Word' },
        parent: { $ref: '#/components/schemas/Pet' },
      },
    },
  },
};

const text = { type: 'string' };
const sample = 'text & more';
const parameters: readonly (readonly [what: string, parameter: object, value: unknown])[] = [
  ['its example', { example: 'a', schema: text }, 'a'],
  [
    'an example of several',
    { examples: { x: { value: 'b' }, y: { value: 'c' } }, schema: text },
    'b',
  ],
  [
    'a component',
    { examples: { x: { $ref: '#/components/examples/Named' } }, schema: text },
    'named',
  ],
  [
    'its example before that of its schema',
    { example: 'a', schema: { ...text, example: 'd' } },
    'a',
  ],
  ['that of its schema', { schema: { ...text, example: 'd' } }, 'd'],
  ['the first of its schema', { schema: { ...text, examples: ['e', 'f'] } }, 'e'],
  ['that of a component', { schema: { $ref: '#/components/schemas/Word' } }, 'word'],
  ['that of an item', { schema: { type: 'array', items: { ...text, example: 'g' } } }, ['g']],
  ['an empty one', { example: '', schema: text }, ''],
  ['false', { example: false, schema: { type: 'boolean' } }, false],
  [
    'that of its content',
    { content: { 'application/json': { example: { a: 1 }, schema: { type: 'object' } } } },
    { a: 1 },
  ],
  [
    'the second if the first is invalid',
    { examples: { x: { value: 1 }, y: { value: 'c' } }, schema: text },
    'c',
  ],
  ['a sample if it is of the wrong type', { example: 'ten', schema: { type: 'integer' } }, 1],
  [
    'a sample if it breaks a pattern',
    { example: 'x', schema: { ...text, pattern: '^[A-C]{3}$' } },
    'AAA',
  ],
  [
    'a sample if it has not the format',
    { example: 'x', schema: { ...text, format: 'email' } },
    'user@example.com',
  ],
  [
    'a sample if it is none of the values',
    { example: 'x', schema: { ...text, enum: ['a', 'b'] } },
    'a',
  ],
  [
    'a sample if it is a number that lost digits',
    { example: 2 ** 60, schema: { type: 'integer' } },
    1,
  ],
  ['a sample if it is too long', { example: 'x'.repeat(1_000), schema: text }, sample],
  [
    'a sample if it leads nowhere',
    { examples: { x: { $ref: '#/components/examples/None' } }, schema: text },
    sample,
  ],
  [
    'a sample if it leads round in a circle',
    { examples: { x: { $ref: '#/components/examples/Loop' } }, schema: text },
    sample,
  ],
  [
    'a sample if it may be a password',
    { example: 'hunter2', schema: { ...text, format: 'password' } },
    'pa$$word',
  ],
  ['its default', { schema: { ...text, default: 'h' } }, 'h'],
  ['its first value', { schema: { ...text, enum: ['i', 'j'] } }, 'i'],
  ['its only value', { schema: { const: 'k' } }, 'k'],
];

for (const [what, parameter, value] of parameters) {
  test(`a parameter takes ${what}`, async () => {
    const operation = {
      parameters: [{ name: 'value', in: 'query', required: true, ...parameter }],
    };
    const made = await caseOf('/x', operation, { components });
    assert.deepEqual(made?.arguments, { value });
  });
}

const pet = { $ref: '#/components/schemas/Pet' };
const bodies: readonly (readonly [what: string, media: object, args: object])[] = [
  [
    'its example',
    { schema: pet, example: { name: 'Tom', tag: 'cat' } },
    { name: 'Tom', tag: 'cat' },
  ],
  [
    'an example of several',
    { schema: pet, examples: { cat: { value: { name: 'Tom', tag: 'cat' } } } },
    { name: 'Tom', tag: 'cat' },
  ],
  ['what its properties show', { schema: pet }, { name: 'Rex', tag: 'word' }],
  ['both', { schema: pet, example: { name: 'Tom' } }, { name: 'Tom', tag: 'word' }],
  [
    'what is valid of it',
    { schema: pet, example: { name: 5, tag: 'cat' } },
    { name: 'Rex', tag: 'cat' },
  ],
  [
    'an example together with a sample',
    {
      schema: {
        type: 'object',
        required: ['pet'],
        properties: {
          pet: {
            type: 'object',
            required: ['name', 'age'],
            properties: { name: { type: 'string', example: 'Rex' }, age: { type: 'integer' } },
          },
        },
      },
    },
    { pet: { name: 'Rex', age: 1 } },
  ],
];

for (const [what, media, args] of bodies) {
  test(`a body takes ${what}`, async () => {
    const requestBody = { required: true, content: { 'application/json': media } };
    const made = await caseOf('/x', { requestBody }, { components });
    assert.deepEqual(made?.arguments, args);
    assert.equal(made.request.body, JSON.stringify(args));
  });
}

test('a body that is one argument takes its example', async () => {
  const media = { schema: { type: 'array', items: {} }, example: [1, 'two', { three: 3 }] };
  const requestBody = { required: true, content: { 'application/json': media } };
  const made = await caseOf('/x', { requestBody });
  assert.equal(made?.request.body, '[1,"two",{"three":3}]');
});
