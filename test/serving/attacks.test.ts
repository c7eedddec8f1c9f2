import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { startHttp, type HttpServer } from '../runtime/process.js';
import { buildTestProject, type TestProject } from './project.js';
import { message, send, type Sent } from './send.js';

const megabytes = 1024 * 1024;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const nested = (levels: number): string =>
  `{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":${deep(levels)}}}`;
const headers = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, 'y']));

describe('an HTTP server under attack', () => {
  let project: TestProject;
  let server: HttpServer;

  before(async () => {
    project = await buildTestProject();
    server = await startHttp(project.entry, { MCP_RECEIVE_TIMEOUT_MS: '1000' });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const attacks: readonly (readonly [string, Sent, number])[] = [
    ['a body of 50 MB', { body: ' '.repeat(50 * megabytes) }, 413],
    ['such a body without a length', { body: ' '.repeat(50 * megabytes), chunked: true }, 413],
    ['a length that is a lie', { headers: { 'content-length': '99999999' } }, 413],
    ['100,000 levels of JSON', { body: nested(100_000) }, 400],
    ['two million levels, none closed', { body: '['.repeat(2_000_000) }, 400],
    ['levels in a string', { body: message('ping', { x: '['.repeat(1_000) }) }, 200],
    ['levels after an escaped quote', { body: message('ping', { x: `\\"${deep(500)}` }) }, 200],
    ['levels as deep as they may be', { body: nested(126) }, 200],
    ['levels one deeper', { body: nested(127) }, 400],
    ['a compressed body', { headers: { 'content-encoding': 'gzip' } }, 415],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['JSON under another name', { headers: { 'content-type': 'text/plain' } }, 415],
    ['no JSON', { body: '{"jsonrpc":' }, 400],
    ['JSON that is no message', { body: '"ping"' }, 400],
    ['null', { body: 'null' }, 400],
    ['1,000 messages in one', { body: `[${Array(1_000).fill(message('ping')).join()}]` }, 400],
    ['200 headers', { headers: headers(200) }, 431],
    ['20 KB of headers', { headers: { 'x-large': 'x'.repeat(20_000) } }, 431],
    ['a foreign host', { headers: { host: 'evil.test' } }, 403],
    ['a host that only begins well', { headers: { host: 'localhost.evil.test' } }, 403],
    ['a foreign origin', { headers: { origin: 'https://evil.test' } }, 403],
    ['an origin that only begins well', { headers: { origin: 'http://localhost.evil.test' } }, 403],
    ['an opaque origin', { headers: { origin: 'null' } }, 403],
    ['a preflight of a foreign origin', preflight('https://evil.test'), 403],
    ['a method of its own', { method: 'PUT' }, 405],
    ['TRACE', { method: 'TRACE' }, 405],
    ['another path', { path: '/mcp/../etc/passwd' }, 404],
    ['a session, where there are none', { method: 'DELETE' }, 405],
    ['a protocol that nobody knows', { headers: { 'mcp-protocol-version': '1999-01-01' } }, 400],
  ];
  for (const [name, attack, status] of attacks) {
    it(`answers ${name} with ${status}`, async () => {
      const { status: given, body, headers } = await send(server.url, attack).catch(cutOff);
      // A client that is refused while it sends may see its connection end before it has read why.
      if (given !== 0) assert.equal(given, status, body);
      if (given >= 400) assert.equal(typeof errorOf(body), 'string', body);
      if (given !== 0 && given !== 431) assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal((await send(server.url)).status, 200);
    });
  }

  it('gives up on heads and bodies that never end', async () => {
    const { port } = new URL(server.url);
    const begin = (start: string): Socket => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(start);
      return socket;
    };
    const head = 'POST /mcp HTTP/1.1\r\nHost: localhost\r\n';
    const body = 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{';
    const slow = Array.from({ length: 100 }, (_, index) =>
      begin(index % 2 === 0 ? head : head + body),
    );
    assert.equal((await send(server.url)).status, 200);
    const answers = await Promise.all(slow.map((socket) => text(socket).catch(() => '')));
    for (const answer of answers) assert.match(answer, /^HTTP\/1\.1 408 [^]*"error":\{"code"|^$/);
    assert.ok(answers.some((answer) => answer.includes('408')));
  });

  it('refuses a request with two hosts, with a length twice, and one within another', async () => {
    const ends = 'Connection: close\r\n\r\n';
    const requests = [
      `POST /mcp HTTP/1.1\r\nHost: localhost\r\nHost: evil.test\r\nContent-Length: 0\r\n${ends}`,
      `POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 9\r\n${ends}`,
      `POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n${ends}0\r\n\r\nGET`,
    ];
    for (const request of requests) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.write(request);
      assert.match(await text(socket), /^HTTP\/1\.1 (400|403) /, request);
    }
  });

  it('has survived all of that, with nothing but warnings in its log', () => {
    assert.equal(server.child.exitCode, null);
    assert.doesNotMatch(server.log(), /"level":"error"|^\s+at /m, server.log().slice(0, 2_000));
  });
});

function preflight(origin: string): Sent {
  return { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } };
}

function errorOf(body: string): unknown {
  return (JSON.parse(body) as { error?: { message?: unknown } }).error?.message;
}

function cutOff(error: unknown): { status: 0; body: ''; headers: Record<string, string> } {
  const { code } = error as { code?: string };
  assert.ok(code === 'ECONNRESET' || code === 'EPIPE', String(error));
  return { status: 0, body: '', headers: {} };
}
