import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { classOf } from '../src/runtime/access/tool-class.js';
import { callNames, describeName, searchName } from '../src/runtime/surface/surface-names.js';
import { toolCases } from './support/cases.js';
import { testEnvironment } from './support/environment.js';
import { expectRequest } from './support/expect-request.js';
import { openSession, type Session } from './support/session.js';
import { spread } from './support/tables.js';

/** Enough to see that every way leads to the same call. */
const SAMPLE = 40;

describe('a client that has to search for tools', () => {
  let session: Session;
  before(async () => {
    session = await openSession('stdio', '2026', (url) => ({
      ...testEnvironment(url),
      MCP_SURFACE: 'search',
    }));
  });
  after(() => session[Symbol.asyncDispose]());

  it('is shown how to find, describe and call them', async () => {
    const { tools } = await session.client.listTools();
    const names = tools.map(({ name }) => name);
    assert.deepEqual(names.slice(0, 2), [searchName, describeName]);
    assert.match(session.client.getInstructions() ?? '', /search_tools finds them/);
  });

  it('finds, describes and calls them', async () => {
    for (const contract of spread(await toolCases(), SAMPLE)) {
      const { called } = contract;
      const { name, title = name } = called;
      const found = await session.call(searchName, { query: title });
      assert.equal(found.isError, false, found.text);
      const described = await session.call(describeName, { name });
      assert.match(described.text, new RegExp(`"${name} \\[${classOf(called)}\\]`));
      const { isError, text, requests } = await session.call(callNames[classOf(called)], {
        name,
        arguments: contract.arguments,
      });
      assert.equal(isError, false, `${name}: ${text}`);
      expectRequest(requests, contract);
    }
  });
});
