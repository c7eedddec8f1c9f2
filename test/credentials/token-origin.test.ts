import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startUpstream } from '../support/upstream.js';
import { replyToken, startSite, type Site } from './authorization-server.js';
import { oauth2, serve } from './serve.js';

const client = { ID: 'client', SECRET: 'client-secret' };

interface Case {
  /** The token URL of the description. */
  readonly tokenUrl: (site: Site) => string;
  readonly env?: (site: Site) => Readonly<Record<string, string>>;
  /** The URL that gets the secret; else what the error says. */
  readonly asked: ((site: Site) => string) | RegExp;
}

const issuer = ({ issuer: { url } }: Site) => `${url}/token`;
const stagingUrl = ({ api }: Site) => ({ API_BASE_URL: `${api.url}/staging` });

const cases: Readonly<Record<string, Case>> = {
  'that of the description': { tokenUrl: issuer, asked: issuer },
  'not that of the description if the API is another': {
    tokenUrl: issuer,
    env: stagingUrl,
    asked:
      /set ACCESS_TOKEN \(or TOKEN_URL, as http:\S+\/token is not used because API_BASE_URL is set\)/,
  },
  'that of the description if its origin is listed': {
    tokenUrl: issuer,
    env: (site) => ({ ...stagingUrl(site), API_ALLOWED_ORIGINS: site.issuer.url }),
    asked: issuer,
  },
  'that of the description if it is at the other API': {
    tokenUrl: ({ api }) => `${api.url}/oauth/token`,
    env: stagingUrl,
    asked: ({ api }) => `${api.url}/oauth/token`,
  },
  'the one that the environment names': {
    tokenUrl: () => 'https://issuer.invalid/token',
    env: (site) => ({ ...stagingUrl(site), TOKEN_URL: issuer(site) }),
    asked: issuer,
  },
  'one below the API': {
    tokenUrl: () => 'token',
    asked: ({ api }) => `${api.url}/v1/token`,
  },
  'one at the root of the API': {
    tokenUrl: () => '/oauth/token?a=b',
    env: stagingUrl,
    asked: ({ api }) => `${api.url}/oauth/token?a=b`,
  },
  'none without TLS': {
    tokenUrl: () => 'http://issuer.invalid/token',
    asked: /TOKEN_URL, as http:\/\/issuer.invalid\/token is not used because it is not https/,
  },
};

describe('the URL that tokens come from', () => {
  for (const [name, { tokenUrl, env = () => ({}), asked }] of Object.entries(cases)) {
    it(`is ${name}`, async () => {
      await using site = await startSite({
        onCall: (response, { method }) => {
          if (method === 'POST') replyToken(response, 0);
          else response.end('fine');
        },
      });
      const { call } = serve({
        url: `${site.api.url}/v1`,
        schemes: {
          oauth: oauth2({ grants: [{ type: 'client_credentials', tokenUrl: tokenUrl(site) }] }),
        },
        request: { security: [['oauth']] },
        env: { ...client, ...env(site) },
      });
      const { text, isError } = await call();
      const sent = [site.api, site.issuer].flatMap(({ url, requests }) =>
        requests.filter(({ method }) => method === 'POST').map((request) => url + request.url),
      );
      assert.deepEqual(sent, asked instanceof RegExp ? [] : [asked(site)]);
      assert.equal(isError, asked instanceof RegExp, text);
      if (asked instanceof RegExp) assert.match(text, asked);
    });
  }

  for (const url of ['issuer', 'ftp://issuer.test', 'https://me:secret@issuer.test']) {
    it(`cannot be ${url}`, () => {
      const grants = [{ type: 'client_credentials', tokenUrl: '/token' }] as const;
      const schemes = { oauth: oauth2({ grants }) };
      const env = { ...client, TOKEN_URL: url };
      assert.throws(() => serve({ url: 'http://localhost', schemes, env }), {
        message: 'TOKEN_URL must be an http(s) URL without user name',
      });
    });
  }
});

interface Metadata {
  /** Where the metadata are, below the issuer. */
  readonly path?: string;
  /** The metadata, from the URLs of the issuer and of another server. */
  readonly document: (issuer: string, other: string) => unknown;
  readonly env?: (other: string) => Readonly<Record<string, string>>;
  /** Which server gets the secret, and how; else what the error says. */
  readonly asked: 'issuer in the header' | 'issuer in the body' | 'other in the header' | RegExp;
}

const wellKnown = '/.well-known/openid-configuration';
const metadata: Readonly<Record<string, Metadata>> = {
  'of the issuer': {
    document: (url) => ({ issuer: url, token_endpoint: `${url}/token` }),
    asked: 'issuer in the header',
  },
  'of an issuer with a path and a slash': {
    path: `/tenant${wellKnown}`,
    document: (url) => ({ issuer: `${url}/tenant/`, token_endpoint: `${url}/token` }),
    asked: 'issuer in the header',
  },
  'with the method that the client must use': {
    document: (url) => ({
      issuer: url,
      token_endpoint: `${url}/token`,
      token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_post'],
    }),
    asked: 'issuer in the body',
  },
  'of OAuth 2': {
    path: '/.well-known/oauth-authorization-server/tenant',
    document: (url) => ({ issuer: `${url}/tenant`, token_endpoint: `${url}/token` }),
    asked: 'issuer in the header',
  },
  'of another issuer': {
    document: (url, other) => ({ issuer: other, token_endpoint: `${url}/token` }),
    asked: /its metadata are of another issuer. Its operator can set TOKEN_URL instead/,
  },
  'of another path': {
    document: (url) => ({ issuer: `${url}/tenant`, token_endpoint: `${url}/token` }),
    asked: /another issuer/,
  },
  'that lead elsewhere': {
    document: (url, other) => ({ issuer: url, token_endpoint: `${other}/token` }),
    asked: /names a token endpoint at http:\S+, which API_ALLOWED_ORIGINS does not list/,
  },
  'that lead to where the operator allows': {
    document: (url, other) => ({ issuer: url, token_endpoint: `${other}/token` }),
    env: (other) => ({ API_ALLOWED_ORIGINS: other }),
    asked: 'other in the header',
  },
  'that lead to a place without TLS': {
    document: (url) => ({ issuer: url, token_endpoint: 'http://issuer.test/token' }),
    asked: /names no token endpoint/,
  },
  'that are no JSON': { document: () => undefined, asked: /answered 200 without metadata/ },
  'that are elsewhere': {
    path: '/moved',
    document: (_, other) => other,
    asked: /answered 302 without metadata/,
  },
};

describe('the discovery of the token endpoint', () => {
  for (const [name, { path = wellKnown, document, env, asked }] of Object.entries(metadata)) {
    it(`heeds metadata ${name}`, async () => {
      await using other = await startUpstream((_, response) => {
        replyToken(response, 0, { expires_in: 0 });
      });
      await using issuer = await startUpstream(({ url, method }, response) => {
        if (method === 'POST') replyToken(response, 0, { expires_in: 0 });
        else if (url === '/moved') response.writeHead(302, { location: other.url }).end();
        else response.end(JSON.stringify(document(issuer.url, other.url)));
      });
      await using api = await startUpstream((_, response) => response.end('fine'));
      const { call } = serve({
        url: api.url,
        schemes: {
          oidc: oauth2({
            grants: [
              { type: 'refresh_token', refreshTokenEnv: 'REFRESH' },
              { type: 'client_credentials' },
            ],
            discoveryUrl: issuer.url + path,
          }),
        },
        request: { security: [['oidc']] },
        env: { ...client, ...env?.(other.url) },
      });
      const outcomes = [await call(), await call()];
      const secrets = Object.entries({ issuer, other }).flatMap(([place, { requests }]) =>
        requests
          .filter(({ method }) => method === 'POST')
          .map(({ headers }) => `${place} in the ${headers.authorization ? 'header' : 'body'}`),
      );
      if (asked instanceof RegExp) {
        assert.deepEqual(secrets, []);
        for (const { text } of outcomes) assert.match(text, asked);
        assert.equal(other.requests.length, 0);
      } else {
        assert.deepEqual(secrets, [asked, asked]);
        assert.equal(issuer.requests.filter(({ method }) => method === 'GET').length, 1);
        assert.equal(api.requests.length, 2);
      }
    });
  }
});
