import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TokenGrant } from '../../templates/rooms/core/src/runtime/security-scheme.js';
import { replyJson } from '../support/upstream.js';
import { issuedToken, replyToken, startSite, type TokenAnswer } from './authorization-server.js';
import { oauth2, serve } from './serve.js';

const refresh: TokenGrant = { type: 'refresh_token', tokenUrl: '', refreshTokenEnv: 'REFRESH' };
const password: TokenGrant = {
  ...{ type: 'password', tokenUrl: '', usernameEnv: 'USERNAME', passwordEnv: 'PASSWORD' },
};
const credentials: TokenGrant = { type: 'client_credentials', tokenUrl: '' };

/** A grant whose tokens come from `url`. */
function at(url: string, grant: TokenGrant): TokenGrant {
  return { ...grant, tokenUrl: `${url}/token` };
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const client = { ID: 'client', SECRET: 'client-secret' };
const odd = { ID: 'a:b c+d', SECRET: 'p%s&ä=/:' };

interface Case {
  readonly grants: readonly TokenGrant[];
  readonly env: Readonly<Record<string, string>>;
  readonly scopes?: readonly string[];
  readonly authorization?: string;
  readonly form: Readonly<Record<string, string>>;
}

const cases: Readonly<Record<string, Case>> = {
  'client credentials in the header': {
    grants: [credentials],
    env: client,
    authorization: basic('client:client-secret'),
    form: { grant_type: 'client_credentials' },
  },
  'client credentials in the body': {
    grants: [credentials],
    env: { ...client, CLIENT_AUTH: 'body' },
    form: { grant_type: 'client_credentials', client_id: 'client', client_secret: 'client-secret' },
  },
  'odd characters in the header': {
    grants: [credentials],
    env: odd,
    authorization: basic('a%3Ab+c%2Bd:p%25s%26%C3%A4%3D%2F%3A'),
    form: { grant_type: 'client_credentials' },
  },
  'odd characters in the body': {
    grants: [credentials],
    env: { ...odd, CLIENT_AUTH: 'body' },
    form: { grant_type: 'client_credentials', client_id: odd.ID, client_secret: odd.SECRET },
  },
  'the scopes of the description': {
    grants: [credentials],
    env: client,
    scopes: ['read', 'write:all'],
    authorization: basic('client:client-secret'),
    form: { grant_type: 'client_credentials', scope: 'read write:all' },
  },
  'the scopes of the environment': {
    grants: [credentials],
    env: { ...client, SCOPES: 'only' },
    scopes: ['read'],
    authorization: basic('client:client-secret'),
    form: { grant_type: 'client_credentials', scope: 'only' },
  },
  'a refresh token of a public client, without scopes': {
    grants: [refresh],
    env: { ID: 'client', REFRESH: 'refresh-secret' },
    scopes: ['read'],
    form: { grant_type: 'refresh_token', refresh_token: 'refresh-secret', client_id: 'client' },
  },
  'a refresh token of a confidential client, with scopes that are asked for': {
    grants: [refresh],
    env: { ...client, REFRESH: 'refresh-secret', SCOPES: 'read' },
    authorization: basic('client:client-secret'),
    form: { grant_type: 'refresh_token', refresh_token: 'refresh-secret', scope: 'read' },
  },
  'a password without a client': {
    grants: [password],
    env: { USERNAME: 'me@x', PASSWORD: 'pass word' },
    form: { grant_type: 'password', username: 'me@x', password: 'pass word' },
  },
  'a password with a client': {
    grants: [password],
    env: { ...client, USERNAME: 'me', PASSWORD: 'word' },
    authorization: basic('client:client-secret'),
    form: { grant_type: 'password', username: 'me', password: 'word' },
  },
  'the first grant whose variables are set': {
    grants: [refresh, password, credentials],
    env: { ...client, USERNAME: 'me', PASSWORD: 'word' },
    authorization: basic('client:client-secret'),
    form: { grant_type: 'password', username: 'me', password: 'word' },
  },
};

describe('a request for a token', () => {
  for (const [name, { grants, env, scopes = [], authorization, form }] of Object.entries(cases)) {
    it(`carries ${name}`, async () => {
      await using site = await startSite();
      const { call } = serve({
        url: site.api.url,
        schemes: {
          oauth: oauth2({ grants: grants.map((grant) => at(site.issuer.url, grant)), scopes }),
        },
        request: { security: [['oauth']] },
        env,
      });
      const { isError, text } = await call();
      assert.equal(isError, false, text);
      assert.equal(site.issuer.requests.length, 1);
      const { method, url, headers } = site.issuer.requests[0] ?? assert.fail();
      assert.deepEqual([method, url], ['POST', '/token']);
      assert.equal(headers['content-type'], 'application/x-www-form-urlencoded');
      assert.equal(headers.accept, 'application/json');
      assert.equal(headers['user-agent'], 'test/1');
      assert.equal(headers.authorization, authorization);
      assert.deepEqual(site.forms(), [form]);
      assert.equal(site.api.requests[0]?.headers.authorization, `Bearer ${issuedToken(0)}`);
    });
  }

  it('is not made for a token that the environment gives', async () => {
    await using site = await startSite();
    const { call } = serve({
      url: site.api.url,
      schemes: { oauth: oauth2({ grants: [at(site.issuer.url, credentials)] }) },
      request: { security: [['oauth']] },
      env: { ...client, ACCESS_TOKEN: 'made-elsewhere' },
    });
    assert.doesNotMatch((await call()).text, /made-elsewhere/);
    assert.equal(site.issuer.requests.length, 0);
    assert.equal(site.api.requests[0]?.headers.authorization, 'Bearer made-elsewhere');
  });

  it('goes where the environment says', async () => {
    await using site = await startSite();
    const { call } = serve({
      url: site.api.url,
      schemes: { oauth: oauth2({ grants: [at('https://issuer.invalid', credentials)] }) },
      request: { security: [['oauth']] },
      env: { ...client, TOKEN_URL: `${site.issuer.url}/elsewhere?tenant=1` },
    });
    assert.equal((await call()).isError, false);
    assert.equal(site.issuer.requests[0]?.url, '/elsewhere?tenant=1');
  });

  /** Takes the client's credentials in the body only. */
  const bodyOnly: (status: number, error: string) => TokenAnswer =
    (status, error) => (response, request, index) => {
      if (request.headers.authorization === undefined)
        replyToken(response, index, { expires_in: 0 });
      else replyJson(response, { error }, status);
    };
  for (const [status, error] of [
    [401, 'invalid_client'],
    [400, 'invalid_client'],
    [400, 'invalid_request'],
  ] as const) {
    it(`is made once more with the body after ${status} ${error}, and then that way`, async () => {
      await using site = await startSite({ onToken: bodyOnly(status, error) });
      const { call } = serve({
        url: site.api.url,
        schemes: { oauth: oauth2({ grants: [at(site.issuer.url, credentials)] }) },
        request: { security: [['oauth']] },
        env: client,
      });
      for (const turn of [1, 2]) assert.equal((await call()).isError, false, `call ${turn}`);
      const inHeader = site.issuer.requests.map(({ headers }) => 'authorization' in headers);
      assert.deepEqual(inHeader, [true, false, false]);
    });
  }

  it('is not made in another way than the one that is set', async () => {
    await using site = await startSite({ onToken: bodyOnly(401, 'invalid_client') });
    const { call } = serve({
      url: site.api.url,
      schemes: { oauth: oauth2({ grants: [at(site.issuer.url, credentials)] }) },
      request: { security: [['oauth']] },
      env: { ...client, CLIENT_AUTH: 'header' },
    });
    assert.equal((await call()).isError, true);
    assert.equal(site.issuer.requests.length, 1);
  });
});
