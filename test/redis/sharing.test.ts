import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Client } from '@modelcontextprotocol/client';
import type { Client as Client2025 } from '@modelcontextprotocol/sdk/client/index.js';
import {
  ResourceUpdatedNotificationSchema,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { get } from '../corpus/document.js';
import { connect } from '../protocol/clients.js';
import { post } from '../protocol/modern.js';
import { connectHttp, type HttpServer } from '../runtime/process.js';
import { eventually, send } from '../serving/send.js';
import { commandLine } from './command-line.js';
import { buildRedisProject, watched, type RedisProject } from './project.js';
import { startRedis, type RedisServer } from './redis-server.js';

const secret = 'secret-of-ann-for-the-test';

describe('two servers with one Redis', () => {
  let project: RedisProject;
  let redis: RedisServer;
  let first: HttpServer;
  let second: HttpServer;
  before(async () => {
    [project, redis] = await Promise.all([buildRedisProject(), startRedis()]);
    const env = {
      MCP_REDIS_URL: redis.url,
      MCP_SESSIONS: 'memory',
      MCP_CONFIRM: 'destructive',
      MCP_STATE_KEY: 'a key of thirty-two characters or so',
    };
    [first, second] = await Promise.all([project.start(env), project.start(env)]);
  });
  after(async () => {
    await Promise.all([first, second].map((server) => server[Symbol.asyncDispose]()));
    await redis[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  it('count requests and calls of tools together', async () => {
    const env = {
      MCP_REDIS_URL: redis.url,
      MCP_REDIS_PREFIX: 'limited',
      MCP_AUTH_TOKENS: `ann=${secret}`,
    };
    await using one = await project.start({ ...env, MCP_RATE_LIMIT: '3/1h' });
    await using other = await project.start({ ...env, MCP_RATE_LIMIT: '3/1h' });
    const headers = { authorization: `Bearer ${secret}` };
    const statuses: number[] = [];
    for (const { url } of [one, other, one, other, one]) {
      statuses.push((await send(url, { headers })).status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);

    const perTool = { ...env, MCP_REDIS_PREFIX: 'tools', MCP_TOOL_RATE_LIMIT: '1/1h' };
    await using third = await project.start(perTool);
    await using fourth = await project.start(perTool);
    await using ann = await connectHttp('v2 of 2026', third.url, secret);
    await using alsoAnn = await connectHttp('v1 SDK', fourth.url, secret);
    assert.notEqual((await ann.callTool({ name: 'announce' })).isError, true);
    const refused = await alsoAnn.callTool({ name: 'announce' });
    assert.match(JSON.stringify(refused), /announce may be used 1 times in 3600 s\. Try again/);

    const keys = await commandLine(redis, 'keys', '*:limit:*');
    assert.equal(keys.length, 2);
    for (const key of keys) {
      assert.match(key, /^(limited:limit:requests|tools:limit:tools:1\/3600):[\w-]{43}$/);
      const [seconds] = await commandLine(redis, 'ttl', key);
      assert.ok(Number(seconds) > 0 && Number(seconds) <= 3_600, seconds);
    }
  });

  it('tell a client of 2026 of what is announced on the other, once', async () => {
    await using client = (await connect('v2 of 2026', { url: first.url })) as Client &
      AsyncDisposable;
    const told: string[] = [];
    client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      told.push(params.uri);
    });
    client.setNotificationHandler('notifications/tools/list_changed', () => {
      told.push('tools');
    });
    await client.listen({ toolsListChanged: true, resourceSubscriptions: [watched] });
    for (const [round, { url }] of [second, first, second].entries()) {
      await using announcer = await connectHttp('v2 of 2026', url);
      await announcer.callTool({ name: 'announce' });
      await eventually(() => told.length >= 2 * (round + 1), 'the client was told');
    }
    assert.deepEqual(told, [watched, 'tools', watched, 'tools', watched, 'tools']);
  });

  it('tell a client of a 2025 session of what is announced on the other', async () => {
    await using client = (await connect('v1 SDK', { url: first.url })) as Client2025 &
      AsyncDisposable;
    const told: string[] = [];
    client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => {
      told.push(params.uri);
    });
    client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
      told.push('tools');
    });
    await client.subscribeResource({ uri: watched });
    await using announcer = await connectHttp('v2 of 2026', second.url);
    await announcer.callTool({ name: 'announce' });
    await eventually(() => told.length === 2, 'the client was told');
    assert.deepEqual(told, [watched, 'tools']);
  });

  it('pay no heed to what no such server has published', async () => {
    await using client = (await connect('v2 of 2026', { url: first.url })) as Client &
      AsyncDisposable;
    const told: string[] = [];
    client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      told.push(params.uri);
    });
    await client.listen({ resourceSubscriptions: [watched] });
    for (const text of [
      'nonsense',
      '{}',
      '[]',
      'null',
      '{"from":"x","event":{"kind":"resource_updated"}}',
      '{"from":"x","event":{"kind":"resource_updated","uri":["a"]}}',
      '{"from":"x","event":{"kind":"__proto__","uri":"a"}}',
      `{"event":{"kind":"resource_updated","uri":"${watched}"}}`,
    ]) {
      await commandLine(redis, 'publish', 'petstore:changes', text);
    }
    await commandLine(
      redis,
      ...['publish', 'petstore:changes'],
      `{"from":"x","event":{"kind":"resource_updated","uri":"${watched}"}}`,
    );
    await eventually(() => told.length > 0, 'the client was told');
    assert.deepEqual(told, [watched]);
  });

  it('take a confirmation that the other has asked for, and both together take it once', async () => {
    const capabilities = { elicitation: {} };
    const call = { name: 'erase', arguments: {} };
    const asked = await post(first.url, 'tools/call', call, { capabilities });
    const confirmed = {
      ...call,
      requestState: get(asked.result, 'requestState'),
      inputResponses: { confirm: { action: 'accept', content: {} } },
    };
    const answers: string[] = [];
    for (const { url } of [second, first, second]) {
      const { result } = await post(url, 'tools/call', confirmed, { capabilities });
      answers.push(String(get(result, 'resultType')));
    }
    assert.deepEqual(answers, ['complete', 'input_required', 'input_required']);
  });
});
