import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Client } from '@modelcontextprotocol/client';
import type { Client as Client2025 } from '@modelcontextprotocol/sdk/client/index.js';
import {
  LoggingMessageNotificationSchema,
  ResourceUpdatedNotificationSchema,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { get } from '../corpus/document.js';
import { connectStdio, type HttpServer, type Kind } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { run } from '../support/run.js';
import { replyJson } from '../support/upstream.js';
import { createWorkspace } from '../support/workspace.js';
import { connect, type Target } from './clients.js';
import { post } from './modern.js';
import { buildProtocolProject, type ProtocolProject } from './project.js';

const watched = 'petstore://custom/watched';
const logLevel = 'io.modelcontextprotocol/logLevel';

describe('what the protocol offers', () => {
  let project: ProtocolProject;
  let server: HttpServer;
  before(async () => {
    project = await buildProtocolProject(({ url }, response) => {
      const isKept = url.startsWith('/inventory');
      if (isKept) response.setHeader('cache-control', 'public, max-age=60');
      replyJson(response, { url });
    });
    server = await project.serve();
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const targets: Readonly<Record<'stdio' | 'HTTP', () => Target>> = {
    stdio: () => ({ entry: project.entry, env: project.env }),
    HTTP: () => ({ url: server.url }),
  };

  const clients: readonly (readonly [Kind, 'stdio' | 'HTTP', live: boolean])[] = [
    ['v1 SDK', 'stdio', true],
    ['v2 of 2025', 'stdio', true],
    ['v2 of 2026', 'stdio', true],
    ['v1 SDK', 'HTTP', false],
    ['v2 of 2025', 'HTTP', false],
    ['v2 of 2026', 'HTTP', true],
  ];
  for (const [kind, transport, isLive] of clients) {
    it(`is promised to a ${kind} client over ${transport} as far as it works there`, async () => {
      await using client = await connect(kind, targets[transport]());
      const { tools, resources, prompts, completions, logging } =
        client.getServerCapabilities() ?? {};
      const lists = isLive ? { listChanged: true } : {};
      assert.deepEqual(tools, lists);
      assert.deepEqual(prompts, lists);
      assert.deepEqual(resources, isLive ? { ...lists, subscribe: true } : {});
      assert.deepEqual(completions, {});
      assert.deepEqual(logging, isLive ? {} : undefined);
    });

    it(`completes arguments for a ${kind} client over ${transport}`, async () => {
      await using client = await connect(kind, targets[transport]());
      const complete = async (
        ref: Parameters<Client2025['complete']>[0]['ref'],
        name: string,
        value: string,
      ) => (await client.complete({ ref, argument: { name, value } })).completion;
      const paint = { type: 'ref/prompt', name: 'paint' } as const;
      const mine = {
        type: 'ref/resource',
        uri: 'petstore://api/pets/mine{?limit,tags,sold}',
      } as const;
      const color = { type: 'ref/resource', uri: 'petstore://custom/{color}' } as const;

      assert.deepEqual(await complete(paint, 'color', 'r'), {
        values: ['red', 'Rose'],
        total: 2,
        hasMore: false,
      });
      assert.deepEqual((await complete(paint, 'size', '')).values, []);
      assert.deepEqual((await complete(mine, 'sold', '')).values, ['true', 'false']);
      assert.deepEqual((await complete(mine, 'limit', '1')).values, []);
      assert.deepEqual((await complete(color, 'color', 'BL')).values, ['blue']);
      const many = await complete(color, 'color', 'item');
      assert.deepEqual([many.values.length, many.total, many.hasMore], [100, 150, true]);
      await assert.rejects(complete({ type: 'ref/prompt', name: 'none' }, 'x', ''), {
        code: -32602,
      });
      await assert.rejects(complete({ type: 'ref/resource', uri: 'x://y/{z}' }, 'z', ''), {
        code: -32602,
      });
    });
  }

  it('shows no secret in a prompt of custom code, or in its failure', async () => {
    await using client = await connect('v2 of 2026', targets.HTTP());
    const { messages } = await client.getPrompt({ name: 'indiscreet' });
    assert.match(JSON.stringify(messages), /"yes \[redacted\]"/i);
    await assert.rejects(
      client.getPrompt({ name: 'indiscreet', arguments: { how: 'throwing' } }),
      /no \[redacted\]/i,
    );
    assert.doesNotMatch(server.log(), /top-secret/);
  });

  it('starts custom code before it serves', () => {
    assert.match(server.log(), /custom code has started[^]*serving over HTTP/);
  });

  it('names what is wrong with its settings, all at once', async () => {
    const { code, stderr } = await run(process.execPath, [project.entry], {
      cwd: dirname(project.entry),
      env: { MCP_CONFIRM: 'always', MCP_STATE_KEY: 'short-key', MCP_LIST_TTL_MS: '-1' },
    });
    assert.equal(code, 1);
    for (const name of ['MCP_CONFIRM', 'MCP_STATE_KEY', 'MCP_LIST_TTL_MS'])
      assert.match(stderr, new RegExp(`- ${name} is `));
    assert.doesNotMatch(stderr, /short-key/);
  });

  it('promises no changes where nothing can change', async () => {
    await using workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    const entry = join(workspace.directory, 'dist/index.js');
    await using client = await connectStdio('v2 of 2025', entry, project.env);
    assert.deepEqual(client.getServerCapabilities()?.tools, {});
    assert.deepEqual(client.getServerCapabilities()?.resources, {});
  });

  it('tells a client of 2025 on stdio of the changes that it has subscribed to', async () => {
    await using client = (await connect('v1 SDK', targets.stdio())) as Client2025 & AsyncDisposable;
    const told: string[] = [];
    client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => {
      told.push(params.uri);
    });
    const changed = new Promise<void>((resolve) => {
      client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
        resolve();
      });
    });
    await client.subscribeResource({ uri: watched });
    await assert.rejects(client.subscribeResource({ uri: 'petstore://nowhere/x' }), {
      code: -32602,
    });
    await client.callTool({ name: 'announce' });
    await changed;
    assert.deepEqual(told, [watched]);
    const { tools } = await client.listTools();
    assert.equal(tools.at(-1)?.name, 'late');
    await client.unsubscribeResource({ uri: watched });
    await client.callTool({ name: 'announce' });
    assert.deepEqual(told, [watched]);
  });

  for (const transport of ['stdio', 'HTTP'] as const) {
    it(`tells a client of 2026 over ${transport} of what it listens for`, async () => {
      await using client = (await connect('v2 of 2026', targets[transport]())) as Client &
        AsyncDisposable;
      const told: string[] = [];
      const updated = new Promise<void>((resolve) => {
        client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
          told.push(params.uri);
          resolve();
        });
      });
      client.setNotificationHandler('notifications/tools/list_changed', () => {
        told.push('tools');
      });
      const subscription = await client.listen({ resourceSubscriptions: [watched] });
      await client.callTool({ name: 'announce' });
      await updated;
      await subscription.close();
      assert.deepEqual(told, [watched]);
    });
  }

  const hints: readonly (readonly [string, Readonly<Record<string, unknown>>, number, string])[] = [
    ['tools/list', {}, 300_000, 'public'],
    ['resources/list', {}, 300_000, 'public'],
    ['resources/templates/list', {}, 300_000, 'public'],
    ['prompts/list', {}, 300_000, 'public'],
    ['server/discover', {}, 300_000, 'public'],
    ['resources/read', { uri: 'petstore://api/inventory' }, 60_000, 'public'],
    ['resources/read', { uri: 'petstore://api/pets/7' }, 0, 'private'],
    ['resources/read', { uri: watched }, 0, 'private'],
  ];
  for (const [method, params, ttlMs, cacheScope] of hints) {
    it(`says how long ${method} ${JSON.stringify(params)} may be kept, and for whom`, async () => {
      const { result } = await post(server.url, method, params);
      assert.deepEqual([get(result, 'ttlMs'), get(result, 'cacheScope')], [ttlMs, cacheScope]);
    });
  }

  it('says nothing of that to clients of 2025', async () => {
    await using client = await connect('v1 SDK', targets.HTTP());
    assert.deepEqual(Object.keys(await client.readResource({ uri: 'petstore://api/inventory' })), [
      'contents',
    ]);
  });

  const mirrored = { name: 'in_region', arguments: { region: 'eu' } };
  const regions: readonly (readonly [string, Readonly<Record<string, string>>, number])[] = [
    ['the right header', { 'mcp-param-region': 'eu' }, 200],
    ['another value in the header', { 'mcp-param-region': 'us' }, 400],
    ['no header', {}, 400],
    ['another name in Mcp-Name', { 'mcp-param-region': 'eu', 'mcp-name': 'log_lines' }, 400],
  ];
  for (const [name, headers, status] of regions) {
    it(`answers a call with ${name} with ${status}`, async () => {
      const answer = await post(server.url, 'tools/call', mirrored, { headers });
      assert.equal(answer.status, status);
      if (status === 400) assert.equal(get(answer.error, 'code'), -32020);
      else assert.match(JSON.stringify(answer.result), /in eu/);
    });
  }

  const levels: readonly (readonly [string | undefined, readonly string[]])[] = [
    [undefined, []],
    ['error', []],
    ['warning', ['warning']],
    ['info', ['info', 'warning']],
    ['debug', ['debug', 'info', 'warning']],
  ];
  for (const [level, expected] of levels) {
    it(`sends a client of 2026 that asks for ${level ?? 'nothing'} what it asks for`, async () => {
      const meta = level === undefined ? {} : { [logLevel]: level };
      const { notifications } = await post(
        server.url,
        'tools/call',
        { name: 'log_lines' },
        { meta },
      );
      const sent = notifications.map((message) => get(get(message, 'params'), 'level'));
      assert.deepEqual(sent, expected);
      assert.doesNotMatch(JSON.stringify(notifications), /top-secret/);
    });
  }

  it('sends a client of 2025 messages once it has set a level', async () => {
    await using client = (await connect('v1 SDK', targets.stdio())) as Client2025 & AsyncDisposable;
    const levels: string[] = [];
    client.setNotificationHandler(LoggingMessageNotificationSchema, ({ params }) => {
      levels.push(params.level);
    });
    await client.callTool({ name: 'log_lines' });
    assert.deepEqual(levels, []);
    await client.setLoggingLevel('warning');
    await client.callTool({ name: 'log_lines' });
    assert.deepEqual(levels, ['warning']);
  });
});
