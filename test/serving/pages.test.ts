import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startUpstream } from '../support/upstream.js';
import { connectHttp, startHttp, type HttpServer } from '../runtime/process.js';
import { buildTestProject, type TestProject } from './project.js';
import { eventually, send } from './send.js';

const token = 'inbound-token-of-the-test';

describe('a page of an origin', () => {
  let project: TestProject;
  let server: HttpServer;

  before(async () => {
    project = await buildTestProject();
    server = await startHttp(project.entry, {
      MCP_AUTH_TOKEN: token,
      MCP_ALLOWED_ORIGINS: 'https://App.example.com/, tool.example.com, chrome-extension://abcdef',
    });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const cases: readonly (readonly [string, boolean])[] = [
    ['https://app.example.com', true],
    ['http://app.example.com', false],
    ['https://app.example.com:8443', false],
    ['https://app.example.com.evil.test', false],
    ['https://tool.example.com', true],
    ['http://tool.example.com:8080', true],
    ['http://localhost:6274', true],
    ['chrome-extension://abcdef', true],
    ['chrome-extension://fedcba', false],
    ['null', false],
    ['https://app.example.com, https://evil.test', false],
  ];
  for (const [origin, allowed] of cases) {
    it(`(${origin}) is ${allowed ? 'served' : 'refused'}`, async () => {
      const asked = {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, mcp-session-id',
      };
      const preflight = await send(server.url, {
        method: 'OPTIONS',
        headers: { origin, ...asked },
      });
      assert.equal(preflight.status, allowed ? 204 : 403);
      const headers = { origin, authorization: `Bearer ${token}` };
      const answer = await send(server.url, { headers });
      assert.equal(answer.status, allowed ? 200 : 403);
      for (const reply of [preflight, answer]) {
        assert.equal(reply.headers['access-control-allow-origin'], allowed ? origin : undefined);
        assert.equal(reply.headers.vary, allowed ? 'Origin' : undefined);
        assert.equal(reply.headers['access-control-allow-credentials'], undefined);
      }
      if (!allowed) return;
      assert.equal(
        preflight.headers['access-control-allow-headers'],
        'authorization, mcp-session-id',
      );
      assert.match(String(answer.headers['access-control-expose-headers']), /Mcp-Session-Id/);
    });
  }

  it('may read why it is refused for want of a token', async () => {
    const origin = 'https://app.example.com';
    const { status, headers } = await send(server.url, { headers: { origin } });
    assert.equal(status, 401);
    assert.equal(headers['access-control-allow-origin'], origin);
    assert.match(String(headers['access-control-expose-headers']), /WWW-Authenticate/);
  });

  it('gets nothing that it could show, run or keep', async () => {
    for (const sent of [{}, { method: 'GET', path: '/health' }, { path: '/nowhere' }]) {
      const { headers } = await send(server.url, sent);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['cache-control'], 'no-store');
      assert.match(String(headers['content-security-policy']), /default-src 'none'/);
    }
  });
});

describe('the path of MCP', () => {
  it('is the one that is set', async () => {
    await using project = await buildTestProject();
    await using server = await startHttp(project.entry, { MCP_PATH: '/api/pets.v1' });
    assert.match(server.url, /\/api\/pets\.v1$/);
    await using client = await connectHttp('v2 of 2026', server.url);
    assert.ok((await client.listTools()).tools.length > 0);
    assert.equal((await send(server.url, { path: '/mcp' })).status, 404);
  });
});

describe('a server that is to ask for the API', () => {
  let project: TestProject;

  before(async () => {
    project = await buildTestProject();
  });
  after(() => project[Symbol.asyncDispose]());

  it('is ready while the API answers, asks seldom, and shows it no credential', async () => {
    await using api = await startUpstream((_, response) => response.writeHead(404).end());
    const env = { API_BASE_URL: `${api.url}/v1`, PETSTORE_API_KEY: 'key-of-the-test' };
    await using server = await startHttp(project.entry, { ...env, MCP_READY_CHECK_UPSTREAM: '1' });
    const ready = () => send(server.url, { method: 'GET', path: '/ready' });
    const replies = await Promise.all(Array.from({ length: 20 }, ready));
    for (const { status, body } of replies)
      assert.deepEqual([status, body], [200, '{"status":"ready"}']);
    assert.ok(api.requests.length <= 2);
    for (const { method, url, headers } of api.requests) {
      assert.deepEqual([method, url], ['GET', '/v1']);
      assert.doesNotMatch(
        JSON.stringify({ url, headers }),
        /key-of-the-test|authorization|cookie/i,
      );
    }
  });

  const failures: readonly (readonly [string, (url: string) => string, number])[] = [
    ['is not reached', () => 'http://127.0.0.1:1', 200],
    ['hides behind a gateway that cannot reach it', (url) => url, 503],
  ];
  for (const [name, target, status] of failures) {
    it(`is not ready while that ${name}, yet alive`, async () => {
      await using api = await startUpstream((_, response) => response.writeHead(status).end());
      const env = { API_BASE_URL: target(api.url), MCP_READY_CHECK_UPSTREAM: '1' };
      await using server = await startHttp(project.entry, env);
      const at = (path: string) => send(server.url, { method: 'GET', path });
      assert.deepEqual(
        [(await at('/ready')).status, (await at('/ready')).body],
        [503, '{"status":"API unreachable"}'],
      );
      assert.equal((await at('/health')).status, 200);
      await eventually(async () => (await send(server.url)).status === 200, 'MCP is served');
    });
  }
});
