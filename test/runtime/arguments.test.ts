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
  },
  required: ['petId'],
  additionalProperties: false,
};

const cases: readonly (readonly [Readonly<Record<string, unknown>>, readonly string[]])[] = [
  [{ petId: 1, big: '9007199254740993', weight: 1e300, odd: '?' }, []],
  [{}, ['/petId: required but missing']],
  [{ petId: 'x' }, ['/petId: must be integer, not "x"']],
  [{ petId: 1, petid: 2 }, ['/petid: unknown; did you mean "petId"?']],
  [
    { petId: 1, colour: 2 },
    ['/colour: unknown; known here: petId, status, owner, choice, big, weight, odd'],
  ],
  [{ petId: 1, status: 'lost' }, ['/status: must be one of ["available","sold"], not "lost"']],
  [{ petId: 1, owner: { mail: 'x' } }, ['/owner/mail: must match format "email", not "x"']],
  [
    { petId: 1, choice: 5 },
    ['/choice: must match one of [{"type":"string"},{"type":"boolean"}], not 5'],
  ],
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

  it('do not take what every object inherits for an argument', () => {
    const required: InputSchema = { type: 'object', required: ['constructor'] };
    assert.deepEqual(argumentProblems(required, {}), ['/constructor: required but missing']);
  });
});
