import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import type { Client } from '@modelcontextprotocol/client';
import type { Client as Client2025 } from '@modelcontextprotocol/sdk/client/index.js';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { connectHttp, type HttpServer, type Variables } from '../runtime/process.js';
import { eventually, initialize, message, send, type Received } from '../serving/send.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { startNginx } from './nginx.js';
import { buildRedisProject, type RedisProject } from './project.js';
import { startRedis, type RedisServer } from './redis-server.js';

const inventory = message('tools/call', { name: 'get_inventory' });
const secret = 'secret-of-ann-for-the-test';

interface Cluster extends AsyncDisposable {
  readonly a: HttpServer;
  readonly b: HttpServer;
  readonly url: string;
  readonly takeOutA: () => Promise<void>;
}

describe('two servers behind nginx with one Redis', () => {
  let project: RedisProject;
  let redis: RedisServer;
  let api: Upstream;
  before(async () => {
    [project, redis, api] = await Promise.all([
      buildRedisProject(),
      startRedis(),
      startUpstream((_, response) => {
        setTimeout(() => response.end('Rex'), 20);
      }),
    ]);
  });
  after(async () => {
    await api[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const start = async (env: Variables = {}): Promise<Cluster> => {
    const common = { MCP_REDIS_URL: redis.url, API_BASE_URL: api.url, ...env };
    const [a, b] = await Promise.all([
      project.start({ ...common, MCP_SESSION_NODE: 'a' }),
      project.start({ ...common, MCP_SESSION_NODE: 'b' }),
    ]);
    const nginx = await startNginx(a.url, b.url);
    return {
      ...{ a, b, url: nginx.url, takeOutA: nginx.takeOutFirst },
      async [Symbol.asyncDispose]() {
        for (const each of [nginx, a, b]) await each[Symbol.asyncDispose]();
      },
    };
  };

  /** What `count` requests, sixteen at a time, are answered; `onAnswer` is told of each. */
  const load = async (
    url: string,
    count: number,
    onAnswer: (index: number) => void,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<readonly Received[]> => {
    const answers: Received[] = [];
    let sent = 0;
    const client = async (): Promise<void> => {
      while (sent < count) {
        sent += 1;
        answers.push(await send(url, { body: inventory, headers }));
        onAnswer(answers.length);
      }
    };
    await Promise.all(Array.from({ length: 16 }, client));
    return answers;
  };

  it('lose no call when one of them is taken out and told to end, and no client notices', async () => {
    await using cluster = await start();
    const exited = once(cluster.a.child, 'exit');
    const before = api.requests.length;
    let called = 0;
    let isOver = false;
    const clients = (['v1 SDK', 'v2 of 2025', 'v2 of 2026'] as const).map(async (kind) => {
      await using client = await connectHttp(kind, cluster.url);
      while (!isOver) {
        assert.match(JSON.stringify(await client.callTool({ name: 'get_inventory' })), /Rex/);
        called += 1;
      }
    });
    const answers = await load(cluster.url, 800, (index) => {
      if (index === 200) void cluster.takeOutA().then(() => cluster.a.child.kill('SIGTERM'));
    });
    assert.deepEqual(await exited, [0, null]);
    isOver = true;
    await Promise.all(clients);
    for (const { status, body } of answers) assert.match(`${status} ${body}`, /^200 .*Rex/);
    assert.equal(api.requests.length - before, answers.length + called);
  });

  it('lose nothing that was taken when one of them is told to end without that', async () => {
    await using cluster = await start();
    const exited = once(cluster.a.child, 'exit');
    const before = api.requests.length;
    const answers = await load(cluster.url, 800, (index) => {
      if (index === 200) cluster.a.child.kill('SIGTERM');
    });
    assert.deepEqual(await exited, [0, null]);
    const answered = answers.filter(({ status }) => status === 200);
    // Connections that come in the moment in which the server stops listening.
    const reset = answers.filter(({ status }) => status === 502);
    assert.equal(answered.length + reset.length, 800);
    assert.ok(reset.length <= 16, String(reset.length));
    assert.equal(api.requests.length - before, answered.length);
  });

  it('lose no more than what one of them has under way when it is killed', async () => {
    await using cluster = await start();
    const answers = await load(cluster.url, 800, (index) => {
      if (index === 200) cluster.a.child.kill('SIGKILL');
    });
    const lost = answers.filter(({ status }) => status !== 200);
    assert.ok(lost.length <= 16, String(lost.length));
    for (const { status } of lost) assert.equal(status, 502);
    assert.ok(answers.slice(-200).every(({ status }) => status === 200));
    for (const kind of ['v1 SDK', 'v2 of 2025', 'v2 of 2026'] as const) {
      await using client = await connectHttp(kind, cluster.url);
      assert.match(JSON.stringify(await client.callTool({ name: 'get_inventory' })), /Rex/);
    }
  });

  it('hold to a limit together, also when one of them ends', async () => {
    await using cluster = await start({
      MCP_AUTH_TOKENS: `ann=${secret}`,
      MCP_RATE_LIMIT: '300/1h',
    });
    const headers = { authorization: `Bearer ${secret}` };
    const kill = (index: number): void => {
      if (index === 100) cluster.a.child.kill('SIGKILL');
    };
    const answers = await load(cluster.url, 500, kill, headers);
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    const lost = count(502);
    assert.equal(count(200) + count(429) + lost, 500);
    // What was lost may have been counted.
    assert.ok(count(200) <= 300 && count(200) >= 300 - lost, String(count(200)));
  });

  it('find their sessions; those of one that is killed are gone, and clients begin anew', async () => {
    await using cluster = await start({ MCP_SESSIONS: 'memory' });
    const begin = async (): Promise<string> => {
      const { status, headers } = await send(cluster.url, { body: initialize });
      assert.equal(status, 200);
      return String(headers['mcp-session-id']);
    };
    const statusIn = async (id: string): Promise<number> =>
      (await send(cluster.url, { headers: { 'mcp-session-id': id } })).status;
    const sessions = await Promise.all(Array.from({ length: 16 }, begin));
    const onA = sessions.filter((id) => id.startsWith('a-'));
    const onB = sessions.filter((id) => id.startsWith('b-'));
    assert.equal(onA.length + onB.length, 16);
    assert.ok(onA.length > 0 && onB.length > 0);
    for (const id of [...sessions, ...sessions]) assert.equal(await statusIn(id), 200);

    cluster.a.child.kill('SIGKILL');
    await once(cluster.a.child, 'exit');
    for (const id of onA) assert.equal(await statusIn(id), 404);
    for (const id of onB) assert.equal(await statusIn(id), 200);
    for (const id of await Promise.all(Array.from({ length: 4 }, begin))) {
      assert.match(id, /^b-/);
    }
  });

  it('tell clients of both eras of what is announced on either', async () => {
    await using cluster = await start({ MCP_SESSIONS: 'memory' });
    const told: number[] = [0, 0, 0, 0];
    const hear = (index: number) => () => {
      told[index] = (told[index] ?? 0) + 1;
    };
    const modern = await Promise.all([0, 1].map(() => connectHttp('v2 of 2026', cluster.url)));
    const older = await Promise.all([0, 1].map(() => connectHttp('v1 SDK', cluster.url)));
    for (const [index, client] of (modern as Client[]).entries()) {
      client.setNotificationHandler('notifications/tools/list_changed', hear(index));
      await client.listen({ toolsListChanged: true });
    }
    for (const [index, client] of (older as Client2025[]).entries()) {
      client.setNotificationHandler(ToolListChangedNotificationSchema, hear(2 + index));
    }
    for (const [round, { url }] of [cluster.a, cluster.b].entries()) {
      await using announcer = await connectHttp('v2 of 2026', url);
      await announcer.callTool({ name: 'announce' });
      await eventually(() => told.every((count) => count === round + 1), 'all were told');
    }
    for (const client of [...modern, ...older]) await client.close();
  });
});
