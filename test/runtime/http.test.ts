import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as send, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { run } from '../support/run.js';
import { startUpstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { connectHttp, startHttp, type HttpServer } from './process.js';
import { buildSampleProject } from './sample-project.js';

const token = 'inbound-token-of-the-test';
const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
const mcp = {
  accept: 'application/json, text/event-stream',
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
};

interface Attempt {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly chunked?: boolean;
}

describe('the HTTP transport', () => {
  let workspace: Workspace;
  let server: HttpServer;

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    server = await startHttp(join(workspace.directory, 'dist/index.js'), {
      MCP_AUTH_TOKEN: token,
      MCP_ALLOWED_HOSTS: 'mcp.example.com',
      MCP_ALLOWED_ORIGINS: 'https://app.example.com',
    });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  /** With node:http, which sends any Host header that it is told to. */
  const attempt = async ({
    method = 'POST',
    path = '/mcp',
    headers = {},
    body = ping,
    chunked,
  }: Attempt) => {
    const sized = method !== 'GET' && !chunked;
    const length = sized ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const outgoing = send(new URL(path, server.url), {
      method,
      headers: { ...mcp, ...length, ...headers },
    });
    if (method === 'GET') outgoing.end();
    else outgoing.end(body);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject);
    });
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };

  const attempts: readonly (readonly [string, Attempt, number])[] = [
    ['a request as it should be', {}, 200],
    ['a request without a length', { chunked: true }, 200],
    ['an allowed host', { headers: { host: 'mcp.example.com:8080' } }, 200],
    ['another host', { headers: { host: 'evil.test' } }, 403],
    ['a local origin', { headers: { origin: 'http://localhost:6274' } }, 200],
    ['an allowed origin', { headers: { origin: 'https://app.example.com' } }, 200],
    ['another origin', { headers: { origin: 'https://evil.test' } }, 403],
    ['an opaque origin', { headers: { origin: 'null' } }, 403],
    ['no token', { headers: { authorization: '' } }, 401],
    ['another token', { headers: { authorization: 'Bearer inbound-token-of-the-tesu' } }, 401],
    ['another scheme', { headers: { authorization: `Basic ${token}` } }, 401],
    ['a body that is no JSON', { body: '{' }, 400],
    ['a body that is too large', { body: ' '.repeat(4 * 1024 * 1024 + 1) }, 413],
    ['such a body without a length', { body: ' '.repeat(4 * 1024 * 1024 + 1), chunked: true }, 413],
    ['another type of body', { headers: { 'content-type': 'text/plain' } }, 415],
    ['GET', { method: 'GET' }, 405],
    ['another path', { path: '/' }, 404],
    [
      'health, for anyone',
      { method: 'GET', path: '/health', headers: { authorization: '', host: '10.0.0.1' } },
      200,
    ],
  ];
  for (const [name, request, status] of attempts) {
    it(`answers ${name} with ${status}`, async () => {
      const response = await attempt(request);
      assert.equal(response.status, status, response.body);
      if (status === 401)
        assert.match(response.headers['www-authenticate'] ?? '', /^Bearer realm="petstore"/);
    });
  }

  it('serves a client with the token', async () => {
    await using client = await connectHttp('v2 of 2026', server.url, token);
    assert.equal((await client.listTools()).tools.length, 10);
  });

  it('says in one line what the system refuses, such as a port in use', async () => {
    const { code, stderr } = await run(process.execPath, ['dist/index.js'], {
      cwd: workspace.directory,
      env: { MCP_TRANSPORT: 'http', PORT: new URL(server.url).port },
    });
    assert.equal(code, 1);
    assert.match(stderr, /^\S+ cannot start:\n {2}- listen EADDRINUSE: .*\n$/);
  });

  it('answers what is in flight before it ends', async () => {
    let release = (): void => undefined;
    let arrived = (): void => undefined;
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    await using upstream = await startUpstream((_, response) => {
      release = () => response.end('late');
      arrived();
    });
    await using slow = await startHttp(join(workspace.directory, 'dist/index.js'), {
      API_BASE_URL: upstream.url,
      PETSTORE_API_KEY: 'test',
    });
    await using client = await connectHttp('v2 of 2026', slow.url);
    const pending = client.callTool({ name: 'get_inventory' });
    await asked;
    const exited = once(slow.child, 'exit');
    slow.child.kill('SIGTERM');
    setTimeout(release, 50);
    assert.match(JSON.stringify((await pending).content), /late/);
    assert.deepEqual(await exited, [0, null]);
  });
});
