import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UpstreamResponse } from '../../templates/rooms/core/src/runtime/custom.js';
import {
  anonymousCaller,
  toAuthInfo,
} from '../../templates/rooms/core/src/runtime/inbound/caller.js';
import {
  listHint,
  responseHint,
} from '../../templates/rooms/core/src/runtime/protocol/cache-hints.js';
import { schemaValues } from '../../templates/rooms/core/src/runtime/protocol/completions.js';
import { createStates } from '../../templates/rooms/core/src/runtime/protocol/states.js';
import { createUsedOnce } from '../../templates/rooms/core/src/runtime/protocol/used-once.js';
import type { InputSchema } from '../../templates/rooms/core/src/runtime/tool.js';

const named = { id: 'ann' };

describe('the hint of a response', () => {
  const date = 'Sat, 21 Nov 2026 10:00:00 GMT';
  const later = 'Sat, 21 Nov 2026 10:01:00 GMT';
  const cases: readonly (readonly [UpstreamResponse['headers'], number, string])[] = [
    [{}, 0, 'private'],
    [{ 'cache-control': 'max-age=60' }, 60_000, 'private'],
    [{ 'cache-control': 'private, max-age=60' }, 60_000, 'private'],
    [{ 'cache-control': 'Public, Max-Age="60"' }, 60_000, 'public'],
    [{ 'cache-control': 'public, private, max-age=60' }, 60_000, 'private'],
    [{ 'cache-control': 'public, max-age=60', age: '45' }, 15_000, 'public'],
    [{ 'cache-control': 'public, max-age=60', age: '99' }, 0, 'private'],
    [{ 'cache-control': 'no-store, max-age=60' }, 0, 'private'],
    [{ 'cache-control': 'public, no-cache, max-age=60' }, 0, 'private'],
    [{ 'cache-control': 'no-cache="Set-Cookie", max-age=60' }, 0, 'private'],
    [{ 'cache-control': 'public, max-age=60', vary: '*' }, 0, 'private'],
    [{ 'cache-control': 'public, max-age=never' }, 0, 'private'],
    [{ 'cache-control': 'public, max-age=-5' }, 0, 'private'],
    [{ 'cache-control': `max-age=${'9'.repeat(40)}` }, 2 ** 31 * 1_000, 'private'],
    [{ expires: later, date }, 60_000, 'private'],
    [{ expires: later, date, 'cache-control': 'max-age=5' }, 5_000, 'private'],
    [{ expires: date, date: later }, 0, 'private'],
    [{ expires: '0', date }, 0, 'private'],
    [{ expires: later }, 0, 'private'],
  ];
  for (const [headers, ttlMs, cacheScope] of cases) {
    it(`of ${JSON.stringify(headers)}`, () => {
      const response = { status: 200, headers, body: Buffer.from('') };
      assert.deepEqual(responseHint(response, anonymousCaller), { ttlMs, cacheScope });
      assert.deepEqual(responseHint(response, named), { ttlMs, cacheScope: 'private' });
    });
  }
});

describe('the hint of a list', () => {
  it('is public only if nobody has a name and all see the same', () => {
    assert.equal(listHint(1, anonymousCaller, false).cacheScope, 'public');
    assert.equal(listHint(1, anonymousCaller, true).cacheScope, 'private');
    assert.equal(listHint(1, named, false).cacheScope, 'private');
  });
});

describe('the values of a variable', () => {
  const schema: InputSchema = {
    type: 'object',
    $defs: {
      Color: { enum: ['red', 2, null, true] },
      Loop: { $ref: '#/$defs/Loop' },
    },
    properties: {
      'my-color': { $ref: '#/$defs/Color' },
      loop: { $ref: '#/$defs/Loop' },
      lost: { $ref: '#/$defs/toString' },
      colors: { type: 'array', items: { $ref: '#/$defs/Color' } },
      only: { const: 'this' },
      flag: { type: 'boolean' },
      free: { type: 'string' },
    },
  };
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['my_color', ['red', '2', 'true']],
    ['colors', ['red', '2', 'true']],
    ['only', ['this']],
    ['flag', ['true', 'false']],
    ['free', undefined],
    ['loop', undefined],
    ['lost', undefined],
    ['unknown', undefined],
  ];
  for (const [variable, expected] of cases) {
    it(`called ${variable}`, () => {
      assert.deepEqual(schemaValues(schema, variable), expected);
    });
  }
});

type Mcp = Parameters<ReturnType<typeof createStates>['mint']>[1];

/** Of a request, as much as states look at. */
function requestOf(id: string, method = 'tools/call'): Mcp {
  return { mcpReq: { method }, http: { authInfo: toAuthInfo({ id }) } } as unknown as Mcp;
}

describe('a state', () => {
  const key = 'k'.repeat(32);

  it('comes back to whom it was given, from any replica with the key', async () => {
    const state = await createStates(key).mint({ tool: 'x' }, requestOf('ann'));
    assert.deepEqual(await createStates(key).verify(state, requestOf('ann')), { tool: 'x' });
  });

  const strangers: readonly (readonly [string, string, Mcp])[] = [
    ['another caller', key, requestOf('bob')],
    ['another method', key, requestOf('ann', 'prompts/get')],
    ['a server with another key', 'j'.repeat(32), requestOf('ann')],
  ];
  for (const [name, theirKey, request] of strangers) {
    it(`is worth nothing to ${name}`, async () => {
      const state = await createStates(key).mint({ tool: 'x' }, requestOf('ann'));
      await assert.rejects(createStates(theirKey).verify(state, request));
    });
  }

  it('of custom code cannot pass for one of the server', async () => {
    const states = createStates(undefined);
    const forged = JSON.stringify({ id: '1', tool: 'x', hash: 'y' });
    const result = { resultType: 'input_required' as const, requestState: forged };
    const { requestState = '' } = await states.seal(result, requestOf('ann'));
    assert.equal(await states.verify(requestState, requestOf('ann')), forged);
  });
});

describe('an id', () => {
  it('is used once, and forgotten when it can no longer be used', async () => {
    const isFirstUse = createUsedOnce(5);
    assert.equal(isFirstUse('a'), true);
    assert.equal(isFirstUse('a'), false);
    assert.equal(isFirstUse('b'), true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(isFirstUse('a'), true);
  });

  it('is refused where no more can be remembered', () => {
    const isFirstUse = createUsedOnce(1_000_000);
    for (let id = 0; id < 100_000; id += 1) assert.equal(isFirstUse(String(id)), true);
    assert.equal(isFirstUse('one more'), false);
  });
});
