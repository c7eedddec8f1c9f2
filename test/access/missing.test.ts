import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAccess } from '../../templates/rooms/core/src/runtime/access/access.js';
import { localCaller, type Caller } from '../../templates/rooms/core/src/runtime/inbound/caller.js';
import type { Requirement } from '../../templates/rooms/core/src/runtime/tool.js';
import { tool } from '../runtime/tool.js';

const grants = new Map([['ci', { scopes: ['a'], roles: ['r'] }]]);
const rules: readonly Requirement[] = [
  { scopes: [['a', 'b'], ['c']] },
  { scopes: [['d']], roles: ['r', 's'] },
];

const cases: readonly (readonly [string, Omit<Caller, 'id'>, readonly string[]])[] = [
  ['of the alternative that least is missing of', { roles: ['r'], scopes: ['a'] }, ['a', 'b', 'd']],
  ['of the shortest alternative if it has none', { roles: ['s'] }, ['c', 'd']],
  [
    'of the alternative that it has, beside what is missing',
    { roles: ['r'], scopes: ['c'] },
    ['c', 'd'],
  ],
  ['of a caller that the operator grants some', { name: 'ci', scopes: ['b'] }, ['a', 'b', 'd']],
  ['none if it has all', { roles: ['r'], scopes: ['a', 'b', 'd'] }, []],
  ['none if a role is missing too', { scopes: ['a'] }, []],
  ['none of a name that grants nothing', { name: 'toString', scopes: ['c', 'd'] }, []],
];

describe('the scopes that a caller is asked for', () => {
  const guarded = { ...tool({}), access: rules };
  const access = createAccess({ readOnly: false, grants }, undefined, {});
  for (const [name, caller, missing] of cases) {
    it(`are ${name}`, () => {
      assert.deepEqual(access.missing({ id: 'x', ...caller }, guarded), missing);
    });
  }

  it('are none where the server only reads, and the tool does more', () => {
    const readOnly = createAccess({ readOnly: true, grants }, undefined, {});
    const writes = { ...guarded, annotations: { ...guarded.annotations, readOnlyHint: false } };
    const caller = { id: 'x', roles: ['r'] };
    assert.deepEqual(readOnly.missing(caller, writes), []);
    assert.deepEqual(readOnly.missing(caller, guarded), ['c', 'd']);
  });

  it('are none of whoever started the server', () => {
    assert.deepEqual(access.missing(localCaller, guarded), []);
    assert.equal(access.allows(localCaller, guarded), true);
    assert.equal(access.allows({ ...localCaller }, guarded), false);
  });

  it('are private to nobody where there are no rules', () => {
    const config = { readOnly: false, grants };
    const custom = {
      none: [],
      own: [{ name: 'x', description: '', access: [], handler: () => '' }],
    };
    assert.equal(createAccess(config, undefined, { tools: custom.none }).perCaller, false);
    assert.equal(createAccess(config, undefined, { tools: custom.own }).perCaller, true);
  });
});
