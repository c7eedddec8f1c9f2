import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { startHttp } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { serve } from './serve.js';

type Headers = Readonly<Record<string, string>>;

interface Case {
  /** The variables of the server. */
  readonly env: Headers;
  /** What the client sends. */
  readonly headers: Headers;
  readonly tool: 'whoami' | 'get_file';
  /** Of `authorization`, `cookie`, `x-trace` and `x-key`, what the API gets; else what the error says. */
  readonly sent: Headers | RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'a header that is named goes on': {
    env: { UPSTREAM_HEADER_PASSTHROUGH: 'X-Trace', PETSTORE_SESSION: 'own-secret' },
    headers: { 'x-trace': 'caller-secret', 'x-key': 'caller-secret', cookie: 'a=b' },
    tool: 'whoami',
    sent: { 'x-trace': 'caller-secret', cookie: 'session=own-secret' },
  },
  'no header goes on by default': {
    env: { PETSTORE_SESSION: 'own-secret' },
    headers: { 'x-trace': 'caller-secret', authorization: 'Bearer caller-secret', cookie: 'a=b' },
    tool: 'whoami',
    sent: { cookie: 'session=own-secret' },
  },
  'the caller’s credential is one': {
    env: { UPSTREAM_HEADER_PASSTHROUGH: 'Cookie' },
    headers: { cookie: 'session=caller-secret' },
    tool: 'whoami',
    sent: { cookie: 'session=caller-secret' },
  },
  'the caller’s credential wins': {
    env: { UPSTREAM_HEADER_PASSTHROUGH: 'authorization', PETSTORE_TOKEN: 'own-secret' },
    headers: { authorization: 'Bearer caller-secret' },
    tool: 'get_file',
    sent: { authorization: 'Bearer caller-secret' },
  },
  'the environment’s stays for callers without one': {
    env: { UPSTREAM_HEADER_PASSTHROUGH: 'authorization', PETSTORE_TOKEN: 'own-secret' },
    headers: {},
    tool: 'get_file',
    sent: { authorization: 'Bearer own-secret' },
  },
  'a caller without a credential is told of none': {
    env: { UPSTREAM_HEADER_PASSTHROUGH: 'authorization' },
    headers: { cookie: 'session=caller-secret' },
    tool: 'get_file',
    sent: /set PETSTORE_TOKEN/,
  },
  'the token of this server stays here, in whichever header': {
    env: { UPSTREAM_HEADER_PASSTHROUGH: 'X-Trace', MCP_AUTH_TOKEN: 'inbound-secret-0123' },
    headers: {
      'x-trace': 'Bearer inbound-secret-0123',
      authorization: 'Bearer inbound-secret-0123',
    },
    tool: 'whoami',
    sent: /the header x-trace holds what let the client in/,
  },
  'beside the token of this server others go on': {
    env: {
      ...{ UPSTREAM_HEADER_PASSTHROUGH: 'Cookie', MCP_AUTH_TOKEN: 'inbound-secret-0123' },
    },
    headers: { cookie: 'session=caller-secret', authorization: 'Bearer inbound-secret-0123' },
    tool: 'whoami',
    sent: { cookie: 'session=caller-secret' },
  },
};

describe('headers of the caller, over HTTP', () => {
  let workspace: Workspace;
  let api: Upstream;

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    api = await startUpstream((request, response) => {
      replyJson(response, request.headers);
    });
  });
  after(async () => {
    await api[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  for (const [name, { env, headers, tool, sent }] of Object.entries(cases)) {
    it(`: ${name}`, async () => {
      await using server = await startHttp(join(workspace.directory, 'dist/index.js'), {
        ...{ API_BASE_URL: api.url, API_BASE_URL_FILES: api.url, LOG_LEVEL: 'info', ...env },
      });
      for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
        const seen = api.requests.length;
        const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
        const options = { requestInit: { headers } };
        await client.connect(new StreamableHTTPClientTransport(new URL(server.url), options));
        const { content } = await client.callTool({ name: tool });
        await client.close();
        const text = JSON.stringify(content);
        assert.doesNotMatch(text, /(?:caller|own|inbound)-secret/);
        const request = api.requests[seen];
        if (sent instanceof RegExp) {
          assert.match(text, sent);
          assert.equal(request, undefined);
          continue;
        }
        const names = ['authorization', 'cookie', 'x-trace', 'x-key'];
        const got = Object.entries(request?.headers ?? {}).filter(([key]) => names.includes(key));
        assert.deepEqual(Object.fromEntries(got), sent, text);
      }
      assert.doesNotMatch(server.log(), /-secret/);
    });
  }
});

describe('UPSTREAM_HEADER_PASSTHROUGH', () => {
  const http = { MCP_TRANSPORT: 'http' };
  const start = (env: Headers) =>
    serve({ url: 'http://localhost', env }).runtime.config.passthrough;

  it('lists headers in any case, once', () => {
    assert.deepEqual(start({ UPSTREAM_HEADER_PASSTHROUGH: 'X-Api-Key, x-api-key authorization' }), [
      'x-api-key',
      'authorization',
    ]);
  });

  for (const name of [
    ...['host', 'Connection', 'content-length', 'Content-Type', 'transfer-encoding', 'te'],
    ...['accept', 'accept-encoding', 'Mcp-Session-Id', 'mcp-method', 'origin', 'x:y', '*'],
  ]) {
    it(`cannot list ${name}`, () => {
      assert.throws(() => start({ UPSTREAM_HEADER_PASSTHROUGH: `X-Fine, ${name}` }), {
        message: `UPSTREAM_HEADER_PASSTHROUGH lists "${name.toLowerCase()}", which cannot be passed on`,
      });
    });
  }

  it('cannot list the header that carries the token of this server', () => {
    const env = {
      ...http,
      MCP_AUTH_TOKEN: 'inbound-secret-0123',
      UPSTREAM_HEADER_PASSTHROUGH: 'Authorization',
    };
    assert.throws(() => start(env), {
      message: /lists authorization, which carries the credentials of MCP_AUTH=token/,
    });
  });
});
