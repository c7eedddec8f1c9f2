import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SecurityScheme } from '../../templates/rooms/core/src/runtime/security-scheme.js';
import type { RequestTemplate } from '../../templates/rooms/core/src/runtime/tool.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { oauth2, serve } from './serve.js';

const schemes: Readonly<Record<string, SecurityScheme>> = {
  header: { type: 'apiKey', in: 'header', name: 'X-Key', env: 'KEY' },
  id: { type: 'apiKey', in: 'header', name: 'X-Id', env: 'KEY_ID' },
  query: { type: 'apiKey', in: 'query', name: 'api key', env: 'QUERY' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'c', env: 'COOKIE' },
  second: { type: 'apiKey', in: 'cookie', name: 'd', env: 'SECOND' },
  bearer: { type: 'bearer', env: 'TOKEN' },
  basic: { type: 'basic', usernameEnv: 'NAME', passwordEnv: 'PASSWORD' },
  oauth: oauth2({
    grants: [
      { type: 'refresh_token', tokenUrl: '/token', refreshTokenEnv: 'REFRESH' },
      { type: 'client_credentials', tokenUrl: '/token' },
    ],
  }),
  implicit: { type: 'oauth2', accessTokenEnv: 'IMPLICIT' },
  tls: { type: 'mutualTLS' },
  digest: { type: 'unsupported', scheme: 'HTTP digest' },
};

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

interface Sent {
  readonly url?: string;
  readonly authorization?: string;
  readonly cookie?: string;
  readonly 'x-key'?: string;
  readonly 'x-id'?: string;
}

/** A requirement, the variables that are set, and what is sent, or what the error says and what it must not say. */
type Case = readonly [
  security: RequestTemplate['security'],
  env: Readonly<Record<string, string>>,
  expected: Sent | RegExp,
];

const every = {
  ...{ KEY: 'k', KEY_ID: 'i', QUERY: 'q', COOKIE: 'c', TOKEN: 't', NAME: 'n', PASSWORD: 'p' },
  ...{ ACCESS_TOKEN: 'a', IMPLICIT: 'm' },
};

const cases: readonly Case[] = [
  [undefined, every, {}],
  [[[]], every, {}],
  [[['header']], every, { 'x-key': 'k' }],
  [[['header', 'id']], every, { 'x-key': 'k', 'x-id': 'i' }],
  [[['query']], { QUERY: 'a&b=c d/+' }, { url: '/x?f=1&api%20key=a%26b%3Dc%20d%2F%2B' }],
  [[['cookie']], every, { cookie: 'c=c' }],
  [[['cookie', 'second']], { COOKIE: '1', SECOND: '2' }, { cookie: 'c=1; d=2' }],
  [[['bearer']], every, { authorization: 'Bearer t' }],
  [[['basic']], every, { authorization: basic('n:p') }],
  [[['basic']], { NAME: 'a:b', PASSWORD: 'ü:' }, { authorization: basic('a:b:ü:') }],
  [[['basic']], { NAME: 'key', PASSWORD: '' }, { authorization: basic('key:') }],
  [[['basic']], { NAME: 'key' }, { authorization: basic('key:') }],
  [[['basic']], { PASSWORD: 'key' }, { authorization: basic(':key') }],
  [[['oauth']], every, { authorization: 'Bearer a' }],
  [[['implicit']], every, { authorization: 'Bearer m' }],
  [[['header'], ['bearer']], every, { 'x-key': 'k' }],
  [[['header'], ['bearer']], { TOKEN: 't' }, { authorization: 'Bearer t' }],
  [[['header', 'cookie'], ['bearer']], { KEY: 'k', TOKEN: 't' }, { authorization: 'Bearer t' }],
  [[['digest'], ['tls'], ['bearer']], { TOKEN: 't' }, { authorization: 'Bearer t' }],
  [[['bearer'], []], every, { authorization: 'Bearer t' }],
  [[['bearer'], []], {}, {}],
  [[['header']], {}, /Its operator must set KEY\./],
  [[['header']], { KEY: ' ' }, /Its operator must set KEY\./],
  [[['header'], ['bearer']], {}, /must set KEY; or set TOKEN\./],
  [[['header', 'cookie'], ['basic']], { KEY: 'k' }, /must set COOKIE; or set NAME and PASSWORD\./],
  [[['header', 'bearer']], {}, /must set KEY and set TOKEN\./],
  [[['oauth']], {}, /must set ACCESS_TOKEN \(or REFRESH and ID, or ID and SECRET\)\./],
  [[['oauth']], { ID: 'i', REFRESH: '' }, /must set ACCESS_TOKEN \(or REFRESH and ID/],
  [[['implicit']], {}, /must set IMPLICIT\./],
  [[['tls']], every, /must set API_CLIENT_CERT_FILE and API_CLIENT_KEY_FILE\./],
  [[['digest']], every, /must sign requests for HTTP digest with the beforeRequest hook/],
  [[['unknown']], every, /must sign requests for unknown with/],
  [[['bearer']], { TOKEN: 'a\nb' }, /header authorization cannot carry control characters/],
];

describe('a security requirement', () => {
  let api: Upstream;
  before(async () => {
    api = await startUpstream((_, response) => response.end('fine'));
  });
  after(() => api[Symbol.asyncDispose]());

  for (const [security, env, expected] of cases) {
    it(`${JSON.stringify(security)} with ${JSON.stringify(env)} comes to ${String(
      expected instanceof RegExp ? expected : JSON.stringify(expected),
    )}`, async () => {
      const seen = api.requests.length;
      const { isError, text } = await serve({
        url: api.url,
        schemes,
        request: { path: '/x?f=1', ...(security && { security }) },
        env,
      }).call();
      const [request, ...more] = api.requests.slice(seen);
      assert.deepEqual(more, []);
      if (expected instanceof RegExp) {
        assert.equal(request, undefined);
        assert.equal(isError, true);
        assert.match(text, expected);
        return;
      }
      assert.equal(isError, false, text);
      const { url, headers } = request ?? assert.fail('nothing was sent');
      const { authorization, cookie, 'x-key': key, 'x-id': id } = headers;
      const sent = { url, authorization, cookie, 'x-key': key, 'x-id': id };
      const nothing = { authorization: undefined, cookie: undefined };
      assert.deepEqual(sent, {
        ...{ url: '/x?f=1', ...nothing, 'x-key': undefined, 'x-id': undefined },
        ...expected,
      });
    });
  }
});
