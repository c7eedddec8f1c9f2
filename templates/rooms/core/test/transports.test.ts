import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toolCases } from './support/cases.js';
import { eras, transports } from './support/connect.js';
import { definition } from './support/environment.js';
import { expectRequest } from './support/expect-request.js';
import { openSession } from './support/session.js';
import { allResources, allTools, spread } from './support/tables.js';

for (const transport of transports) {
  for (const era of eras) {
    describe(`a client of ${era} over ${transport}`, () => {
      it('lists every tool, resource and prompt', async () => {
        await using session = await openSession(transport, era);
        const { client } = session;

        const expected = (await allTools()).filter((tool) => !tool.resourceOnly);
        const { tools } = await client.listTools();
        assert.deepEqual(
          tools.map(({ name }) => name),
          expected.map(({ name }) => name),
        );
        const generated = await allResources();
        if (generated.length > 0) {
          const { resources } = await client.listResources();
          const { resourceTemplates } = await client.listResourceTemplates();
          const uris = [
            ...resources.map(({ uri }) => uri),
            ...resourceTemplates.map(({ uriTemplate }) => uriTemplate),
          ];
          assert.deepEqual(uris.sort(), generated.map(({ uri }) => uri).sort());
        }
        if (definition.prompts.length > 0) {
          const { prompts } = await client.listPrompts();
          assert.equal(prompts.length, definition.prompts.length);
        }
      });

      it('calls tools', async () => {
        await using session = await openSession(transport, era);
        for (const contract of spread(await toolCases(), 20)) {
          const { isError, text, requests } = await session.call(contract.tool, contract.arguments);
          assert.equal(isError, false, `${contract.tool}: ${text}`);
          expectRequest(requests, contract);
        }
      });
    });
  }
}
