import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { logged } from '../inbound/logged.js';
import { buildRoomProject, type RoomProject } from '../legacy-sse/project.js';
import { connectHttp, type HttpServer } from '../runtime/process.js';
import { eventually, message, ping, send, type Sent } from '../serving/send.js';
import { run } from '../support/run.js';
import { openSocket, upgrade } from './socket.js';

const megabytes = 1024 * 1024;
const tokens = { MCP_AUTH_TOKENS: 'ann=token-of-ann-0123456789,bob=token-of-bob-0123456789' };
const ann = { authorization: 'Bearer token-of-ann-0123456789' };
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('WebSocket under attack', () => {
  let project: RoomProject;
  let server: HttpServer;

  before(async () => {
    project = await buildRoomProject('websocket');
    server = await project.serve(tokens);
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const ask = (url: string, { headers = {}, ...sent }: Sent = {}) =>
    send(url, { method: 'GET', path: '/ws', ...sent, headers: { ...upgrade, ...headers } });

  const refusals: readonly (readonly [string, Sent, number])[] = [
    ['nobody', {}, 401],
    ['a wrong token', { headers: { authorization: 'Bearer wrong' } }, 401],
    ['a token in the query', { path: '/ws?access_token=token-of-ann-0123456789' }, 401],
    [
      'a token among the subprotocols',
      { headers: { 'sec-websocket-protocol': 'mcp, token-of-ann-0123456789' } },
      401,
    ],
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
    ['another subprotocol', { headers: { ...ann, 'sec-websocket-protocol': 'mcp2' } }, 400],
    ['an old version', { headers: { ...ann, 'sec-websocket-version': '7' } }, 400],
    ['a key that is none', { headers: { ...ann, 'sec-websocket-key': 'short' } }, 400],
    ['a request that is no upgrade', { headers: { ...ann, upgrade: 'h2c' } }, 426],
    ['another path', { path: '/other', headers: ann }, 404],
    ['the path of Streamable HTTP', { path: '/mcp', headers: ann }, 405],
  ];
  for (const [name, attack, status] of refusals) {
    it(`refuses ${name} with ${status}`, async () => {
      const { status: given, body, headers } = await ask(server.url, attack);
      assert.equal(given, status, body);
      assert.match(body, /"error":\{"code":-32/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
    });
  }

  it('records what it refuses', async () => {
    await logged(server, /"reason":"origin"/);
    await logged(server, /"reason":"auth"/);
  });

  it('lets in pages of allowed origins only', async () => {
    const headers = { ...ann, origin: 'http://localhost:8080' };
    const { socket } = await openSocket(server.url, { headers });
    socket.close();
  });

  it('leaves alone requests that offer another protocol, with their bodies', async () => {
    const { port } = new URL(server.url);
    const head = [
      'POST /mcp HTTP/1.1',
      'Host: localhost',
      `Authorization: ${ann.authorization}`,
      'Connection: Upgrade, HTTP2-Settings, close',
      'Upgrade: h2c',
      'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA',
      'Content-Type: application/json',
      'Accept: application/json, text/event-stream',
    ];
    const large = message('ping', { x: 'y'.repeat(500_000) });
    for (const body of [ping, large]) {
      const socket = connect(Number(port), '127.0.0.1');
      const lines = [...head, `Content-Length: ${body.length}`, '', ''];
      socket.write(lines.join('\r\n') + body.slice(0, 20));
      setImmediate(() => socket.write(body.slice(20)));
      assert.match(await text(socket), /^HTTP\/1\.1 200 [^]*"result":\{\}/);
    }
  });

  const flaws: readonly (readonly [string, string, number])[] = [
    ['100,000 levels of JSON', `{"x":${deep(100_000)}}`, -32_000],
    ['no JSON', '{"jsonrpc":', -32_700],
    ['no message', '"ping"', -32_000],
    ['a batch', `[${ping}]`, -32_000],
    ['null', 'null', -32_000],
    ['nothing', '', -32_700],
  ];
  for (const [name, flaw, code] of flaws) {
    it(`says what is wrong with ${name}, and goes on`, async () => {
      const connection = await openSocket(server.url, { headers: ann });
      connection.socket.send(flaw);
      assert.equal((await connection.answer(null)).error?.code, code);
      connection.send({ id: 7, method: 'ping' });
      assert.ok((await connection.answer(7)).result);
      connection.socket.close();
    });
  }

  it('closes on a message of 50 MB, in one frame or in many, and on one that is no text', async () => {
    const whole = await openSocket(server.url, { headers: ann });
    whole.socket.send(' '.repeat(50 * megabytes));
    const parts = await openSocket(server.url, { headers: ann });
    for (let count = 0; count < 50; count += 1) {
      parts.socket.send(' '.repeat(megabytes), { fin: false });
    }
    const binary = await openSocket(server.url, { headers: ann });
    binary.socket.send(Buffer.from(ping));
    // A client that is refused while it sends may see its connection end before it has read why.
    for (const code of [await whole.closed, await parts.closed])
      assert.match(`${code}`, /1009|1006/);
    assert.equal(await binary.closed, 1003);
  });

  it('answers messages in their order, however fast they come', async () => {
    const connection = await openSocket(server.url, { headers: ann });
    for (let id = 1; id <= 500; id += 1) connection.send({ id, method: 'ping' });
    await connection.answer(500);
    assert.deepEqual(
      connection.messages.map(({ id }) => id),
      Array.from({ length: 500 }, (_, index) => index + 1),
    );
    connection.socket.close();
  });

  it('refuses an id that a client uses twice', async () => {
    const connection = await openSocket(server.url, { headers: ann });
    connection.send({ id: 1, method: 'tools/call', params: { name: 'wait' } });
    connection.send({ id: 1, method: 'ping' });
    assert.match((await connection.answer(1)).error?.message ?? '', /with this id/);
    connection.socket.close();
  });

  it('bears a flood of connections, and serves those that came before', async () => {
    await using bounded = await project.serve({ MCP_WS_MAX_CONNECTIONS: '3' });
    const open = await Promise.all(Array.from({ length: 3 }, () => openSocket(bounded.url)));
    const flood = await Promise.all(Array.from({ length: 50 }, () => ask(bounded.url)));
    assert.ok(
      flood.every(({ status, headers }) => status === 503 && headers['retry-after'] === '1'),
    );
    for (const connection of open) {
      connection.send({ id: 1, method: 'ping' });
      assert.ok((await connection.answer(1)).result);
    }
    open[0]?.socket.close();
    await open[0]?.closed;
    const reopened = await openSocket(bounded.url);
    for (const { socket } of [...open, reopened]) socket.close();
  });

  it('counts the messages of a caller as requests', async () => {
    await using limited = await project.serve({ MCP_RATE_LIMIT: '3/1h' });
    const connection = await openSocket(limited.url);
    for (let id = 1; id <= 3; id += 1) connection.send({ id, method: 'ping' });
    assert.ok((await connection.answer(2)).result);
    assert.match((await connection.answer(3)).error?.message ?? '', /Too many requests: try again/);
    assert.equal((await ask(limited.url)).status, 429);
    connection.socket.close();
  });

  it('asks for the token again with each message', async () => {
    const file = `${project.directory}/tokens`;
    await writeFile(file, 'ann=token-of-ann-0123456789\n');
    await using rotating = await project.serve({ MCP_AUTH_TOKENS_FILE: file });
    const connection = await openSocket(rotating.url, { headers: ann });
    connection.send({ id: 1, method: 'ping' });
    assert.ok((await connection.answer(1)).result);
    await writeFile(file, 'bob=token-of-bob-0123456789\n');
    let id = 1;
    await eventually(async () => {
      id += 1;
      connection.send({ id, method: 'ping' });
      return (await connection.answer(id)).error !== undefined;
    }, 'the token was worth nothing');
    assert.equal(await connection.closed, 1008);
  });

  it('gives up on a client that does not answer a ping, and not on one that does', async () => {
    await using quick = await project.serve({ MCP_WS_PING_MS: '200' });
    const deaf = await openSocket(quick.url, { autoPong: false });
    const alive = await openSocket(quick.url);
    assert.equal(await deaf.closed, 1006);
    let pings = 0;
    alive.socket.on('ping', () => (pings += 1));
    await eventually(() => pings >= 3, 'it was pinged');
    alive.send({ id: 1, method: 'ping' });
    assert.ok((await alive.answer(1)).result);
    alive.socket.close();
  });

  it('gives up on a client that leaves too much unread', async () => {
    const connection = await openSocket(server.url, { headers: ann });
    connection.socket.pause();
    for (let id = 1; id <= 6; id += 1) {
      connection.send({ id, method: 'tools/call', params: { name: 'much' } });
    }
    const calls = () => server.log().split('"tool":"much"').length - 1;
    await eventually(() => calls() >= 6, 'all were called');
    connection.socket.resume();
    assert.equal(await connection.closed, 1006);
    assert.ok(connection.messages.length < 6);
  });

  it('reports what is wrong with its variables', async () => {
    const env = {
      ...{ PATH: process.env['PATH'], MCP_TRANSPORT: 'http', MCP_WS_PATH: '/health' },
      ...{ MCP_WS_PING_MS: '1', MCP_WS_MAX_CONNECTIONS: '0' },
    };
    const { code, stderr } = await run(process.execPath, [project.entry], {
      cwd: project.directory,
      env,
    });
    assert.equal(code, 1);
    assert.match(stderr, /MCP_WS_PATH is "\/health"; set it to a path such as \/ws/);
    assert.match(stderr, /MCP_WS_PING_MS is "1"/);
    assert.match(stderr, /MCP_WS_MAX_CONNECTIONS is "0"/);
  });

  it('has survived, with nothing but warnings in its log', async () => {
    await using client = await connectHttp('v2 of 2026', server.url, 'token-of-ann-0123456789');
    assert.ok((await client.listTools()).tools.length > 0);
    assert.doesNotMatch(server.log(), /"level":"error"|^\s+at |token-of-/m);
  });

  it('answers every call that was accepted before SIGTERM, then goes away', async () => {
    await using stopping = await project.serve();
    const connections = await Promise.all(
      Array.from({ length: 8 }, () => openSocket(stopping.url)),
    );
    const idle = await openSocket(stopping.url);
    const exited = once(stopping.child, 'exit');
    for (let id = 1; id <= 5; id += 1) {
      for (const { send } of connections) {
        send({ id, method: 'tools/call', params: { name: 'pause' } });
      }
    }
    await eventually(() => stopping.log().split('pausing').length > 20, 'calls arrived');
    stopping.child.kill('SIGTERM');
    for (const { messages, closed } of [...connections, idle]) {
      assert.equal(await closed, 1001);
      assert.ok(
        messages.every(({ result, error }) => result ?? error?.message.includes('shutting')),
      );
    }
    assert.deepEqual(await exited, [0, null]);
    const done = connections.flatMap(({ messages }) => messages).filter(({ result }) => result);
    assert.equal(done.length, stopping.log().split('pausing').length - 1);
    assert.equal(
      connections.every(({ messages }) => messages.length === 5),
      true,
    );
    assert.doesNotMatch(stopping.log(), /not finished in time/);
  });

  it('is cut off at the deadline', async () => {
    await using stopping = await project.serve({ MCP_SHUTDOWN_DEADLINE_MS: '200' });
    const connection = await openSocket(stopping.url);
    connection.send({ id: 1, method: 'tools/call', params: { name: 'wait' } });
    await eventually(() => stopping.log().includes('waiting'), 'the call arrived');
    const exited = once(stopping.child, 'exit');
    stopping.child.kill('SIGTERM');
    assert.deepEqual(await exited, [0, null]);
    assert.equal(await connection.closed, 1006);
    assert.match(stopping.log(), /"requests":1,.*not finished in time/);
  });

  it('runs from dist alone, without packages', async () => {
    const packages = await readFile(`${project.directory}/dist/packages.json`, 'utf8');
    assert.deepEqual(JSON.parse(packages), []);
    await rename(`${project.directory}/node_modules`, `${project.directory}/packages`);
    await using alone = await project.serve();
    const connection = await openSocket(alone.url);
    connection.send({ id: 1, method: 'ping' });
    assert.ok((await connection.answer(1)).result);
    connection.socket.close();
  });
});
