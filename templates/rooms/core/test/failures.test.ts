import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toolCases } from './support/cases.js';
import { neededVariables } from './support/credentials.js';
import { serverEnvironment } from './support/environment.js';
import { refusals } from './support/refusals.js';
import { openSession, type Session } from './support/session.js';
import { spread } from './support/tables.js';

/** Enough to find what is wrong with a kind of tool, few enough for a large API. */
const most = 20;

describe('calls that fail', async () => {
  const all = await toolCases();
  const some = spread(all, most);
  let session: Session;
  before(async () => {
    session = await openSession();
  });
  after(() => session[Symbol.asyncDispose]());

  for (const [what, refusalOf] of Object.entries(refusals)) {
    it(`name ${what} and send nothing`, async () => {
      const refused = all.flatMap((contract) => {
        const refusal = refusalOf(contract);
        return refusal === undefined ? [] : [{ ...refusal, tool: contract.tool }];
      });
      for (const { tool, name, arguments: args } of spread(refused, most)) {
        const { isError, text, requests } = await session.call(tool, args);
        assert.equal(isError, true, tool);
        assert.ok(text.includes(JSON.stringify(name).slice(1, -1)), `${tool}: ${text}`);
        assert.deepEqual(requests, [], tool);
      }
    });
  }

  for (const status of [400, 404, 409, 500]) {
    it(`tell of status ${status} and what the API says`, async () => {
      for (const { tool, arguments: args, called } of some) {
        const answer = { status, body: '{"error":"broken"}' };
        const { isError, text, requests } = await session.call(tool, args, answer);
        assert.equal(isError, true, tool);
        assert.ok(text.includes(String(status)), `${tool}: ${text}`);
        if (called.request.method !== 'HEAD') assert.ok(text.includes('broken'), tool);
        assert.equal(requests.length, 1, tool);
      }
    });
  }

  it('tell of a connection that the API closes, and the next call works', async () => {
    for (const { tool, arguments: args } of some) {
      const { isError, text } = await session.call(tool, args, 'hang up');
      assert.equal(isError, true, `${tool}: ${text}`);
      const next = await session.call(tool, args);
      assert.equal(next.isError, false, `${tool}: ${next.text}`);
    }
  });

  it('name the variables of missing credentials and send nothing', async () => {
    await using without = await openSession('stdio', '2026', serverEnvironment);
    const needy = all.filter(({ called }) => neededVariables(called).length > 0);
    for (const { tool, arguments: args, called } of spread(needy, most)) {
      const { isError, text, requests } = await without.call(tool, args);
      assert.equal(isError, true, tool);
      for (const name of neededVariables(called)) {
        assert.ok(text.includes(name), `${tool}: ${text}`);
      }
      assert.deepEqual(requests, [], tool);
    }
  });
});
