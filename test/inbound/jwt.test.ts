import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startHttp, type HttpServer } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { httpRuntime, openGate } from './gate.js';
import { forgeToken, makeKey, makeToken, publicJwk, startIssuer, type Issuer } from './issuer.js';
import { logged } from './logged.js';
import { bearer, post } from './post.js';

type Json = Readonly<Record<string, unknown>>;

const resource = 'https://mcp.example.com/petstore/mcp';
const metadata = 'https://mcp.example.com/.well-known/oauth-protected-resource/petstore/mcp';
const keys = {
  RS256: makeKey('RS256', 'rsa'),
  PS256: makeKey('PS256', 'pss'),
  ES256: makeKey('ES256', 'ec'),
  EdDSA: makeKey('EdDSA', 'ed'),
};
const stranger = makeKey('RS256', 'rsa');

/** What a token says, if a case does not say otherwise; undefined takes a claim away. */
function claims(issuer: string, more: Json = {}): Json {
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ iss: issuer, aud: resource, sub: 'alice', client_id: 'cli', scope: 'other mcp' },
    ...{ iat: now, exp: now + 300 },
    ...more,
  };
}

const soon = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const good = (more?: Json, header?: Json) => (issuer: string) =>
  makeToken(keys.RS256, claims(issuer, more), header);
const pem = keys.RS256.publicKey.export({ format: 'pem', type: 'spki' }).toString();

type Case = readonly [name: string, token: (issuer: string) => string, reason?: RegExp];

const letIn: readonly Case[] = [
  ...Object.values(keys).map((key): Case => [
    key.alg,
    (issuer) => makeToken(key, claims(issuer), { typ: 'at+jwt' }),
  ]),
  ['no typ', good()],
  ['typ JWT', good({}, { typ: 'JWT' })],
  ['typ application/at+jwt', good({}, { typ: 'application/AT+JWT' })],
  ['several audiences', good({ aud: ['https://other.test', resource] })],
  ['an audience with a slash at its end', good({ aud: `${resource}/` })],
  ['scopes in scp', good({ scope: undefined, scp: ['mcp', 'other'] })],
  ['scopes as words in scp', good({ scope: undefined, scp: 'mcp other' })],
  ['an end within the tolerance', (issuer) => good({ exp: soon(-10) })(issuer)],
  ['a beginning within the tolerance', good({ nbf: soon(60) })],
];

const refused: readonly Case[] = [
  ['no token', () => '', /^$/],
  ['garbage', () => 'garbage', /malformed/],
  ['two parts', () => 'e30.e30', /malformed/],
  ['five parts', () => 'e30.e30.e30.e30.e30', /malformed/],
  ['an empty header', () => 'e30.e30.e30', /malformed|not allowed/],
  ['an expired token', good({ exp: soon(-600) }), /expired/],
  ['no end', good({ exp: undefined }), /claim exp/],
  ['an end that is a text', good({ exp: String(soon(600)) }), /claim exp/],
  ['a token of tomorrow', good({ nbf: soon(86_400) }), /claim nbf/],
  ['another audience', good({ aud: 'https://mcp.example.com' }), /claim aud/],
  ['an audience that begins alike', good({ aud: `${resource}2` }), /claim aud/],
  ['no audience', good({ aud: undefined }), /claim aud/],
  ['another issuer', good({ iss: 'https://evil.test' }), /claim iss/],
  ['an issuer with a slash more', (issuer) => good({ iss: `${issuer}/` })(issuer), /claim iss/],
  ['nobody', good({ sub: undefined }), /claim sub/],
  ['somebody who is no text', good({ sub: 1 }), /nobody|malformed|claim sub/],
  ['a logout token', good({}, { typ: 'logout+jwt' }), /no access token/],
  ['a token that is bound to a key', good({ cnf: { jkt: 'x' } }), /no bearer token/],
  ['an extension that must be understood', good({}, { crit: ['x'], x: 1 }), /malformed/],
  ['alg none', (issuer) => forgeToken({ alg: 'none' }, claims(issuer)), /not allowed/],
  ['alg None', (issuer) => forgeToken({ alg: 'None', kid: 'rsa' }, claims(issuer)), /not allowed/],
  [
    'an HMAC with the public key',
    (issuer) => forgeToken({ alg: 'HS256', kid: 'rsa' }, claims(issuer), pem),
    /not allowed/,
  ],
  [
    'an HMAC with nothing',
    (issuer) => forgeToken({ alg: 'HS256', typ: 'at+jwt' }, claims(issuer), ''),
    /not allowed/,
  ],
  ['another key of that id', (issuer) => makeToken(stranger, claims(issuer)), /known key/],
  [
    'a key that the token brings',
    (issuer) => makeToken(stranger, claims(issuer), { jwk: publicJwk(stranger) }),
    /known key/,
  ],
  ['an unknown key', good({}, { kid: '../../../etc/passwd' }), /known key/],
  ['the algorithm of another key', good({}, { alg: 'ES256' }), /known key/],
  [
    'other claims than were signed',
    (issuer) => {
      const [header, , signature] = good()(issuer).split('.');
      const [, payload] = forgeToken({}, claims(issuer, { sub: 'admin' })).split('.');
      return [header, payload, signature].join('.');
    },
    /known key/,
  ],
  ['no signature', (issuer) => good()(issuer).replace(/[^.]+$/, ''), /known key|malformed/],
  ['an oversized token', good({ padding: 'x'.repeat(10_000) }), /too long/],
];

describe('a server behind an authorization server', () => {
  let workspace: Workspace;
  let issuer: Issuer;
  let server: HttpServer;
  const sent: string[] = [];

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    issuer = await startIssuer(Object.values(keys));
    server = await startHttp(join(workspace.directory, 'dist/index.js'), {
      MCP_AUTH: 'jwt',
      MCP_JWT_ISSUER: issuer.url,
      MCP_RESOURCE_URL: resource,
      MCP_REQUIRED_SCOPES: 'mcp',
      MCP_JWT_CLOCK_TOLERANCE_SECONDS: '120',
      LOG_LEVEL: 'debug',
    });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await issuer[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  const send = (token: string) => {
    sent.push(token);
    return post(server.url, token === '' ? {} : bearer(token));
  };

  for (const [name, token] of letIn) {
    it(`lets in ${name}`, async () => {
      const { status, body } = await send(token(issuer.url));
      assert.equal(status, 200, body);
    });
  }

  for (const [name, token, reason = /./] of refused) {
    it(`refuses ${name}`, async () => {
      const { status, challenge, body } = await send(token(issuer.url));
      assert.equal(status, 401, body);
      const [, error, description = ''] =
        /^Bearer realm="petstore"(, error="invalid_token", error_description="([^"]*)")?, scope="mcp", resource_metadata="[^"]*"$/.exec(
          challenge,
        ) ?? [];
      assert.ok(challenge.endsWith(`, resource_metadata="${metadata}"`), challenge);
      assert.equal(error === undefined, token(issuer.url) === '', challenge);
      assert.match(description, reason);
      assert.match(body, /^\{"jsonrpc":"2.0","id":null,"error":\{"code":-32001,/);
    });
  }

  it('asks for a scope that the token lacks', async () => {
    for (const scope of [undefined, '', 'mcp2 xmcp', 'MCP']) {
      const { status, challenge, body } = await send(good({ scope })(issuer.url));
      assert.equal(status, 403);
      assert.match(challenge, /^Bearer realm="petstore", error="insufficient_scope", /);
      assert.ok(challenge.endsWith(`, scope="mcp", resource_metadata="${metadata}"`), challenge);
      assert.match(body, /"code":-32003/);
    }
  });

  it('finds the keys by the metadata, once', () => {
    const paths = issuer.requests.map(({ url }) => url);
    assert.deepEqual(paths.slice(0, 3), [
      '/.well-known/oauth-authorization-server',
      '/.well-known/openid-configuration',
      '/keys',
    ]);
    // An unknown key has them fetched again only after a while.
    assert.ok(paths.length <= 5, paths.join(' '));
  });

  it('tells anyone who gives out tokens, and what else they need', async () => {
    const { origin } = new URL(server.url);
    for (const path of ['/petstore/mcp', '']) {
      const response = await fetch(`${origin}/.well-known/oauth-protected-resource${path}`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.deepEqual(await response.json(), {
        resource,
        authorization_servers: [issuer.url],
        scopes_supported: ['mcp'],
        bearer_methods_supported: ['header'],
        resource_name: 'Pet Store',
      });
    }
    for (const path of ['/mcp', '/petstore', '/petstore/mcp/']) {
      const response = await fetch(`${origin}/.well-known/oauth-protected-resource${path}`);
      assert.equal(response.status, 404, path);
    }
    const posted = await fetch(`${origin}/.well-known/oauth-protected-resource`, {
      method: 'POST',
    });
    assert.equal(posted.status, 405);
    assert.equal((await fetch(`${origin}/health`)).status, 200);
  });

  it('logs why it refuses, and nothing of any token', async () => {
    const log = await logged(server, /the token lacks a scope/, 4);
    assert.match(log, /the token has expired/);
    const parts = sent.flatMap((token) => token.split('.')).filter((part) => part.length > 12);
    assert.ok(parts.length > 50);
    for (const part of parts) assert.ok(!log.includes(part), part);
  });
});

describe('the caller that a token names', () => {
  const callers: readonly (readonly [Json, string | RegExp, object])[] = [
    [{}, '|alice|cli', { scopes: ['other', 'mcp'], roles: [] }],
    [{ client_id: undefined }, '|alice', {}],
    [{ client_id: undefined, azp: 'web' }, '|alice|web', {}],
    [{ sub: 'a|b', client_id: undefined }, '|a%7Cb', {}],
    [{ sub: 'a\nb "é\ud800' }, '|a%0Ab%20%22%C3%A9%EF%BF%BD|cli', {}],
    [{ sub: 'x'.repeat(300) }, /^jwt:[\da-f]{64}$/, {}],
    [{ scope: undefined }, '|alice|cli', { scopes: [] }],
    [{ scope: [' mcp', 1, null, ''] }, '|alice|cli', { scopes: [' mcp'] }],
    [{ roles: ['admin', 'dev'] }, '|alice|cli', { roles: ['admin', 'dev'] }],
    [{ roles: 'admin' }, '|alice|cli', { roles: ['admin'] }],
    [{ roles: { admin: true } }, '|alice|cli', { roles: [] }],
  ];

  it('has an id that no other has, its scopes and its roles', async () => {
    await using issuer = await startIssuer([keys.RS256]);
    const gate = await openGate(
      httpRuntime({
        ...{ MCP_AUTH: 'jwt', MCP_JWT_ISSUER: issuer.url, MCP_RESOURCE_URL: resource },
        MCP_JWT_AUDIENCE: 'api://petstore',
      }),
    );
    assert.equal(await gate(bearer(good()(issuer.url))), 401, 'the audience is another one');
    for (const [more, id, facts] of callers) {
      const caller = await gate(bearer(good({ aud: 'api://petstore', ...more })(issuer.url)));
      assert.ok(typeof caller === 'object', JSON.stringify(more));
      if (id instanceof RegExp) assert.match(caller.id, id);
      else assert.equal(caller.id, `jwt:${issuer.url}${id}`);
      assert.deepEqual({ ...caller, ...facts }, caller);
      assert.equal(caller.resourceMetadataUrl, metadata);
    }
  });
});
