import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rename } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { HttpServer } from '../runtime/process.js';
import { eventually, initialize, message, openRequest, send, type Sent } from '../serving/send.js';
import { run } from '../support/run.js';
import { buildRoomProject, type RoomProject } from './project.js';
import { openStream } from './stream.js';

const megabytes = 1024 * 1024;
const tokens = { MCP_AUTH_TOKENS: 'ann=token-of-ann-0123456789,bob=token-of-bob-0123456789' };
const ann = { authorization: 'Bearer token-of-ann-0123456789' };
const bob = { authorization: 'Bearer token-of-bob-0123456789' };

describe('HTTP+SSE under attack', () => {
  let project: RoomProject;
  let server: HttpServer;

  before(async () => {
    project = await buildRoomProject('legacy-sse');
    server = await project.serve(tokens);
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const refusals: readonly (readonly [string, Sent, number])[] = [
    ['nobody', { headers: {} }, 401],
    ['a wrong token', { headers: { authorization: 'Bearer wrong' } }, 401],
    ['a token in the query', { headers: {}, path: '?token=token-of-ann-0123456789' }, 401],
    ['a foreign host', { headers: { ...ann, host: 'evil.test' } }, 403],
    ['a foreign origin', { headers: { ...ann, origin: 'https://evil.test' } }, 403],
    ['an opaque origin', { headers: { ...ann, origin: 'null' } }, 403],
    [
      'a flood of headers',
      {
        headers: Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x-${index}`, 'y'])),
      },
      431,
    ],
  ];
  for (const [name, attack, status] of refusals) {
    it(`refuses ${name} with ${status} on both paths`, async () => {
      for (const [method, path] of [
        ['GET', '/sse'],
        ['POST', '/messages'],
      ] as const) {
        const sent = { ...attack, method, path: path + (attack.path ?? '') };
        const { status: given, body } = await send(server.url, sent);
        assert.equal(given, status, body);
        assert.match(body, /"error":\{"code":-32/);
      }
    });
  }

  it('lets a page of an allowed origin ask before, and refuses other methods', async () => {
    const origin = 'http://localhost:8080';
    const preflight = { ...ann, origin, 'access-control-request-method': 'POST' };
    for (const path of ['/sse', '/messages']) {
      const asked = await send(server.url, { method: 'OPTIONS', path, headers: preflight });
      assert.equal(asked.status, 204);
      assert.equal(asked.headers['access-control-allow-origin'], origin);
      assert.equal((await send(server.url, { method: 'PUT', path, headers: ann })).status, 405);
    }
    assert.equal((await send(server.url, { path: '/sse', headers: ann })).status, 405);
  });

  const bodies: readonly (readonly [string, Sent, number])[] = [
    ['50 MB', { body: ' '.repeat(50 * megabytes) }, 413],
    ['50 MB without a length', { body: ' '.repeat(50 * megabytes), chunked: true }, 413],
    ['100,000 levels', { body: '['.repeat(100_000) + ']'.repeat(100_000) }, 400],
    ['no JSON', { body: '{"jsonrpc":' }, 400],
    ['no message', { body: '"ping"' }, 400],
    ['a batch', { body: `[${message('ping')}]` }, 400],
    ['another type', { headers: { ...ann, 'content-type': 'text/plain' } }, 415],
  ];
  for (const [name, sent, status] of bodies) {
    it(`answers ${name} with ${status}, and goes on`, async () => {
      const stream = await openStream(server.url, ann);
      const refused = await stream.post(sent).catch(() => undefined);
      // A client that is refused while it sends may see its connection end before it has read why.
      if (refused) assert.equal(refused.status, status, refused.body);
      assert.equal((await stream.post({ body: message('ping') })).status, 202);
      await eventually(() => stream.text().includes('"result":{}'), 'it was answered');
      stream.response.destroy();
    });
  }

  it('gives each stream an id that is not to be guessed, and knows no other', async () => {
    const streams = await Promise.all(
      Array.from({ length: 10 }, () => openStream(server.url, ann)),
    );
    const ids = streams.map(({ endpoint }) => endpoint.replace('/messages?sessionId=', ''));
    assert.equal(new Set(ids).size, 10);
    for (const id of ids) {
      assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
    for (const guess of ['', '1', '__proto__', 'x'.repeat(5_000), ids[0]?.toUpperCase() ?? '']) {
      const path = `/messages?sessionId=${guess}`;
      assert.equal((await send(server.url, { path, headers: ann })).status, 404, guess);
    }
    assert.equal((await send(server.url, { path: '/messages', headers: ann })).status, 404);
    for (const { response } of streams) response.destroy();
  });

  it('gives a session to nobody but its caller, and to nobody once its stream has ended', async () => {
    const stream = await openStream(server.url, ann);
    const post = (headers: Readonly<Record<string, string>>) =>
      send(server.url, { path: stream.endpoint, headers, body: message('ping') });
    assert.equal((await post(bob)).status, 404);
    assert.equal((await post(ann)).status, 202);
    assert.doesNotMatch(stream.text(), /error/);
    stream.response.destroy();
    await eventually(async () => (await post(ann)).status === 404, 'the session ended');
  });

  it('is the same for an id that a client uses twice', async () => {
    const stream = await openStream(server.url, ann);
    await stream.post({ body: initialize });
    const wait = message('tools/call', { name: 'wait' });
    assert.equal((await stream.post({ body: wait })).status, 202);
    assert.equal((await stream.post({ body: wait })).status, 400);
    stream.response.destroy();
  });

  it('bears a flood of streams, and serves those that came before', async () => {
    await using bounded = await project.serve({ MCP_SSE_MAX_STREAMS: '5' });
    const first = await openStream(bounded.url);
    const flood = await Promise.all(
      Array.from({ length: 50 }, () => openRequest(bounded.url, { method: 'GET', path: '/sse' })),
    );
    const served = flood.filter(({ statusCode }) => statusCode === 200);
    const refused = flood.filter(({ statusCode }) => statusCode === 503);
    assert.deepEqual([served.length, refused.length], [4, 46]);
    assert.equal(refused[0]?.headers['retry-after'], '1');
    assert.equal((await first.post({ body: message('ping') })).status, 202);
    await eventually(() => first.text().includes('"result":{}'), 'it was answered');
    for (const response of flood) response.on('error', () => undefined).destroy();
    await eventually(async () => {
      const response = await openRequest(bounded.url, { method: 'GET', path: '/sse' });
      response.on('error', () => undefined).destroy();
      return response.statusCode === 200;
    }, 'there was room again');
  });

  it('counts requests of a caller, on both paths', async () => {
    await using limited = await project.serve({ MCP_RATE_LIMIT: '3/1h' });
    const stream = await openStream(limited.url);
    assert.equal((await stream.post({ body: message('ping') })).status, 202);
    assert.equal((await stream.post({ body: message('ping') })).status, 202);
    assert.equal((await stream.post({ body: message('ping') })).status, 429);
    assert.equal((await send(limited.url, { method: 'GET', path: '/sse' })).status, 429);
    stream.response.destroy();
  });

  it('answers so many requests at a time', async () => {
    await using busy = await project.serve({ MCP_MAX_REQUESTS: '2' });
    const stream = await openStream(busy.url);
    const wait = (id: number) =>
      stream.post({ body: message('tools/call', { name: 'wait' }).replace(':1,', `:${id},`) });
    assert.equal((await wait(1)).status, 202);
    assert.equal((await wait(2)).status, 202);
    assert.equal((await wait(3)).status, 503);
    stream.response.destroy();
  });

  it('gives up on a client that does not read', async () => {
    await using quick = await project.serve({ MCP_SSE_KEEP_ALIVE_MS: '200' });
    const stream = await openStream(quick.url);
    await eventually(() => stream.text().includes(': keep-alive'), 'there was a comment');
    stream.response.pause();
    const much = message('tools/call', { name: 'much' });
    await stream.post({ body: initialize.replace(':1,', ':0,') });
    for (let id = 1; id <= 4; id += 1) {
      await stream.post({ body: much.replace(':1,', `:${id},`) });
    }
    const ended = async () => (await stream.post({ body: message('ping') })).status === 404;
    await eventually(ended, 'the stream was ended');
    stream.response.destroy();
  });

  it('reports paths that cannot be', async () => {
    const env = {
      ...{ PATH: process.env['PATH'], MCP_TRANSPORT: 'http', MCP_SSE_PATH: '/mcp' },
      ...{ MCP_SSE_MESSAGES_PATH: '/sse', MCP_SSE_MAX_STREAMS: 'many' },
    };
    const { code, stderr } = await run(process.execPath, [project.entry], {
      cwd: project.directory,
      env,
    });
    assert.equal(code, 1);
    assert.match(stderr, /MCP_SSE_PATH is "\/mcp"; set it to a path such as \/sse/);
    assert.match(stderr, /MCP_SSE_MESSAGES_PATH is "\/sse"; .*\/mcp, \/sse/);
    assert.match(stderr, /MCP_SSE_MAX_STREAMS is "many"/);
  });

  it('has survived, with nothing but warnings in its log', () => {
    assert.equal(server.child.exitCode, null);
    assert.doesNotMatch(server.log(), /"level":"error"|^\s+at |token-of-/m);
  });
});

describe('HTTP+SSE at SIGTERM', () => {
  let project: RoomProject;

  before(async () => {
    project = await buildRoomProject('legacy-sse');
  });
  after(() => project[Symbol.asyncDispose]());

  it('answers every call that was accepted, then ends the streams', async () => {
    await using server = await project.serve();
    const streams = await Promise.all(Array.from({ length: 8 }, () => openStream(server.url)));
    const idle = await openStream(server.url);
    for (const { post } of streams) await post({ body: initialize.replace(':1,', ':0,') });
    const ends = [...streams, idle].map(({ response }) => once(response, 'end'));
    const exited = once(server.child, 'exit');
    const accepted = await Promise.all(
      streams.map(async (stream) => {
        let count = 0;
        for (let id = 1; id <= 200; id += 1) {
          if (stream === streams[0] && id === 20) server.child.kill('SIGTERM');
          const body = message('tools/call', { name: 'pause' }).replace(':1,', `:${id},`);
          const reply = await stream.post({ body }).catch(() => undefined);
          if (reply?.status !== 202) return count;
          count += 1;
        }
        return count;
      }),
    );
    await Promise.all(ends);
    assert.deepEqual(await exited, [0, null]);
    assert.ok(accepted.every((count) => count > 0 && count < 200));
    for (const [index, stream] of streams.entries()) {
      assert.equal(stream.text().split('"done"').length - 1, accepted[index]);
    }
    assert.doesNotMatch(server.log(), /not finished in time/);
  });

  it('runs from dist alone, without packages', async () => {
    await rename(`${project.directory}/node_modules`, `${project.directory}/packages`);
    await using server = await project.serve();
    const stream = await openStream(server.url);
    assert.equal((await stream.post({ body: message('ping') })).status, 202);
    stream.response.destroy();
  });
});
