import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resourceArguments } from '../../templates/rooms/core/src/runtime/resource-arguments.js';
import { createFinder } from '../../templates/rooms/core/src/runtime/resource-finder.js';
import type { InputSchema } from '../../templates/rooms/core/src/runtime/tool.js';

const find = createFinder(
  [
    'x://api/pets/{id}',
    'x://api/pets/mine',
    'x://api/pets{?limit,tags}',
    'x://api/{kind}/all',
    'x://api/pets/{id}/files/{name}.json',
    'x://api/do?Action=List{&page}',
    'x://api/a.b',
  ].map((uri) => ({ uri })),
);

type Match = readonly [template: string, variables: Readonly<Record<string, readonly string[]>>];

const cases: readonly (readonly [uri: string, match: Match | undefined])[] = [
  ['x://api/pets/7', ['x://api/pets/{id}', { id: ['7'] }]],
  ['x://api/pets/mine', ['x://api/pets/mine', {}]],
  ['x://api/pets/a%20b%2Fc', ['x://api/pets/{id}', { id: ['a b/c'] }]],
  ['x://api/pets/%2525', ['x://api/pets/{id}', { id: ['%25'] }]],
  ['x://api/pets/all', ['x://api/pets/{id}', { id: ['all'] }]],
  ['x://api/dogs/all', ['x://api/{kind}/all', { kind: ['dogs'] }]],
  ['x://api/pets', ['x://api/pets{?limit,tags}', {}]],
  ['x://api/pets?', ['x://api/pets{?limit,tags}', {}]],
  [
    'x://api/pets?tags=a,b%2Cc&limit=1',
    ['x://api/pets{?limit,tags}', { tags: ['a', 'b,c'], limit: ['1'] }],
  ],
  ['x://api/pets?limit=1&limit=2', undefined],
  ['x://api/pets?other=1', undefined],
  ['x://api/pets/7?limit=1', undefined],
  ['x://api/pets/', undefined],
  ['x://api/pets/7#x', undefined],
  ['x://api/pets/%zz', undefined],
  ['x://other/pets/7', undefined],
  [
    'x://api/pets/1/files/a.json',
    ['x://api/pets/{id}/files/{name}.json', { id: ['1'], name: ['a'] }],
  ],
  ['x://api/do?Action=List', ['x://api/do?Action=List{&page}', {}]],
  ['x://api/do?page=2&Action=List', ['x://api/do?Action=List{&page}', { page: ['2'] }]],
  ['x://api/do', undefined],
  ['x://api/aXb', undefined],
];

describe('the template of a URI', () => {
  for (const [uri, match] of cases) {
    it(`of ${uri}`, () => {
      const found = find(uri);
      assert.deepEqual(found && [found.entry.uri, found.variables], match);
    });
  }
});

describe('the arguments of a URI', () => {
  const schema: InputSchema = {
    type: 'object',
    properties: {
      'pet-id': { type: 'integer' },
      big: { type: ['integer', 'string'] },
      sold: { type: 'boolean' },
      tags: { type: 'array', items: { type: 'number' } },
      text: { type: 'string' },
      any: {},
    },
  };

  it('have the types of the schema; what does not fit stays text', () => {
    const variables = {
      pet_id: ['7'],
      big: ['8'],
      sold: ['true'],
      tags: ['1', '2.5', 'x'],
      text: ['a', 'b'],
      any: ['1'],
    };
    assert.deepEqual(resourceArguments(schema, variables), {
      'pet-id': 7,
      big: '8',
      sold: true,
      tags: [1, 2.5, 'x'],
      text: 'a,b',
      any: '1',
    });
  });
});
