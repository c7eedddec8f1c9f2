import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect } from './support/connect.js';
import { testEnvironment } from './support/environment.js';
import { sampleArguments } from './support/sample.js';
import { allResources, allTools, hasCredentials, spread } from './support/tables.js';
import { startUpstream } from './support/upstream.js';

describe('resources', () => {
  it('are read from the API, with the variables of their URI', async () => {
    const tools = new Map((await allTools()).map((tool) => [tool.name, tool]));
    await using upstream = await startUpstream();
    await using connection = await connect('http', '2026', testEnvironment(upstream.url));
    for (const resource of spread(await allResources(), 50)) {
      const tool = tools.get(resource.tool);
      assert.ok(tool, resource.tool);
      const args = sampleArguments(tool);
      if (args === undefined || !hasCredentials(tool)) continue;
      upstream.requests.length = 0;
      const uri = expand(resource.uri, args);
      const { contents } = await connection.client.readResource({ uri });
      assert.equal(contents[0]?.uri, uri);
      assert.equal(upstream.requests.length, 1, uri);
      assert.equal(upstream.requests[0]?.method, tool.request.method, uri);
    }
  });
});

/** RFC 6570: the template with the arguments that are given. */
function expand(template: string, args: Readonly<Record<string, unknown>>): string {
  const values = new Map(
    Object.entries(args).map(([name, value]) => [
      name.replaceAll('-', '_'),
      encodeURIComponent(String(value)),
    ]),
  );
  return template
    .replace(/\{([?&])([^{}]*)\}/g, (_, operator: string, names: string) => {
      const pairs = names
        .split(',')
        .filter((name) => values.has(name))
        .map((name) => `${name}=${values.get(name)}`);
      return pairs.length > 0 ? operator + pairs.join('&') : '';
    })
    .replace(/\{([^{}]*)\}/g, (_, name: string) => values.get(name) ?? '');
}
