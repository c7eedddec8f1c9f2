import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

const custom = `
import type { Custom } from '../runtime/custom.js';

const requestedSchema = {
  type: 'object' as const,
  properties: { count: { type: 'integer' as const, minimum: 1 } },
  required: ['count'],
};

export const custom: Custom = {
  tools: [
    {
      name: 'count',
      description: 'Asks how many.',
      handler: async (_, { mcp }) =>
        JSON.stringify(await mcp.mcpReq.elicitInput({ message: 'How many?', requestedSchema })),
    },
  ],
};
`;

describe('what a user fills in while a tool waits', () => {
  let workspace: Workspace;
  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory, custom);
  });
  after(() => workspace[Symbol.asyncDispose]());

  /** What the tool says after the user has answered the form so. */
  async function answerWith(content: Readonly<Record<string, number>>): Promise<string> {
    const info = { name: 'test', version: '1' };
    const client = new Client(info, { capabilities: { elicitation: {} } });
    client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'accept', content }));
    const args = [join(workspace.directory, 'dist/index.js')];
    const env = { API_BASE_URL: 'http://127.0.0.1:9' };
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' }),
    );
    const result = await client.callTool({ name: 'count' });
    await client.close();
    return JSON.stringify(result.content);
  }

  it('reaches the tool if it is as asked for', async () => {
    assert.match(await answerWith({ count: 2 }), /\\"count\\":2/);
  });

  for (const [what, content, complaint] of [
    ['a value out of range', { count: 0 }, /\/count: /],
    ['nothing for a required field', {}, /count/],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      const text = await answerWith(content);
      assert.match(text, /does not match requested schema/);
      assert.match(text, complaint);
    });
  }

  it('is validated without the Ajv of the SDK', async () => {
    const chunks = join(workspace.directory, 'dist/chunks');
    const maps = (await readdir(chunks)).filter((file) => file.endsWith('.map'));
    assert.ok(maps.length > 0);
    for (const map of maps) {
      assert.doesNotMatch(await readFile(join(chunks, map), 'utf8'), /ajvProvider/);
    }
  });
});
