import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { replyJson, startUpstream } from '../support/upstream.js';
import { createWorkspace } from '../support/workspace.js';
import { connectStdio } from './process.js';
import { buildSampleProject } from './sample-project.js';

const custom = `
import type { Custom } from '../runtime/custom.js';

console.log('custom code may print');

export const custom = {
  tools: [
    {
      name: 'count_pets',
      description: 'Counts.',
      inputSchema: { type: 'object', properties: { unit: { type: 'string' } }, additionalProperties: false },
      handler: async ({ unit = 'pets' }, { call }) => {
        const { content } = await call('get_inventory');
        return \`\${String(unit)}: \${JSON.stringify(content)}\`;
      },
    },
    { name: 'get_pet', description: 'Replaced.', handler: () => 'mine' },
    { name: 'broken', description: 'Throws.', handler: () => { throw new Error('it broke'); } },
  ],
  resources: [
    { uri: 'petstore://custom/{topic}', name: 'topic', mimeType: 'text/markdown', read: ({ topic }) => \`# \${topic}\` },
  ],
  prompts: [{ name: 'hello', text: 'Hello' }],
  hooks: {
    beforeRequest: (request, { tool }) => ({ ...request, headers: { ...request.headers, 'x-tool': tool } }),
    afterResponse: (response) => ({ ...response, body: Buffer.from(\`after \${Buffer.from(response.body).toString()}\`) }),
    wrapTool: async ({ name, arguments: args }, next) => {
      const result = await next(args);
      return name === 'whoami' ? { content: [{ type: 'text', text: 'wrapped' }] } : result;
    },
  },
} satisfies Custom;
`;

describe('custom code', () => {
  it('adds and replaces tools, resources and prompts, and its hooks are called', async () => {
    await using workspace = await createWorkspace();
    await buildSampleProject(workspace.directory, custom);
    await using upstream = await startUpstream((_, response) => {
      replyJson(response, { pets: 3 });
    });
    await using client = await connectStdio(
      'v2 of 2025',
      join(workspace.directory, 'dist/index.js'),
      {
        API_BASE_URL: upstream.url,
        PETSTORE_API_KEY: 'test',
      },
    );
    const text = async (name: string, args = {}) => {
      const { content } = await client.callTool({ name, arguments: args });
      return JSON.stringify(content);
    };

    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.slice(-2).map(({ name }) => name),
      ['count_pets', 'broken'],
    );
    assert.equal(tools.find(({ name }) => name === 'get_pet')?.description, 'Replaced.');
    assert.match(await text('count_pets', { unit: 'dogs' }), /dogs: .*after .*pets/);
    assert.equal(upstream.requests[0]?.headers['x-tool'], 'get_inventory');
    assert.match(await text('count_pets', { units: 1 }), /did you mean \\"unit\\"/);
    assert.match(await text('get_pet'), /mine/);
    assert.match(await text('broken'), /it broke/);
    assert.match(await text('whoami'), /wrapped/);

    const { contents } = await client.readResource({ uri: 'petstore://custom/a%20b' });
    assert.deepEqual(contents[0], {
      uri: 'petstore://custom/a%20b',
      mimeType: 'text/markdown',
      text: '# a b',
    });
    assert.equal((await client.listPrompts()).prompts.length, 2);
  });
});
