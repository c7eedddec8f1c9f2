import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { logged } from '../inbound/logged.js';
import { bearer, post } from '../inbound/post.js';
import { buildAlone } from '../runtime/alone.js';
import { connectHttp, kinds, startHttp, type HttpServer } from '../runtime/process.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { run } from '../support/run.js';
import {
  active,
  client,
  startIntrospector,
  variables,
  type Introspector,
  type Said,
} from './introspector.js';

type Json = Readonly<Record<string, unknown>>;

const resource = 'https://mcp.example.com/mcp';
const metadata = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp';
const good = (more?: Json): Said => active(resource, more);
const soon = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;
const raw =
  (text: string, status = 200, headers: Readonly<Record<string, string>> = {}): Said =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
const shouted = JSON.stringify({ ...active(resource), padding: 'x'.repeat(10_000_000) });

const letIn: readonly (readonly [name: string, said: Said])[] = [
  ['what says least', { active: true, aud: resource, sub: 'a', scope: 'mcp' }],
  ['a bearer token', good({ token_type: 'Bearer' })],
  ['a token of the issuer', good({ typ: 'Bearer', token_use: 'access_token' })],
  ['several audiences', good({ aud: ['https://other.test', resource] })],
  ['an audience with a slash at its end', good({ aud: `${resource}/` })],
  ['an end within the tolerance', good({ exp: soon(-10) })],
  ['a beginning within the tolerance', good({ nbf: soon(10) })],
  ['claims that are null', good({ cnf: null, nbf: null, token_type: null })],
];

const refused: readonly (readonly [name: string, said: Said, reason: RegExp])[] = [
  ['a token that is not active', { active: false }, /not active/],
  ['one of which everything else is said', good({ active: false }), /not active/],
  ['another audience', good({ aud: 'https://mcp.example.com' }), /claim aud/],
  ['an audience that begins alike', good({ aud: `${resource}2` }), /claim aud/],
  ['an audience within a list', good({ aud: [[resource]] }), /claim aud/],
  ['no audience', good({ aud: undefined }), /claim aud/],
  ['another issuer', good({ iss: 'https://evil.test' }), /claim iss/],
  ['an expired token', good({ exp: soon(-60) }), /expired/],
  ['an end that is a text', good({ exp: String(soon(600)) }), /claim exp/],
  ['a token of tomorrow', good({ nbf: soon(86_400) }), /claim nbf/],
  ['a token that is bound to a key', good({ cnf: { jkt: 'x' } }), /no bearer token/],
  ['a DPoP token', good({ token_type: 'DPoP' }), /claim token_type/],
  ['a type that is no text', good({ token_type: ['Bearer'] }), /claim token_type/],
  ['a refresh token', good({ token_use: 'refresh_token' }), /claim token_use/],
  ['a refresh token of Keycloak', good({ typ: 'Refresh' }), /claim typ/],
  ['nobody', good({ sub: undefined, client_id: undefined }), /names nobody/],
  ['somebody who is no text', good({ sub: { admin: true } }), /names nobody/],
];

const useless: readonly (readonly [name: string, said: Said, reason: RegExp])[] = [
  ['active as a text', good({ active: 'true' }), /without saying whether/],
  ['active as a number', good({ active: 1 }), /without saying whether/],
  ['an empty object', {}, /without saying whether/],
  ['a list', raw('[true]'), /without saying whether/],
  ['no JSON', raw('active'), /without saying whether/],
  ['ten megabytes', raw(shouted), /without saying whether/],
  ['depths', raw('['.repeat(90_000)), /without saying whether/],
  ['an error with an active token', raw(JSON.stringify(active(resource)), 500), /answered 500/],
  ['a redirect', raw('', 302, { location: '/elsewhere' }), /answered 302/],
  ['a redirect of the form', raw('', 307, { location: '/elsewhere' }), /answered 307/],
  ['that the client is wrong', raw('{}', 401), /answered 401; check MCP_INTROSPECTION_CLIENT_ID/],
  ['nothing', (response) => response.destroy(), /did not give a whole reply/],
];

describe('a server that asks about tokens', () => {
  let workspace: Workspace;
  let introspector: Introspector;
  let server: HttpServer;
  let entry: string;
  const shown: string[] = [];

  before(async () => {
    workspace = await createWorkspace();
    entry = await buildAlone(workspace.directory, ['introspection']);
    introspector = await startIntrospector();
    server = await startHttp(entry, {
      ...variables(introspector.url, resource),
      ...{ MCP_REQUIRED_SCOPES: 'mcp', LOG_LEVEL: 'debug' },
    });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await introspector[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  /** A new token of which the server says this. */
  const tokenFor = (said: Said): string => {
    const token = `opaque.${String(shown.length)}.${'t'.repeat(20)}&active=true`;
    introspector.tokens.set(token, said);
    shown.push(token);
    return token;
  };

  for (const [name, said] of letIn) {
    it(`lets in: ${name}`, async () => {
      const { status, body } = await post(server.url, bearer(tokenFor(said)));
      assert.equal(status, 200, body);
    });
  }

  for (const [name, said, reason] of refused) {
    it(`refuses: ${name}`, async () => {
      const { status, challenge, body } = await post(server.url, bearer(tokenFor(said)));
      assert.equal(status, 401, body);
      assert.match(challenge, /^Bearer realm="petstore", error="invalid_token", /);
      assert.match(challenge, reason);
      assert.ok(challenge.endsWith(`, scope="mcp", resource_metadata="${metadata}"`), challenge);
    });
  }

  for (const [name, said, reason] of useless) {
    it(`lets nobody in and says to come back, where the answer is ${name}`, async () => {
      const token = tokenFor(said);
      const response = await fetch(server.url, { method: 'POST', headers: bearer(token) });
      assert.equal(response.status, 503, await response.text());
      assert.equal(response.headers.get('retry-after'), '5');
      await logged(server, reason);
    });
  }

  it('asks for a scope that the token lacks, and for a token', async () => {
    const lacking = await post(server.url, bearer(tokenFor(good({ scope: 'mcp2' }))));
    assert.equal(lacking.status, 403);
    assert.match(lacking.challenge, /error="insufficient_scope"/);
    const before = introspector.asked().length;
    const without = await post(server.url, {});
    assert.equal(without.status, 401);
    assert.ok(!without.challenge.includes('error='), without.challenge);
    const long = await post(server.url, bearer('x'.repeat(13_000)));
    assert.equal(long.status, 401);
    assert.equal(introspector.asked().length, before);
  });

  it('asks as RFC 7662 has it, at the place that the metadata name, and follows no redirect', () => {
    const asked = introspector.asked();
    assert.deepEqual([...(asked[0]?.keys() ?? [])], ['token', 'token_type_hint']);
    assert.equal(asked[0]?.get('token'), shown[0]);
    const paths = introspector.requests.map(({ url }) => url);
    assert.deepEqual(paths.slice(0, 2), ['/.well-known/oauth-authorization-server', '/introspect']);
    assert.ok(paths.slice(1).every((path) => path === '/introspect'));
    for (const { url, headers } of introspector.requests) {
      assert.ok(url === '/introspect' || headers.authorization === undefined);
      assert.equal(headers['content-encoding'], undefined);
    }
  });

  it('asks once about a token, however often it comes', async () => {
    const count = (token: string): number =>
      introspector.asked().filter((form) => form.get('token') === token).length;
    for (const [said, status] of [
      [good(), 200],
      [{ active: false }, 401],
    ] as const) {
      const token = tokenFor(said);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post(server.url, bearer(token))),
      );
      answers.push(await post(server.url, bearer(token)));
      assert.ok(answers.every((answer) => answer.status === status));
      assert.equal(count(token), 1);
    }
  });

  it('tells anyone who gives out tokens', async () => {
    const { origin } = new URL(server.url);
    const response = await fetch(`${origin}/.well-known/oauth-protected-resource`);
    const { authorization_servers: servers } = (await response.json()) as Json;
    assert.deepEqual(servers, [introspector.url]);
  });

  for (const kind of kinds) {
    it(`serves the client ${kind}`, async () => {
      await using connected = await connectHttp(kind, server.url, tokenFor(good()));
      assert.equal((await connected.listTools()).tools.length, 10);
      const { content } = await connected.callTool({ name: 'add_pet', arguments: { wrong: 1 } });
      assert.match(JSON.stringify(content), /wrong/);
      const log = await logged(server, /"audit":"call"/);
      assert.ok(log.includes(`"caller":"introspection:${introspector.url}|alice|cli"`), log);
    });
  }

  it('logs nothing of any token, nor its secret', async () => {
    const log = await logged(server, /the token lacks a scope/);
    assert.match(log, /the token is not active/);
    assert.match(log, /tokens cannot be checked/);
    const secrets = [...shown, client.secret, 'secret%3Aof', 't'.repeat(20)];
    assert.ok(secrets.length > 30);
    for (const secret of secrets) assert.ok(!log.includes(secret), secret);
  });

  it('asks again with each request if nothing is kept, so that a withdrawn token ends at once', async () => {
    await using forgetful = await startHttp(entry, {
      ...variables(introspector.url, resource),
      MCP_INTROSPECTION_URL: `${introspector.url}/introspect`,
      MCP_INTROSPECTION_CACHE_SECONDS: '0',
    });
    const token = tokenFor(good());
    assert.equal((await post(forgetful.url, bearer(token))).status, 200);
    introspector.tokens.delete(token);
    assert.equal((await post(forgetful.url, bearer(token))).status, 401);
    assert.equal(introspector.asked().filter((form) => form.get('token') === token).length, 2);
    assert.equal((await post(server.url, bearer(shown[0] ?? ''))).status, 200, 'others do not');
  });

  it('knows nobody new while the authorization server is away, and everybody whom it knew', async () => {
    const known = tokenFor(good());
    assert.equal((await post(server.url, bearer(known))).status, 200);
    introspector.fail(503);
    const stranger = tokenFor(good());
    assert.equal((await post(server.url, bearer(stranger))).status, 503);
    assert.equal((await post(server.url, bearer(known))).status, 200);
    introspector.fail(undefined);
    assert.equal((await post(server.url, bearer(stranger))).status, 200);
  });

  it('does not start on wrong variables, and names them all', async () => {
    const { code, stderr } = await run(process.execPath, [entry], {
      cwd: workspace.directory,
      env: {
        ...{ MCP_TRANSPORT: 'http', MCP_AUTH: 'introspection', MCP_RESOURCE_URL: 'nowhere' },
        MCP_INTROSPECTION_URL: 'http://user:password@as.test/introspect',
        MCP_INTROSPECTION_CACHE_SECONDS: 'long',
        MCP_JWT_ISSUER: 'https://as.test',
      },
    });
    assert.equal(code, 1);
    for (const problem of [
      'MCP_JWT_ISSUER is set, which means nothing with MCP_AUTH=introspection',
      'MCP_INTROSPECTION_ISSUER is not set; with MCP_AUTH=introspection set it to',
      'MCP_RESOURCE_URL must be an https URL',
      'MCP_INTROSPECTION_URL must be an https URL without a user',
      'MCP_INTROSPECTION_CLIENT_ID is not set',
      'MCP_INTROSPECTION_CLIENT_SECRET is not set',
      'MCP_INTROSPECTION_CACHE_SECONDS is "long"',
    ]) {
      assert.ok(stderr.includes(problem), `${problem}\n${stderr}`);
    }
    assert.ok(!stderr.includes('password'), stderr);
  });

  it('is nothing with another way in', async () => {
    await using plain = await startHttp(entry, { MCP_AUTH_TOKEN: 'a-secret-of-the-test' });
    assert.equal((await post(plain.url, bearer('a-secret-of-the-test'))).status, 200);
  });
});
