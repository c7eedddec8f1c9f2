import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect, eras, transports } from './support/connect.js';
import { definition, testEnvironment } from './support/environment.js';
import { allResources, allTools } from './support/tables.js';
import { startUpstream } from './support/upstream.js';

for (const transport of transports) {
  for (const era of eras) {
    describe(`a client of ${era} over ${transport}`, () => {
      it('lists every tool, resource and prompt', async () => {
        await using upstream = await startUpstream();
        await using connection = await connect(transport, era, testEnvironment(upstream.url));
        const { client } = connection;

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
    });
  }
}
