import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { StreamableHTTPClientTransport as Http2025 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client as Client2025 } from '@modelcontextprotocol/sdk/client/index.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { connectHttp, type HttpServer } from '../runtime/process.js';
import { eventually, initialize, message, openRequest, send } from '../serving/send.js';
import { commandLine } from './command-line.js';
import { eventsOf, listenTo } from './event-stream.js';
import { startLine } from './line.js';
import { buildRedisProject, type RedisProject } from './project.js';
import { startRedis, type RedisServer } from './redis-server.js';

const version = { 'mcp-protocol-version': '2025-11-25' };
const steps = message('tools/call', { name: 'steps', _meta: { progressToken: 7 } });
const pause = message('tools/call', { name: 'pause' }).replace('"id":1', '"id":2');

describe('a session with Redis', () => {
  let project: RedisProject;
  let redis: RedisServer;
  let server: HttpServer;
  before(async () => {
    [project, redis] = await Promise.all([buildRedisProject(), startRedis()]);
    server = await project.start({ MCP_REDIS_URL: redis.url, MCP_SESSIONS: 'memory' });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  /** Headers of requests in a new session. */
  const begin = async (): Promise<Readonly<Record<string, string>>> => {
    const { headers } = await send(server.url, { body: initialize });
    return { ...version, 'mcp-session-id': String(headers['mcp-session-id']) };
  };
  const resume = (headers: Readonly<Record<string, string>>, id: string) =>
    openRequest(server.url, { method: 'GET', headers: { ...headers, 'last-event-id': id } });

  it('gives a v1 client, whose stream the server drops, all that it has missed', async () => {
    const client = new Client2025({ name: 'test', version: '1' });
    await client.connect(new Http2025(new URL(server.url)));
    const heard: number[] = [];
    const result = await client.callTool({ name: 'steps' }, undefined, {
      onprogress: ({ progress }) => heard.push(progress),
    });
    assert.match(JSON.stringify(result), /all steps done/);
    assert.deepEqual(heard, [1, 2, 3, 4, 5]);
    await client.close();
  });

  it('gives it to a v2 client too', async () => {
    const client = new Client(
      { name: 'test', version: '1' },
      { versionNegotiation: { mode: 'legacy' } },
    );
    await client.connect(new StreamableHTTPClientTransport(new URL(server.url)));
    const heard: number[] = [];
    const result = await client.callTool(
      { name: 'steps' },
      { onprogress: ({ progress }) => heard.push(progress) },
    );
    assert.match(JSON.stringify(result), /all steps done/);
    assert.deepEqual(heard, [1, 2, 3, 4, 5]);
    await client.close();
  });

  it('gives a v1 client, whose connection breaks, the answer that it waits for', async () => {
    await using line = await startLine(server.url);
    const client = new Client2025({ name: 'test', version: '1' });
    await client.connect(new Http2025(new URL(line.url)));
    const streams = (): number => line.received().split('retry: ').length;
    const before = streams();
    const pending = client.callTool({ name: 'pause' });
    await eventually(() => streams() > before, 'there was an id to come back with');
    line.cut();
    assert.match(JSON.stringify(await pending), /done/);
    await client.close();
  });

  it('sends again what came after the event that is named, in its stream alone', async () => {
    const headers = await begin();
    const first = eventsOf((await send(server.url, { body: steps, headers })).body);
    const [priming, ...told] = first;
    assert.equal(priming?.data, '');
    assert.equal(priming.retry, '1000');
    assert.equal(told.length, 2);
    await send(server.url, { body: pause, headers });

    const again = eventsOf(await text(await resume(headers, priming.id)));
    assert.deepEqual(again.slice(0, 2), told);
    assert.equal(again.length, 6);
    assert.match(again.at(-1)?.data ?? '', /all steps done/);
    const ids = again.map(({ id }) => Number(id));
    assert.deepEqual(
      ids,
      ids.toSorted((a, b) => a - b),
    );
    const rest = eventsOf(await text(await resume(headers, again[3]?.id ?? '')));
    assert.deepEqual(rest, again.slice(4));
    assert.deepEqual(eventsOf(await text(await resume(headers, again[5]?.id ?? ''))), []);
  });

  it('sends again what was announced while nobody listened', async () => {
    const headers = await begin();
    const announce = async (): Promise<void> => {
      await using announcer = await connectHttp('v2 of 2026', server.url);
      await announcer.callTool({ name: 'announce' });
    };
    const listening = listenTo(await openRequest(server.url, { method: 'GET', headers }));
    await announce();
    await eventually(() => listening.events().length === 1, 'the client was told');
    listening.close();
    await announce();
    await announce();
    const [heard] = listening.events();
    assert.match(heard?.data ?? '', /tools\/list_changed/);
    let resumed = listenTo(await resume(headers, heard?.id ?? ''));
    await eventually(() => resumed.events().length === 2, 'the client was told of the others');
    await announce();
    await eventually(() => resumed.events().length === 3, 'the client listens again');
    resumed.close();
    resumed = listenTo(await resume(headers, resumed.events()[1]?.id ?? ''));
    await eventually(() => resumed.events().length === 1, 'the client was told of the last');
    resumed.close();
  });

  it('knows no events but its own', async () => {
    const [mine, other] = [await begin(), await begin()];
    const [priming] = eventsOf((await send(server.url, { body: steps, headers: other })).body);
    assert.ok(priming);
    for (const id of [priming.id, '0', '-', '+', '01', '1-0', '9'.repeat(400), '__proto__']) {
      const response = await resume(mine, id);
      assert.equal(response.statusCode, 400, id);
      response.resume();
    }
    const stranger = { ...other, 'mcp-session-id': 'x' };
    const response = await resume(stranger, priming.id);
    assert.equal(response.statusCode, 404);
    response.resume();
  });

  for (const [count, size] of [
    [1_500, 1],
    [100, 100_000],
  ] as const) {
    it(`keeps of ${count} messages of ${size} characters the newest, and those not for ever`, async () => {
      const headers = await begin();
      const flood = message('tools/call', { name: 'flood', arguments: { count, size } });
      const told = eventsOf((await send(server.url, { body: flood, headers })).body);
      assert.equal(told.length, count + 2);
      const key = `petstore:session:${headers['mcp-session-id'] ?? ''}:1`;
      const [kept = ''] = await commandLine(redis, 'xlen', key);
      const most = Math.min(1_000, Math.ceil(4_194_304 / size));
      assert.ok(Number(kept) <= most && Number(kept) > most / 2, kept);
      const [seconds = ''] = await commandLine(redis, 'ttl', key);
      assert.ok(Number(seconds) > 0 && Number(seconds) <= 600, seconds);

      const early = await resume(headers, told[0]?.id ?? '');
      assert.equal(early.statusCode, 400);
      early.resume();
      const late = eventsOf(await text(await resume(headers, told.at(-4)?.id ?? '')));
      assert.deepEqual(late, told.slice(-3));
    });
  }

  it('sends nothing again after what Redis has not kept', async () => {
    await using own = await startRedis();
    await using frail = await project.start({ MCP_REDIS_URL: own.url, MCP_SESSIONS: 'memory' });
    const { headers } = await send(frail.url, { body: initialize });
    const session = { ...version, 'mcp-session-id': String(headers['mcp-session-id']) };
    const call = async () => {
      const { body } = await send(frail.url, { body: pause, headers: session });
      assert.match(body, /done/);
      return eventsOf(body);
    };
    const [kept] = await call();
    own.freeze();
    await call();
    own.thaw();
    await eventually(() => frail.log().split('Redis is there').length === 3, 'Redis was found');
    const [later, answer] = await call();
    const status = async (id = '') => {
      const again = { ...session, 'last-event-id': id };
      const { status, body } = await send(frail.url, { method: 'GET', headers: again });
      return [status, eventsOf(body).length];
    };
    assert.equal((await status(kept?.id))[0], 400);
    assert.deepEqual(await status(later?.id), [200, 1]);
    assert.equal(Number(answer?.id), 8);
  });
});
