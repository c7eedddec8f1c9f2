import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { argumentProblems } from '../../templates/rooms/core/src/runtime/arguments.js';
import type { InputSchema } from '../../templates/rooms/core/src/runtime/tool.js';

const schema: InputSchema = {
  type: 'object',
  properties: {
    petId: { type: 'integer' },
    status: { enum: ['available', 'sold'] },
    owner: { type: 'object', properties: { mail: { type: 'string', format: 'email' } } },
    choice: { anyOf: [{ type: 'string' }, { type: 'boolean' }] },
    big: { type: ['integer', 'string'], format: 'int64' },
    weight: { type: 'number' },
    odd: { type: 'string', format: 'no-such-format' },
    tags: {
      type: 'array',
      items: { type: 'string', maxLength: 3 },
      uniqueItems: true,
      maxItems: 3,
    },
    extra: { anyOf: [{ $ref: '#/$defs/extra' }, { type: 'null' }] },
    shape: {
      oneOf: [
        { type: 'object', properties: { r: { type: 'number' } }, required: ['r'] },
        { type: 'object', properties: { a: { type: 'number' } }, required: ['a'] },
      ],
    },
  },
  required: ['petId'],
  additionalProperties: false,
  $defs: {
    extra: {
      allOf: [{ properties: { size: { minimum: 1, multipleOf: 0.5 } } }],
      dependentRequired: { size: ['unit'] },
      unevaluatedProperties: false,
    },
  },
};

const known = 'petId, status, owner, choice, big, weight, odd, tags, extra, shape';
const shapes = JSON.stringify(schema.properties?.['shape']?.['oneOf']);

const cases: readonly (readonly [Readonly<Record<string, unknown>>, readonly string[]])[] = [
  [{ petId: 1, big: '9007199254740993', weight: 1e300, odd: '?' }, []],
  [{}, ['/petId: required but missing']],
  [{ petId: 'x' }, ['/petId: must be integer, not "x"']],
  [{ petId: 1, petid: 2 }, ['/petid: unknown; did you mean "petId"?']],
  [{ petId: 1, colour: 2 }, [`/colour: unknown; known here: ${known}`]],
  [{ petId: 1, status: 'lost' }, ['/status: must be one of ["available","sold"], not "lost"']],
  [{ petId: 1, owner: { mail: 'x' } }, ['/owner/mail: must match format "email", not "x"']],
  [
    { petId: 1, choice: 5 },
    ['/choice: must match one of [{"type":"string"},{"type":"boolean"}], not 5'],
  ],
  [
    { petId: null, status: 1, tags: ['abcd', 'abcd', 5], owner: [] },
    [
      '/petId: must be integer, not null',
      '/status: must be one of ["available","sold"], not 1',
      '/tags/0: must not have more than 3 characters, not "abcd"',
      '/tags/1: must not have more than 3 characters, not "abcd"',
      '/tags/2: must be string, not 5',
      '/tags: must not have duplicate items, not ["abcd","abcd",5]',
      '/owner: must be object, not []',
    ],
  ],
  [{ petId: 1, 'a/b~': 1 }, [`/a~1b~0: unknown; known here: ${known}`]],
  [{ petId: 1, extra: null }, []],
  // Of alternatives, the one that the value is meant for speaks.
  [
    { petId: 1, extra: { size: 0.7, sise: 1 } },
    [
      '/extra/size: must be >= 1, not 0.7',
      '/extra/size: must be a multiple of 0.5, not 0.7',
      '/extra/unit: required but missing, since "size" is given',
      '/extra/sise: unknown; did you mean "size"?',
    ],
  ],
  [
    { petId: 1, shape: { r: 1, a: 1 } },
    [`/shape: must match exactly one of ${shapes}, not {"r":1,"a":1}`],
  ],
  [{ petId: 1, shape: {} }, [`/shape: must match exactly one of ${shapes}, not {}`]],
  [{ petId: 1, status: undefined }, []],
  [{ petId: undefined }, ['/petId: required but missing']],
  [
    { petId: 1e20 },
    ['/petId: an integer beyond 2^53 loses digits as a number; send it as a string'],
  ],
  [
    { petId: 1, big: 9007199254740993 },
    ['/big: an integer beyond 2^53 loses digits as a number; send it as a string'],
  ],
];

describe('argument problems', () => {
  for (const [args, problems] of cases) {
    it(`of ${JSON.stringify(args)}`, () => {
      assert.deepEqual(argumentProblems(schema, args), problems);
    });
  }

  it('are twenty at most', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`zzzzz${index}`, 1]));
    assert.equal(argumentProblems(schema, many).length, 21);
  });

  it('name a depth that nothing could be done with', () => {
    const nested = JSON.parse(`{"list":${'['.repeat(50_000)}${']'.repeat(50_000)}}`) as object;
    const problems = argumentProblems({ type: 'object' }, { ...nested });
    assert.deepEqual(problems, ['the arguments: nested more than 200 levels deep']);
  });

  it('do not take what every object inherits for an argument', () => {
    const required: InputSchema = { type: 'object', required: ['constructor'] };
    assert.deepEqual(argumentProblems(required, {}), ['/constructor: required but missing']);
  });
});
