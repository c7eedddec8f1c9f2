import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { startStdio } from '../operations/stdio.js';
import { buildPackedProject, type PackedProject } from '../runtime/packed-project.js';
import {
  connectHttp,
  kinds,
  startHttp,
  type HttpServer,
  type Variables,
} from '../runtime/process.js';
import { eventually, initialize, message, openRequest, send } from '../serving/send.js';
import { run } from '../support/run.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { parseExposition, type Exposition } from './exposition.js';

const token = 'a-long-random-value-for-metrics';
const bearer = { authorization: `Bearer ${token}` };
const pet = (id: string) => ({ name: 'get_pet', arguments: { 'pet-id': id } });
const petTemplate = 'petstore://api/pets/{pet_id}';

/** More tools than there may be labels. */
const custom = `import type { Custom } from '../runtime/custom.js';

export const custom = {
  tools: Array.from({ length: 1_100 }, (_, index) => ({
    name: \`own_\${index}\`,
    description: 'Does nothing.',
    handler: async () => 'done',
  })),
} satisfies Custom;
`;

describe('metrics', () => {
  let project: PackedProject;
  let upstream: Upstream;
  let failures = 0;

  before(async () => {
    project = await buildPackedProject(['metrics'], custom);
    upstream = await startUpstream(({ url }, response) => {
      if (url.startsWith('/pets/none')) replyJson(response, {}, 404);
      else if (url.startsWith('/pets/broken')) response.destroy();
      else if (url.startsWith('/pets/flaky') && failures++ === 0) replyJson(response, {}, 503);
      else replyJson(response, {});
    });
  });
  after(async () => {
    await upstream[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const start = (env: Variables = {}): Promise<HttpServer> =>
    startHttp(project.entry, {
      ...{ API_BASE_URL: upstream.url, PETSTORE_API_KEY: 'key-secret', ...env },
    });
  const startWithPort = (env: Variables = {}) => start({ MCP_METRICS_PORT: '0', ...env });
  const scrape = async (log: string): Promise<Exposition> => {
    const url = /"at":"([^"]+)"/.exec(log)?.[1] ?? assert.fail(log);
    const { status, headers, body } = await send(url, { method: 'GET' });
    assert.equal(status, 200, body);
    assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
    return parseExposition(body);
  };

  for (const kind of kinds) {
    it(`count what a ${kind} client does`, async () => {
      await using server = await startWithPort();
      await using client = await connectHttp(kind, server.url);
      await client.listTools();
      await client.callTool(pet('1'));
      await client.callTool(pet('2'));
      await client.callTool(pet('none'));
      await client.callTool({ name: 'get_pet', arguments: {} });
      for (const name of ['no_such_tool', '__proto__', 'x"}\n{y', 'z'.repeat(5_000)]) {
        await assert.rejects(client.callTool({ name }));
      }
      await client.readResource({ uri: 'petstore://api/pets/private-argument' });
      await assert.rejects(client.readResource({ uri: 'petstore://private-argument' }));

      const { sum, values } = await scrape(server.log());
      assert.equal(sum('mcp_requests_total', { method: 'tools/list' }), 1);
      assert.equal(sum('mcp_requests_total', { method: 'tools/call' }), 8);
      assert.equal(sum('mcp_requests_total', { method: 'resources/read' }), 2);
      const calls = (kind: string, name: string, outcome: string): number =>
        sum('mcp_calls_total', { kind, name, outcome });
      assert.equal(calls('tool', 'get_pet', 'ok'), 2);
      assert.equal(calls('tool', 'get_pet', 'failed'), 2);
      assert.equal(calls('tool', 'unknown', 'failed'), 4);
      assert.equal(calls('resource', petTemplate, 'ok'), 1);
      assert.equal(calls('resource', 'unknown', 'failed'), 1);
      assert.deepEqual([...values('mcp_calls_total', 'name')].sort(), [
        'get_pet',
        petTemplate,
        'unknown',
      ]);
      assert.equal(sum('mcp_call_duration_seconds_count', { name: 'get_pet' }), 4);
      assert.equal(sum('mcp_call_duration_seconds_bucket', { name: 'get_pet', le: '+Inf' }), 4);
      const seconds = sum('mcp_call_duration_seconds_sum', { name: 'get_pet' });
      assert.ok(seconds > 0 && seconds < 60, String(seconds));

      const host = new URL(upstream.url).host;
      assert.equal(sum('mcp_upstream_requests_total', { host, method: 'GET', status: '200' }), 3);
      assert.equal(sum('mcp_upstream_requests_total', { host, method: 'GET', status: '404' }), 1);
      assert.equal(sum('mcp_upstream_request_duration_seconds_count', { host }), 4);
      assert.deepEqual(values('mcp_upstream_requests_total', 'host'), [host]);
      assert.ok(sum('mcp_http_responses_total', { status: '200' }) >= 10);
      assert.equal(sum('mcp_server_info', { server: 'petstore', version: '1.0.0' }), 1);
      assert.ok(sum('process_resident_memory_bytes') > 0);
    });
  }

  it('hold nothing that a caller or the API has said', async () => {
    await using server = await startWithPort({ MCP_AUTH_TOKENS: `private-caller=${token}` });
    const call = message('tools/call', pet('private-argument'));
    const headers = { ...bearer, 'x-request-id': 'private-id' };
    assert.equal((await send(server.url, { body: call, headers })).status, 200);
    const url = /"at":"([^"]+)"/.exec(server.log())?.[1] ?? '';
    const { body } = await send(url, { method: 'GET' });
    assert.match(body, /name="get_pet",outcome="ok"/);
    assert.doesNotMatch(body, /private|key-secret|a-long-random/);
  });

  it('have at most a thousand names, and those that they have had stay', async () => {
    await using server = await startWithPort({ MCP_AUDIT: '0' });
    const agent = new Agent({ keepAlive: true });
    const names = Array.from({ length: 1_100 }, (_, index) => `own_${index}`);
    for (const name of [...names, 'own_0']) {
      await send(server.url, { body: message('tools/call', { name }), agent });
    }
    agent.destroy();
    const { sum, values } = await scrape(server.log());
    assert.equal(values('mcp_calls_total', 'name').length, 1_001);
    assert.equal(sum('mcp_calls_total', { name: 'other', outcome: 'ok' }), 100);
    assert.equal(sum('mcp_calls_total', { name: 'own_0', outcome: 'ok' }), 2);
  });

  it('count retries, and tell the state of circuit breakers', async () => {
    failures = 0;
    await using server = await startWithPort({
      ...{ API_BREAKER_FAILURES: '2', API_BREAKER_RESET_MS: '60000', API_MAX_RETRIES: '1' },
    });
    const host = new URL(upstream.url).host;
    const state = async () => {
      const { sum } = await scrape(server.log());
      const states = ['closed', 'half-open', 'open'];
      return states.filter(
        (each) => sum('mcp_upstream_breaker_state', { host, state: each }) === 1,
      );
    };
    assert.deepEqual(await state(), ['closed']);
    await send(server.url, { body: message('tools/call', pet('flaky')) });
    assert.equal((await scrape(server.log())).sum('mcp_upstream_retries_total', { host }), 1);
    await send(server.url, { body: message('tools/call', pet('broken')) });
    assert.deepEqual(await state(), ['open']);
    const { sum } = await scrape(server.log());
    assert.equal(sum('mcp_upstream_requests_total', { host, status: 'none' }), 2);
  });

  it('count what is refused, by reason', async () => {
    await using server = await startWithPort({
      ...{ MCP_AUTH_TOKENS: `ci=${token}`, MCP_RATE_LIMIT: '4/1h', MCP_TOOL_RATE_LIMIT: '1/1h' },
      ...{ MCP_READ_ONLY: '1' },
    });
    const post = async (headers: Readonly<Record<string, string>>, body: string = initialize) =>
      (await send(server.url, { headers, body })).status;
    assert.equal(await post({}), 401);
    assert.equal(await post({ authorization: 'Bearer wrong' }), 401);
    assert.equal(await post({ host: 'evil.test' }), 403);
    assert.equal(await post({ origin: 'https://evil.test' }), 403);
    const remove = message('tools/call', { name: 'delete_pet', arguments: { 'pet-id': '1' } });
    const call = message('tools/call', pet('1'));
    assert.deepEqual(
      [await post(bearer, call), await post(bearer, call), await post(bearer, remove)],
      [200, 200, 200],
    );
    assert.deepEqual([await post(bearer), await post(bearer)], [200, 429]);
    const { sum } = await scrape(server.log());
    const refused = (reason: string, status: string): number =>
      sum('mcp_http_refusals_total', { reason, status });
    assert.deepEqual(
      [refused('auth', '401'), refused('host', '403'), refused('origin', '403')],
      [2, 1, 1],
    );
    assert.equal(refused('limits', '429'), 1);
    assert.equal(sum('mcp_call_refusals_total', { reason: 'limits' }), 1);
    assert.equal(sum('mcp_call_refusals_total', { reason: 'access' }), 1);
    assert.equal(sum('mcp_calls_total', { name: 'delete_pet', outcome: 'refused' }), 1);
    assert.equal(sum('mcp_http_responses_total', { status: '401' }), 2);
  });

  it('tell how many requests are being answered', async () => {
    await using server = await startWithPort({ MCP_SESSIONS: 'memory' });
    const { headers } = await send(server.url, { body: initialize });
    const session = { 'mcp-session-id': String(headers['mcp-session-id']) };
    const stream = await openRequest(server.url, { method: 'GET', headers: session });
    const inFlight = async () => (await scrape(server.log())).sum('mcp_http_requests_in_flight');
    assert.equal(await inFlight(), 1);
    stream.destroy();
    await eventually(async () => (await inFlight()) === 0, 'the stream was gone');
  });

  it('are served where MCP is, to whoever has the token, under the names of that server', async () => {
    await using server = await start({ MCP_METRICS_TOKEN: token, LOG_LEVEL: 'debug' });
    const get = (headers: Readonly<Record<string, string>>) =>
      send(server.url, { method: 'GET', path: '/metrics', headers });
    const without = await get({});
    assert.deepEqual(
      [without.status, without.headers['www-authenticate']],
      [401, 'Bearer realm="metrics"'],
    );
    assert.equal((await get({ authorization: `Bearer ${token}x` })).status, 401);
    assert.equal((await get({ ...bearer, host: 'evil.test' })).status, 403);
    const { status, body } = await get(bearer);
    assert.equal(status, 200);
    const { sum } = parseExposition(body);
    assert.equal(sum('mcp_http_refusals_total', { reason: 'auth', status: '401' }), 2);
    await eventually(() => server.log().includes('no bearer token'), 'the refusal was logged');
    assert.doesNotMatch(server.log(), new RegExp(token));
  });

  it('have their own port behind the token, if both are set', async () => {
    await using server = await startWithPort({ MCP_METRICS_TOKEN: token });
    const url = /"at":"([^"]+)"/.exec(server.log())?.[1] ?? assert.fail(server.log());
    const get = (headers = {}) => send(url, { method: 'GET', headers });
    assert.deepEqual([(await get()).status, (await get(bearer)).status], [401, 200]);
    assert.equal((await send(server.url, { method: 'GET', path: '/metrics' })).status, 404);
    assert.equal((await send(url, { method: 'GET', path: '/', headers: bearer })).status, 404);
  });

  it('are not for pages whose name was made to mean this machine', async () => {
    await using server = await startWithPort();
    const url = /"at":"([^"]+)"/.exec(server.log())?.[1] ?? assert.fail(server.log());
    const status = async (host: string) =>
      (await send(url, { method: 'GET', headers: { host } })).status;
    assert.deepEqual([await status('evil.test'), await status('localhost:1')], [403, 200]);
  });

  it('are served beside stdio', async () => {
    await using probe = await startUpstream((_, response) => response.end());
    const port = new URL(probe.url).port;
    await probe[Symbol.asyncDispose]();
    await using server = await startStdio(project.entry, {
      ...{ API_BASE_URL: upstream.url, PETSTORE_API_KEY: 'x', MCP_METRICS_PORT: port },
    });
    await server.ask('tools/call', pet('1'));
    const { body } = await send(`http://127.0.0.1:${port}/metrics`, { method: 'GET' });
    const { sum } = parseExposition(body);
    assert.equal(sum('mcp_calls_total', { name: 'get_pet', outcome: 'ok' }), 1);
    assert.equal(await server.end(), 0);
  });

  it('are nowhere unless port or token is set', async () => {
    await using server = await start();
    assert.equal((await send(server.url, { method: 'GET', path: '/metrics' })).status, 404);
    assert.doesNotMatch(server.log(), /metrics/);
  });

  const http = { MCP_TRANSPORT: 'http', PORT: '3000' };
  const mistakes: readonly (readonly [Variables, RegExp])[] = [
    [{ MCP_METRICS_PORT: 'x' }, /MCP_METRICS_PORT is "x"; set it to a whole number/],
    [{ MCP_METRICS_HOST: '::' }, /MCP_METRICS_HOST is set, .*without MCP_METRICS_PORT/],
    [{ ...http, MCP_METRICS_PORT: '3000' }, /MCP_METRICS_PORT is 3000, which is that of MCP/],
    [{ ...http, MCP_METRICS_TOKEN: 'short' }, /MCP_METRICS_TOKEN holds a secret of fewer than 16/],
    [{ MCP_METRICS_TOKEN: token }, /MCP_METRICS_TOKEN is set, but on stdio/],
    [
      { ...http, MCP_METRICS_TOKEN: token, MCP_PATH: '/metrics' },
      /MCP_PATH is \/metrics, where metrics are/,
    ],
  ];
  for (const [env, problem] of mistakes) {
    it(`refuse ${JSON.stringify(env)}, with every other problem`, async () => {
      const options = { cwd: '.', env: { ...env, LOG_LEVEL: 'loud' } };
      const { code, stderr } = await run(process.execPath, [project.entry], options);
      assert.equal(code, 1);
      assert.match(stderr, problem);
      assert.match(stderr, /LOG_LEVEL/);
      assert.doesNotMatch(stderr, /short"|a-long-random/);
    });
  }

  it('keep nothing running that cannot start', async () => {
    await using taken = await startUpstream((_, response) => response.end());
    const env = { MCP_TRANSPORT: 'http', PORT: new URL(taken.url).port, MCP_METRICS_PORT: '0' };
    const { code, stderr } = await run(process.execPath, [project.entry], { cwd: '.', env });
    assert.equal(code, 1);
    assert.match(stderr, /EADDRINUSE/);
  });
});
