import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { caseGroups } from './support/cases.js';
import { expectRequest } from './support/expect-request.js';
import { resourceUri } from './support/resource-uri.js';
import { openSession } from './support/session.js';
import { allResources, spread } from './support/tables.js';

describe('resources', () => {
  it('are read with the request of their tool', async () => {
    const cases = (await caseGroups()).flatMap((group) => group.cases);
    const byTool = new Map(cases.map((contract) => [contract.tool, contract]));
    const readable = (await allResources()).flatMap((resource) => {
      const contract = byTool.get(resource.tool);
      if (contract === undefined) return [];
      const uri = resourceUri(resource.uri, contract);
      return uri === undefined ? [] : [{ uri, contract }];
    });
    await using session = await openSession('http');
    for (const { uri, contract } of spread(readable)) {
      session.takeRequests();
      const { contents } = await session.client.readResource({ uri });
      assert.equal(contents[0]?.uri, uri);
      expectRequest(session.takeRequests(), contract);
    }
  });
});
