import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isObject, isValid } from '../../templates/rooms/core/src/runtime/validation/problem.js';
import { validate } from '../../templates/rooms/core/src/runtime/validation/validate.js';
import type { JsonSchema } from '../../templates/rooms/core/src/runtime/tool.js';

/** The required tests of JSON Schema 2020-12: github.com/json-schema-org/JSON-Schema-Test-Suite, 2026-08-22. */
const suite = join(import.meta.dirname, 'json-schema-suite');

interface Group {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

/** Schemas of a server are self-contained: other documents, `$id`, anchors and dynamic references are not for them. */
const foreign = /"\$(?:id|anchor|dynamicAnchor|dynamicRef)":|"\$ref":"[^#]/;

const groupsOf = (file: string): readonly Group[] => {
  const groups = JSON.parse(readFileSync(join(suite, file), 'utf8')) as readonly Group[];
  return groups.filter(({ schema }) => !foreign.test(JSON.stringify(schema)));
};

const passes = (schema: unknown, value: unknown): boolean =>
  isValid(validate(isObject(schema) ? schema : { allOf: [schema] }, value));

describe('the JSON Schema test suite', () => {
  let judged = 0;
  for (const file of readdirSync(suite).filter((name) => name.endsWith('.json'))) {
    it(`agrees about ${file}`, () => {
      for (const { description, schema, tests } of groupsOf(file)) {
        for (const test of tests) {
          const what = `${description}: ${test.description}`;
          assert.equal(passes(schema, test.data), test.valid, what);
          judged += 1;
        }
      }
    });
  }

  it('is not empty', () => {
    assert.ok(judged > 900, String(judged));
  });
});

/** Schemas, with values that they accept and values that they do not. */
const verdicts: readonly (readonly [JsonSchema, readonly unknown[], readonly unknown[]])[] = [
  [{ multipleOf: 0.1 }, [0.3, 0.7, 19.9, -0.3, 1e9], [0.35, 1e9 + 0.05]],
  [{ multipleOf: 0.01 }, [19.99, 1.1, 0], [19.999]],
  [{ multipleOf: 2 }, [2 ** 53 - 2], [2 ** 53 - 1]],
  [{ minLength: 2, maxLength: 2 }, ['ab', '\u{1f600}\u{1f600}', '\ud800a'], ['\u{1f600}', 'abc']],
  [{ pattern: '^\\p{L}+$' }, ['aé', 5], ['', 'a1']],
  [{ format: 'date-time' }, ['2024-02-29T12:00:00Z', 5], ['2023-02-29T12:00:00Z', '']],
  [{ format: 'int32' }, [2 ** 31 - 1, 'text'], [2 ** 31, 0.5]],
  [{ format: 'no-such-format' }, ['?', 1], []],
  [{ format: 'constructor' }, ['?'], []],
  [{ format: 'url' }, ['https://a.test/x', `https://a.test/${'x'.repeat(9_000)}`], ['a b']],
  [{ const: { a: 1, b: [2] } }, [{ b: [2], a: 1 }], [{ a: 1 }, { a: 1, b: ['2'] }, null]],
  [{ enum: [[1], null, '1'] }, [[1], null, '1'], [1, ['1'], {}, false]],
  [{ required: ['toString'] }, [{ toString: 1 }], [{}, JSON.parse('{"__proto__":{}}')]],
  [{ properties: { valueOf: { type: 'string' } } }, [{}, { valueOf: '' }], [{ valueOf: 1 }]],
  [
    JSON.parse('{"properties":{"__proto__":{"type":"string"}},"additionalProperties":false}'),
    [{}, JSON.parse('{"__proto__":"x"}')],
    [JSON.parse('{"__proto__":1}'), { constructor: 1 }],
  ],
  [{ additionalProperties: { type: 'string' } }, [{ '\ud800': '' }], [{ '\ud800': 1 }]],
  [{ nullable: true, type: 'string' }, ['a'], [null]],
];

describe('a schema', () => {
  for (const [schema, accepted, refused] of verdicts) {
    it(`judges by ${JSON.stringify(schema)}`, () => {
      for (const value of accepted) assert.ok(passes(schema, value), JSON.stringify(value));
      for (const value of refused) assert.ok(!passes(schema, value), JSON.stringify(value));
    });
  }

  it('has what its references name', () => {
    const $defs = { 'a/b~c %': { type: 'string' } };
    const root = { $defs, properties: { x: { $ref: '#/$defs/a~1b~0c%20%25' } } };
    assert.ok(isValid(validate(root, { x: '' })));
    assert.ok(!isValid(validate(root, { x: 1 })));
    for (const $ref of ['#/$defs/none', '#/toString', '#anchor', 'other.json', 'x#/$defs']) {
      assert.throws(() => [...validate({ $ref }, 1)], /The schema has no/, $ref);
    }
  });

  it('that leads to itself without end is not followed for ever', () => {
    const self = { $ref: '#/$defs/self' };
    const schemas = [self, { anyOf: [self, self] }, { allOf: [self, self] }, { not: self }];
    for (const schema of schemas) {
      const root = { $ref: '#/$defs/self', $defs: { self: schema } };
      for (const value of [1, {}, [[]]]) {
        assert.throws(() => [...validate(root, value)], /nested too deeply/);
      }
    }
  });

  it('judges values nested as deep as clients nest them, and refuses to go on for ever', () => {
    const root = { $ref: '#/$defs/list', $defs: { list: { items: { $ref: '#/$defs/list' } } } };
    const nest = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    assert.ok(isValid(validate(root, nest(200))));
    assert.throws(() => [...validate(root, nest(2_000))], /nested too deeply/);
  });

  it('is asked once about each value, however its alternatives refer to each other', () => {
    let questions = 0;
    const branch = (kind: string): JsonSchema => ({
      get type() {
        questions += 1;
        return 'object';
      },
      properties: { kind: { const: kind }, of: { $ref: '#/$defs/filter' } },
    });
    const filter = { anyOf: [{ $ref: '#/$defs/and' }, { $ref: '#/$defs/or' }] };
    const root = {
      $ref: '#/$defs/filter',
      $defs: { filter, and: branch('and'), or: branch('or') },
    };
    let value: unknown = 'wrong';
    for (let depth = 0; depth < 12; depth += 1) value = { of: value };
    assert.ok(!isValid(validate(root, value)));
    assert.ok(questions < 100, String(questions));
  });
});
