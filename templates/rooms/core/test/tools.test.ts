import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { argumentProblems } from '../src/runtime/arguments.js';
import type { Arguments } from '../src/runtime/custom.js';
import type { Tool } from '../src/runtime/tool.js';
import { connect, type Connection } from './support/connect.js';
import { testEnvironment } from './support/environment.js';
import { sampleArguments } from './support/sample.js';
import { allTools, hasCredentials, spread } from './support/tables.js';
import { startUpstream, type FakeUpstream } from './support/upstream.js';

describe('tools', async () => {
  const tools = spread(await allTools());
  const callable = tools
    .filter((tool) => !tool.resourceOnly && hasCredentials(tool))
    .flatMap((tool) => {
      const args = sampleArguments(tool);
      return args === undefined ? [] : [{ tool, args }];
    });
  let upstream: FakeUpstream;
  let connection: Connection;

  before(async () => {
    upstream = await startUpstream();
    connection = await connect('stdio', '2026', testEnvironment(upstream.url));
  });
  after(async () => {
    await connection[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
  });

  /** The result of a call, and the requests that it made. */
  const call = async (
    tool: Tool,
    args: Arguments,
    answer = { status: 200, body: '{"ok":true}' },
  ) => {
    upstream.answer = answer;
    upstream.requests.length = 0;
    const result = await connection.client.callTool({ name: tool.name, arguments: args });
    return { result, requests: [...upstream.requests] };
  };

  it('have input schemas that compile and are objects', () => {
    for (const tool of tools) {
      assert.equal(tool.inputSchema.type, 'object', tool.name);
      assert.ok(Array.isArray(argumentProblems(tool.inputSchema, {})), tool.name);
    }
  });

  it('refuse an unknown argument and send nothing', async () => {
    for (const { tool, args } of spread(callable, 20)) {
      const { result, requests } = await call(tool, { ...args, 'no such argument': 1 });
      assert.equal(result.isError, true, tool.name);
      assert.match(JSON.stringify(result.content), /no such argument/, tool.name);
      assert.equal(requests.length, 0, tool.name);
    }
  });

  it('reach the API with their method and path', async () => {
    for (const { tool, args } of callable) {
      const { result, requests } = await call(tool, args);
      assert.notEqual(result.isError, true, `${tool.name}: ${JSON.stringify(result.content)}`);
      assert.equal(requests.length, 1, tool.name);
      assert.equal(requests[0]?.method, tool.request.method, tool.name);
      assert.match(requests[0].url, pathPattern(tool), tool.name);
    }
  });

  it('tell of a failure of the API', async () => {
    for (const { tool, args } of spread(callable, 20)) {
      const { result } = await call(tool, args, { status: 500, body: '{"error":"broken"}' });
      assert.equal(result.isError, true, tool.name);
      if (tool.request.method !== 'HEAD') assert.match(JSON.stringify(result.content), /broken/);
    }
  });
});

function pathPattern(tool: Tool): RegExp {
  const [path = ''] = tool.request.path.split('?');
  const literals = new URL(`http://host${path.replace(/\{[^{}]*\}/g, '0VALUE0')}`).pathname;
  const pattern = literals.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('0VALUE0', '[^/?]+');
  return new RegExp(`^/base${pattern}(?:\\?|$)`);
}
