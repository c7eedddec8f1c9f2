import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startUpstream } from '../support/upstream.js';
import { connectHttp, kinds, startHttp, type Variables } from '../runtime/process.js';
import { buildTestProject, type TestProject } from './project.js';
import { eventually, initialize, openRequest, ping, send } from './send.js';

describe('sessions', () => {
  let project: TestProject;

  before(async () => {
    project = await buildTestProject();
  });
  after(() => project[Symbol.asyncDispose]());

  const start = (env: Variables = {}) =>
    startHttp(project.entry, { MCP_SESSIONS: 'memory', PETSTORE_API_KEY: 'test', ...env });

  /** Begins one by hand; returns its id. */
  const begin = async (url: string): Promise<string> => {
    const { status, headers, body } = await send(url, { body: initialize });
    assert.equal(status, 200, body);
    const id = headers['mcp-session-id'];
    assert.equal(typeof id, 'string');
    return String(id);
  };
  const pingIn = async (url: string, id: string): Promise<number> =>
    (await send(url, { headers: { 'mcp-session-id': id } })).status;

  for (const kind of kinds) {
    it(`serve a client (${kind}), to whom a cancelled call does not matter`, async () => {
      await using server = await start();
      await using client = await connectHttp(kind, server.url);
      const result = await client.callTool({ name: 'echo', arguments: { text: 'hello' } });
      assert.deepEqual(result.content, [{ type: 'text', text: 'hello' }]);

      const controller = new AbortController();
      const options = { signal: controller.signal };
      const waiting =
        'discover' in client
          ? client.callTool({ name: 'wait' }, options)
          : client.callTool({ name: 'wait' }, undefined, options);
      await eventually(() => server.log().includes('waiting'), 'the call arrived');
      controller.abort();
      await assert.rejects(waiting);
      await eventually(() => server.log().includes('cancelled'), 'the tool was told');
      assert.equal((await client.listTools()).tools.length > 3, true);
    });
  }

  for (const kind of ['v1 SDK', 'v2 of 2025'] as const) {
    it(`tell a client (${kind}) of progress`, async () => {
      let requests = 0;
      await using api = await startUpstream((_, response) => {
        requests += 1;
        response.writeHead(requests === 1 ? 503 : 204, { 'retry-after': '0' }).end();
      });
      await using server = await start({ API_BASE_URL: api.url });
      await using client = await connectHttp(kind, server.url);
      const heard: unknown[] = [];
      const options = {
        onprogress: ({ message }: { message?: string | undefined }) => heard.push(message),
      };
      await ('discover' in client
        ? client.callTool({ name: 'get_inventory' }, options)
        : client.callTool({ name: 'get_inventory' }, undefined, options));
      assert.match(String(heard[0]), /503; trying again/);
    });
  }

  it('have ids that are not to be guessed, each its own', async () => {
    await using server = await start();
    const ids = await Promise.all(Array.from({ length: 20 }, () => begin(server.url)));
    assert.equal(new Set(ids).size, 20);
    for (const id of ids)
      assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    for (const guess of ['', '1', 'x'.repeat(5_000), '__proto__', ids[0]?.toUpperCase() ?? '']) {
      assert.equal(await pingIn(server.url, guess), 404, guess);
    }
    assert.equal((await send(server.url)).status, 400);
    assert.equal((await send(server.url, { method: 'GET' })).status, 400);
  });

  it('end by DELETE', async () => {
    await using server = await start();
    const id = await begin(server.url);
    const headers = { 'mcp-session-id': id };
    assert.equal(await pingIn(server.url, id), 200);
    assert.equal((await send(server.url, { method: 'DELETE', headers })).status, 200);
    assert.equal(await pingIn(server.url, id), 404);
    assert.equal((await send(server.url, { method: 'DELETE', headers })).status, 404);
  });

  it('end when they are idle, but not while a client listens', async () => {
    await using server = await start({ MCP_SESSION_IDLE_MS: '1500' });
    const idle = await begin(server.url);
    const listening = await begin(server.url);
    const headers = { 'mcp-session-id': listening };
    const stream = await openRequest(server.url, { method: 'GET', headers });
    assert.equal(stream.statusCode, 200);
    stream.on('error', () => undefined);
    // Asking for it would keep it alive.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    assert.equal(await pingIn(server.url, idle), 404);
    assert.equal(await pingIn(server.url, listening), 200);
    stream.destroy();
  });

  it('are so many at most: the one idle longest makes room, none that a client listens to', async () => {
    await using server = await start({ MCP_MAX_SESSIONS: '2' });
    const first = await begin(server.url);
    const second = await begin(server.url);
    assert.equal(await pingIn(server.url, first), 200);
    const third = await begin(server.url);
    assert.deepEqual(
      [await pingIn(server.url, first), await pingIn(server.url, second)],
      [200, 404],
    );
    const streams = await Promise.all(
      [first, third].map((id) =>
        openRequest(server.url, { method: 'GET', headers: { 'mcp-session-id': id } }),
      ),
    );
    const refused = await send(server.url, { body: initialize });
    assert.equal(refused.status, 503);
    assert.equal(refused.headers['retry-after'], '1');
    for (const stream of streams) stream.on('error', () => undefined).destroy();
  });

  it('keep nobody from being served who wants none', async () => {
    await using server = await start({ MCP_MAX_SESSIONS: '1' });
    await using client = await connectHttp('v2 of 2026', server.url);
    await begin(server.url);
    const result = await client.callTool({ name: 'echo', arguments: { text: 'hello' } });
    assert.deepEqual(result.content, [{ type: 'text', text: 'hello' }]);
  });

  it('are not left behind by requests that begin none', async () => {
    await using server = await start({ MCP_MAX_SESSIONS: '1' });
    const id = await begin(server.url);
    const headers = { accept: 'application/json' };
    assert.equal((await send(server.url, { body: ping })).status, 400);
    const stream = await openRequest(server.url, {
      method: 'GET',
      headers: { 'mcp-session-id': id },
    });
    assert.equal((await send(server.url, { body: initialize, headers })).status, 503);
    stream.on('error', () => undefined).destroy();
  });
});
