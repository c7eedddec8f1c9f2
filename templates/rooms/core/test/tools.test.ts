import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { argumentProblems } from '../src/runtime/arguments.js';
import { caseGroups } from './support/cases.js';
import { expectRequest } from './support/expect-request.js';
import { openSession, type Session } from './support/session.js';
import { allTools, spread } from './support/tables.js';

describe('tools', async () => {
  let session: Session;
  before(async () => {
    session = await openSession();
  });
  after(() => session[Symbol.asyncDispose]());

  it('have input schemas that compile and are objects', async () => {
    for (const { name, inputSchema } of spread(await allTools())) {
      assert.equal(inputSchema.type, 'object', name);
      assert.ok(Array.isArray(argumentProblems(inputSchema, {})), name);
    }
  });

  for (const { name, cases } of await caseGroups()) {
    describe(name, () => {
      for (const contract of cases.filter(({ called }) => !called.resourceOnly)) {
        it(`${contract.tool} sends its request`, async () => {
          const { isError, text, requests } = await session.call(contract.tool, contract.arguments);
          assert.equal(isError, false, text);
          expectRequest(requests, contract);
        });
      }
    });
  }
});
