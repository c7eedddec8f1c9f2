import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { connectHttp, kinds, startHttp, type HttpServer } from '../runtime/process.js';
import { serve } from '../credentials/serve.js';
import { createActivities } from '../../templates/rooms/core/src/runtime/activity.js';
import { createFollow } from '../../templates/rooms/core/src/runtime/follow.js';
import { createAudit } from '../../templates/rooms/core/src/runtime/log/audit.js';
import { testCall } from '../support/call.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { auditLines, buildLoggingProject, parseLines, type LoggingProject } from './sample.js';
import { startStdio } from './stdio.js';

const mcp = {
  accept: 'application/json, text/event-stream',
  'content-type': 'application/json',
};

describe('the record of calls', () => {
  let project: LoggingProject;
  let upstream: Upstream;
  let waiting: (() => void) | undefined;
  before(async () => {
    project = await buildLoggingProject();
    upstream = await startUpstream(({ url }, response) => {
      if (url.startsWith('/pets/none')) replyJson(response, {}, 404);
      else if (url.startsWith('/pets/slow')) waiting?.();
      else replyJson(response, {});
    });
  });
  after(async () => {
    await upstream[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const start = (env: Readonly<Record<string, string>> = {}): Promise<HttpServer> =>
    startHttp(project.entry, {
      ...{ API_BASE_URL: upstream.url, PETSTORE_API_KEY: 'key-secret', ...env },
    });

  /** A request of its own connection, with the headers given. */
  const post = (server: HttpServer, params: object, headers: object = {}, signal?: AbortSignal) =>
    fetch(server.url, {
      method: 'POST',
      headers: { ...mcp, ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
      ...(signal && { signal }),
    }).then((response) => response.text());

  for (const kind of kinds) {
    it(`has a line for each call of a ${kind} client, without arguments`, async () => {
      await using server = await start();
      await using client = await connectHttp(kind, server.url);
      const pet = (id: string) => ({ name: 'get_pet', arguments: { 'pet-id': id } });
      await client.callTool(pet('private-argument'));
      await client.callTool(pet('none'));
      await client.callTool({ name: 'get_pet', arguments: { 'private-name': 'private-argument' } });
      await client.callTool({ name: 'inventory' });
      await assert.rejects(client.callTool({ name: 'no_such_tool' }));
      await client.readResource({ uri: 'petstore://api/pets/private-argument' });
      await assert.rejects(client.readResource({ uri: 'petstore://api/pets/none' }));
      await assert.rejects(client.readResource({ uri: 'petstore://private-argument' }));

      const lines = await auditLines(server, 8);
      assert.deepEqual(
        lines.map(({ tool, resource, outcome, status }) => [tool ?? resource, outcome, status]),
        [
          ['get_pet', 'ok', 200],
          ['get_pet', 'failed', 404],
          ['get_pet', 'failed', undefined],
          ['inventory', 'ok', 200],
          ['no_such_tool', 'failed', undefined],
          ['petstore://api/pets/{pet_id}', 'ok', 200],
          ['petstore://api/pets/{pet_id}', 'failed', 404],
          ['unknown', 'failed', undefined],
        ],
      );
      for (const { level, caller, request, ms } of lines) {
        assert.deepEqual([level, caller], ['info', 'anonymous']);
        assert.match(String(request), /^[\da-f-]{36}$/);
        assert.ok(Number.isInteger(ms));
      }
      assert.equal(new Set(lines.map(({ request }) => request)).size, lines.length);
      assert.doesNotMatch(server.log(), /private|key-secret/);
    });
  }

  it('has the names of arguments where they are wanted, and no value', async () => {
    await using server = await start({ MCP_AUDIT_ARGUMENTS: 'names' });
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`n${index}`, 1]));
    await post(server, { name: 'get_pet', arguments: { 'pet-id': 'private', 'key-secret': 1 } });
    await post(server, { name: 'x'.repeat(100_000), arguments: many });
    const [first, second] = await auditLines(server, 2);
    assert.deepEqual(first?.['arguments'], ['pet-id', '[redacted]']);
    assert.ok(JSON.stringify(second).length < 2_000);
    assert.doesNotMatch(server.log(), /private|key-secret/);
  });

  it('tells a call that was cancelled', async () => {
    await using server = await start();
    const controller = new AbortController();
    waiting = () => {
      controller.abort();
    };
    const call = { name: 'get_pet', arguments: { 'pet-id': 'slow' } };
    const headers = {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': 'get_pet',
    };
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    await assert.rejects(post(server, { ...call, _meta }, headers, controller.signal));
    const [line] = await auditLines(server, 1);
    assert.deepEqual([line?.['tool'], line?.['outcome']], ['get_pet', 'cancelled']);
  });

  const ids: readonly (readonly [name: string, id: string, kept: boolean])[] = [
    ['a plain one', 'req-1.A:b_2', true],
    ['one with spaces', 'a b', false],
    ['one that looks like JSON', '","level":"error', false],
    ['a long one', 'x'.repeat(129), false],
    ['an empty one', '', false],
  ];
  for (const [name, id, kept] of ids) {
    it(`${kept ? 'keeps' : 'replaces'} the client's own id, ${name}, and tells the API`, async () => {
      await using server = await start({ API_REQUEST_ID_HEADER: 'X-Correlation-Id' });
      await post(server, { name: 'get_inventory' }, { 'x-request-id': id });
      const [line] = await auditLines(server, 1);
      const sent = upstream.requests.at(-1)?.headers['x-correlation-id'];
      assert.equal(line?.['request'], sent);
      assert.match(String(sent), kept ? /^req-1\.A:b_2$/ : /^[\da-f-]{36}$/);
    });
  }

  it('tells the API nothing unless it is wanted', async () => {
    await using server = await start();
    await post(server, { name: 'get_inventory' }, { 'x-request-id': 'own-id' });
    const { headers = {} } = upstream.requests.at(-1) ?? {};
    assert.doesNotMatch(JSON.stringify(headers), /own-id|request-id/);
  });

  const settings: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
    [{ LOG_LEVEL: 'error' }, 1],
    [{ LOG_LEVEL: 'silent', MCP_AUDIT: '1' }, 1],
    [{ LOG_LEVEL: 'silent' }, 0],
    [{ MCP_AUDIT: '0' }, 0],
    [{ LOG_LEVEL: 'info' }, 1],
  ];
  for (const [env, count] of settings) {
    it(`has ${count} lines of a call over HTTP with ${JSON.stringify(env)}`, () => {
      const { runtime } = serve({
        url: 'http://localhost',
        env: { MCP_TRANSPORT: 'http', ...env },
      });
      assert.equal(runtime.config.log.audit, count === 1);
    });
  }

  for (const [env, count] of [
    [{}, 0],
    [{ MCP_AUDIT: '1' }, 1],
  ] as const) {
    it(`has ${count} lines of a call on stdio with ${JSON.stringify(env)}`, async () => {
      await using server = await startStdio(project.entry, {
        ...{ API_BASE_URL: upstream.url, PETSTORE_API_KEY: 'key-secret', ...env },
      });
      await server.ask('tools/call', { name: 'get_inventory' });
      assert.equal(await server.end(), 0);
      const lines = parseLines(await server.log).filter((line) => 'audit' in line);
      assert.equal(lines.length, count);
      for (const { caller, outcome } of lines) assert.deepEqual([caller, outcome], ['stdio', 'ok']);
    });
  }
});

describe('the record of refusals', () => {
  type Entry = readonly [message: string, fields: Readonly<Record<string, unknown>>];
  const recorder = () => {
    const entries: Entry[] = [];
    const { runtime } = serve({ url: 'http://localhost' });
    const { config, log, redactFor } = runtime;
    const kept = { ...log, record: (...entry: Entry) => void entries.push(entry) };
    const activities = createActivities();
    activities.watch(createAudit(config.log, kept, redactFor));
    return { entries, activities };
  };

  it('tells what the server knows', () => {
    const { activities, entries } = recorder();
    const refusal = { kind: 'refusal', reason: 'auth', request: 'r1', status: 401 } as const;
    activities.tell(refusal);
    activities.tell({ ...refusal, detail: 'no bearer token' });
    assert.deepEqual(
      entries.map(([, fields]) => fields),
      [
        { audit: 'refusal', request: 'r1', reason: 'auth', status: 401 },
        { audit: 'refusal', request: 'r1', reason: 'auth', detail: 'no bearer token', status: 401 },
      ],
    );
  });

  it('is one line with the call that is refused', async () => {
    const { activities, entries } = recorder();
    const follow = createFollow(activities, undefined);
    const work = follow({ kind: 'tool', name: 'pay' }, testCall(), (call) => {
      call.refused?.('access');
      return Promise.reject(new Error('no'));
    });
    await assert.rejects(work, /^Error: no$/);
    assert.equal(entries.length, 1);
    const { outcome, reason, tool } = entries[0]?.[1] ?? {};
    assert.deepEqual([outcome, reason, tool], ['refused', 'access', 'pay']);
  });
});
