import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildAlone } from '../runtime/alone.js';
import { connectHttp, startHttp, type HttpServer } from '../runtime/process.js';
import { run } from '../support/run.js';
import { replyJson, startUpstream, type Answer, type Upstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { client, startExchanger, variables, type Exchanger } from './exchanger.js';

const failures: readonly (readonly [name: string, answer: Answer, says: RegExp])[] = [
  [
    'invalid_grant, with the token in what it says',
    ({ body }, response) => {
      const token = new URLSearchParams(body).get('subject_token');
      const description = `${token} is revoked; ${client.secret}`;
      replyJson(response, { error: 'invalid_grant', error_description: description }, 400);
    },
    /gave this server no access token: it answered 400: invalid_grant: \[redacted\] is revoked; \[redacted\]\. .*sign in again/,
  ],
  [
    'invalid_request',
    (_, response) => {
      replyJson(response, { error: 'invalid_request' }, 400);
    },
    /sign in again/,
  ],
  [
    'invalid_target',
    (_, response) => {
      replyJson(response, { error: 'invalid_target' }, 400);
    },
    /invalid_target\. Check MCP_TOKEN_EXCHANGE_CLIENT_ID, .*MCP_TOKEN_EXCHANGE_AUDIENCE/,
  ],
  ['500', (_, response) => void response.writeHead(500).end('oops'), /answered 500\. Try again/],
  [
    'a redirect',
    (_, response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
    /answered 307/,
  ],
  [
    'ten megabytes',
    (_, response) => {
      replyJson(response, { access_token: 'x', padding: 'x'.repeat(10_000_000) });
    },
    /no access token: it answered 200/,
  ],
  [
    'a token that is bound to a key',
    (_, response) => {
      replyJson(response, { access_token: 'x', token_type: 'DPoP' });
    },
    /no bearer token/,
  ],
  [
    'a token that splits the header',
    (_, response) => {
      replyJson(response, { access_token: 'x\r\nx-admin: 1', token_type: 'Bearer' });
    },
    /no access token: it answered 200/,
  ],
  ['nothing', (_, response) => void response.destroy(), /did not give a whole reply/],
];

const wrong: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    { MCP_TOKEN_EXCHANGE_URL: 'http://user:password@as.test', MCP_AUTH: 'none' },
    [
      'MCP_TOKEN_EXCHANGE_URL must be an https URL without a user',
      'MCP_TOKEN_EXCHANGE_URL is set, but with MCP_AUTH=none callers have no token to exchange',
      'MCP_TOKEN_EXCHANGE_CLIENT_ID is not set',
      'MCP_TOKEN_EXCHANGE_CLIENT_SECRET is not set',
    ],
  ],
  [
    { MCP_TOKEN_EXCHANGE_SCOPE: 'a', MCP_TOKEN_EXCHANGE_CLIENT_SECRET: 'password' },
    [
      'MCP_TOKEN_EXCHANGE_CLIENT_SECRET is set, which means nothing without MCP_TOKEN_EXCHANGE_URL',
      'MCP_TOKEN_EXCHANGE_SCOPE is set, which means nothing without MCP_TOKEN_EXCHANGE_URL',
    ],
  ],
  [
    { MCP_TOKEN_EXCHANGE_URL: 'https://as.test', MCP_TOKEN_EXCHANGE_RESOURCE: 'the api' },
    ['MCP_TOKEN_EXCHANGE_RESOURCE must be a URL without a fragment'],
  ],
];

describe('where no token is to be had', () => {
  let workspace: Workspace;
  let exchanger: Exchanger;
  let api: Upstream;
  let server: HttpServer;
  let entry: string;

  before(async () => {
    workspace = await createWorkspace();
    entry = await buildAlone(workspace.directory, ['token-exchange']);
    exchanger = await startExchanger();
    api = await startUpstream((_, response) => {
      replyJson(response, {});
    });
    server = await startHttp(entry, {
      ...{ API_BASE_URL_FILES: api.url, API_MAX_RETRIES: '0', LOG_LEVEL: 'debug' },
      ...{ PETSTORE_TOKEN: 'shared-by-everyone', ...variables(exchanger) },
    });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
    await exchanger[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  for (const [name, answer, says] of failures) {
    it(`nothing is sent, and the result says what to do: ${name}`, async () => {
      const token = exchanger.tokenOf('gil');
      await using gil = await connectHttp('v2 of 2026', server.url, token);
      const sent = api.requests.length;
      exchanger.answer(answer);
      const { content, isError } = await gil.callTool({ name: 'get_file' });
      exchanger.answer(undefined);
      assert.equal(isError, true);
      assert.match(JSON.stringify(content), says);
      assert.ok(!JSON.stringify(content).includes(token));
      assert.ok(!server.log().includes(token));
      assert.equal(api.requests.length, sent, 'nor with what callers share');
      const next = await gil.callTool({ name: 'get_file' });
      assert.ok(next.isError !== true, 'the next call does better');
    });
  }

  for (const [env, problems] of wrong) {
    it(`a server does not start: ${problems.join('; ')}`, async () => {
      const { code, stderr } = await run(process.execPath, [entry], {
        cwd: workspace.directory,
        env: { MCP_TRANSPORT: 'http', ...env },
      });
      assert.equal(code, 1);
      for (const problem of problems) assert.ok(stderr.includes(problem), `${problem}\n${stderr}`);
      assert.ok(!stderr.includes('password'), stderr);
    });
  }
});
