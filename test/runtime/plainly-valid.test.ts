import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { argumentProblems } from '../../templates/rooms/core/src/runtime/arguments.js';
import { isPlainlyValid } from '../../templates/rooms/core/src/runtime/plainly-valid.js';
import type { InputSchema, JsonSchema } from '../../templates/rooms/core/src/runtime/tool.js';

/** Schemas of one argument, with values that Ajv accepts and that must be seen to be valid without it. */
const understood: readonly (readonly [JsonSchema, readonly unknown[]])[] = [
  [{ type: 'string', description: 'x' }, ['', 'text', '\u{1f600}']],
  [{ type: ['integer', 'null'] }, [0, -1, null, 2 ** 53 - 1]],
  [{ type: 'number' }, [0.5, -0.1, -0]],
  [{ const: null }, [null]],
  [{ enum: ['a', 1, true, null, { b: 1 }] }, ['a', 1, true, null]],
  [{ type: 'string', format: 'date-time' }, ['2024-01-31T12:00:00Z']],
  [{ type: 'string', format: 'uuid' }, ['123e4567-e89b-42d3-a456-426614174000']],
  [{ type: ['integer', 'string'], format: 'int64' }, [5, 'anything']],
  [{ type: 'integer', format: 'int32' }, [-(2 ** 31), 2 ** 31 - 1]],
  [{ format: 'no-such-format' }, ['?', 1]],
  [{ pattern: '^\\p{L}+$' }, ['aé', 5]],
  [{ minLength: 2, maxLength: 2 }, ['ab', '\u{1f600}\u{1f600}', 7]],
  [{ minimum: 1, exclusiveMaximum: 3, multipleOf: 2 }, [2]],
  [{ minItems: 1, maxItems: 2, uniqueItems: true, items: { type: 'string' } }, [['a', 'b'], 'a']],
  [{ minProperties: 1, maxProperties: 1, required: ['a'] }, [{ a: 1 }]],
  [{ properties: { a: { type: 'null' } }, additionalProperties: { type: 'string' } }, [{ b: '' }]],
  [{ properties: { a: true }, additionalProperties: false }, [{ a: { deep: [1] } }, {}]],
  [{ allOf: [{ type: 'string' }, { minLength: 1 }] }, ['a']],
  [{ anyOf: [{ type: 'string' }, { contains: {} }] }, ['a']],
  [{ oneOf: [{ type: 'string' }, { type: 'object', required: ['a'] }] }, ['a', { a: 1 }]],
  [{ $ref: '#/$defs/tree' }, [{ children: [{ children: [] }, {}] }]],
];

/** With what only Ajv decides. */
const leftToAjv: readonly (readonly [JsonSchema, readonly unknown[]])[] = [
  [{ type: 'integer' }, [2 ** 60]],
  [{ multipleOf: 0.1 }, [0.3, 0.5]],
  [{ enum: [{ b: 1 }] }, [{ b: 1 }, { b: 2 }]],
  [
    { uniqueItems: true },
    [
      [{}, {}],
      [[1], [2]],
    ],
  ],
  [{ prefixItems: [{ type: 'string' }], items: { type: 'number' } }, [['a', 1], [1]]],
  [{ patternProperties: { '^x': { type: 'string' } }, additionalProperties: false }, [{ x: '' }]],
  [{ not: { type: 'string' } }, [1, 'a']],
  [{ if: { type: 'string' }, then: { minLength: 2 } }, ['a', 'ab']],
  [{ dependentRequired: { a: ['b'] } }, [{ a: 1 }, { b: 1 }]],
  [{ oneOf: [{ contains: { const: 1 } }, { type: 'array' }] }, [[1], [2]]],
  [{ properties: {}, unevaluatedProperties: false }, [{ a: 1 }, {}]],
  [{ $ref: '#/properties/value/items', items: { type: 'string' } }, ['a', 1]],
  [{ nullable: true, type: 'string' }, [null, 'a']],
];

function schemaOf(value: JsonSchema): InputSchema {
  const tree = { type: 'object', properties: { children: { items: { $ref: '#/$defs/tree' } } } };
  const defs = { tree: { ...tree, additionalProperties: false } };
  return { type: 'object', properties: { value }, additionalProperties: false, $defs: defs };
}

const isValid = (schema: InputSchema, args: Readonly<Record<string, unknown>>): boolean =>
  argumentProblems(schema, args).length === 0;

describe('what is plainly valid', () => {
  for (const [schema, values] of understood) {
    it(`by ${JSON.stringify(schema)}`, () => {
      for (const value of values) {
        assert.ok(isValid(schemaOf(schema), { value }), `Ajv refuses ${JSON.stringify(value)}`);
        assert.ok(isPlainlyValid(schemaOf(schema), { value }), JSON.stringify(value));
      }
    });
  }

  it('is never more than what Ajv accepts', () => {
    const schemas = [...understood, ...leftToAjv].map(([schema]) => schemaOf(schema));
    const values = [...understood, ...leftToAjv].flatMap(([, each]) => each);
    for (const schema of schemas) {
      for (const args of [{}, { valeu: 1 }, ...values.map((value) => ({ value }))]) {
        const what = `${JSON.stringify(schema)} ${JSON.stringify(args)}`;
        if (isPlainlyValid(schema, args)) assert.ok(isValid(schema, args), what);
      }
    }
  });

  it('is not what only Ajv understands', () => {
    for (const [schema, values] of leftToAjv) {
      for (const value of values) {
        assert.equal(isPlainlyValid(schemaOf(schema), { value }), false, JSON.stringify(schema));
      }
    }
  });

  it('ends where a reference leads to itself', () => {
    const schema = {
      ...schemaOf({ $ref: '#/$defs/self' }),
      $defs: { self: { $ref: '#/$defs/self' } },
    };
    assert.equal(isPlainlyValid(schema, { value: 1 }), false);
  });
});
