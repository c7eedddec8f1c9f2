import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SecurityScheme } from '../../templates/rooms/core/src/runtime/security-scheme.js';
import type { RequestTemplate } from '../../templates/rooms/core/src/runtime/tool.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { serve } from './serve.js';

const schemes: Readonly<Record<string, SecurityScheme>> = {
  key: { type: 'apiKey', in: 'header', name: 'X-Api-Key', env: 'KEY' },
  session: { type: 'apiKey', in: 'cookie', name: 'session', env: 'SESSION' },
  query: { type: 'apiKey', in: 'query', name: 'x-api-key', env: 'QUERY' },
  digest: { type: 'unsupported', scheme: 'HTTP digest' },
};

interface Case {
  readonly env: Readonly<Record<string, string>>;
  readonly security?: RequestTemplate['security'];
  readonly args?: Readonly<Record<string, unknown>>;
  /** Headers that the API gets; undefined if the call is refused. */
  readonly sent?: Readonly<Record<string, string | undefined>>;
}

const cases: Readonly<Record<string, Case>> = {
  'are sent with dashes for underscores': {
    env: { API_HEADER_X_TENANT: ' acme ', API_HEADER_ACCEPT: 'text/csv' },
    sent: { 'x-tenant': 'acme', accept: 'text/csv' },
  },
  'stand over what a model says': {
    env: { API_HEADER_X_TENANT: 'acme' },
    args: { 'x-tenant': 'evil' },
    sent: { 'x-tenant': 'acme' },
  },
  'leave alone what a model says of others': {
    env: { API_HEADER_X_OTHER: 'acme' },
    args: { 'x-tenant': 'mine' },
    sent: { 'x-tenant': 'mine', 'x-other': 'acme' },
  },
  'stand in for the credential of a scheme': {
    env: { API_HEADER_X_API_KEY: 'extra-secret' },
    security: [['key']],
    sent: { 'x-api-key': 'extra-secret' },
  },
  'give way to the credential of a scheme': {
    env: { API_HEADER_X_API_KEY: 'extra-secret', KEY: 'scheme-secret' },
    security: [['key']],
    sent: { 'x-api-key': 'scheme-secret' },
  },
  'stand in for a scheme that nothing else supports': {
    env: { API_HEADER_AUTHORIZATION: 'Custom extra-secret' },
    security: [['digest']],
    sent: { authorization: 'Custom extra-secret' },
  },
  'hold the cookie of a scheme beside another': {
    env: { API_HEADER_COOKIE: 'theme=dark; session=extra-secret' },
    security: [['session']],
    sent: { cookie: 'theme=dark; session=extra-secret' },
  },
  'are joined by the cookie of a scheme': {
    env: { API_HEADER_COOKIE: 'theme=dark-secret', SESSION: 'scheme-secret' },
    security: [['session']],
    sent: { cookie: 'theme=dark-secret; session=scheme-secret' },
  },
  'are no cookie that is called otherwise': {
    env: { API_HEADER_COOKIE: 'mysession=extra-secret' },
    security: [['session']],
  },
  'are no query': { env: { API_HEADER_X_API_KEY: 'extra-secret' }, security: [['query']] },
};

describe('headers of the environment', () => {
  let api: Upstream;
  let other: Upstream;
  before(async () => {
    other = await startUpstream((_, response) => response.end('other'));
    api = await startUpstream((request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: other.url }).end();
      else if (request.url === '/near') response.writeHead(302, { location: '/end' }).end();
      else replyJson(response, request.headers);
    });
  });
  after(async () => {
    await api[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
  });

  for (const [name, { env, security, args = {}, sent }] of Object.entries(cases)) {
    it(name, async () => {
      const seen = api.requests.length;
      const { call } = serve({
        url: api.url,
        schemes,
        request: {
          ...(security && { security }),
          parameters: [{ in: 'header', name: 'X-Tenant', argument: 'x-tenant' }],
        },
        inputSchema: { type: 'object', properties: { 'x-tenant': { type: 'string' } } },
        env,
      });
      const { isError, text } = await call({ args });
      assert.equal(isError, sent === undefined, text);
      assert.equal(api.requests.length - seen, sent === undefined ? 0 : 1);
      for (const [header, value] of Object.entries(sent ?? {})) {
        assert.equal(api.requests[seen]?.headers[header], value);
      }
      assert.doesNotMatch(text, /-secret/, 'an echoed secret is redacted');
      if (name.startsWith('leave')) assert.match(text, /acme/, 'what is no secret is shown');
    });
  }

  it('follow a redirect on the API’s origin, and none elsewhere', async () => {
    const env = { API_HEADER_X_TENANT: 'acme', API_HEADER_ACCEPT_LANGUAGE: 'de' };
    const near = api.requests.length;
    await serve({ url: api.url, request: { path: '/near' }, env }).call();
    assert.deepEqual(
      api.requests.slice(near).map(({ url, headers }) => [url, headers['x-tenant']]),
      [
        ['/near', 'acme'],
        ['/end', 'acme'],
      ],
    );
    await serve({ url: api.url, request: { path: '/away' }, env }).call();
    const { headers } = other.requests[0] ?? assert.fail('the redirect was not followed');
    assert.deepEqual([headers['x-tenant'], headers['accept-language']], [undefined, undefined]);
  });

  const refused = [
    'HOST',
    'CONTENT_LENGTH',
    'CONTENT_TYPE',
    'CONNECTION',
    'TRANSFER_ENCODING',
    'ACCEPT_ENCODING',
    '',
    'X.Y',
  ];
  for (const name of refused) {
    it(`cannot be ${JSON.stringify(name)}`, () => {
      const env = { [`API_HEADER_${name}`]: 'x' };
      assert.throws(() => serve({ url: api.url, env }), {
        message: `API_HEADER_${name} sets a header that cannot be set; unset it`,
      });
    });
  }

  for (const value of ['a\r\nb: c', 'ключ']) {
    it(`cannot hold ${JSON.stringify(value)}, which is not repeated`, () => {
      assert.throws(() => serve({ url: api.url, env: { API_HEADER_X: value } }), {
        message: 'API_HEADER_X holds characters that no header can carry',
      });
    });
  }
});
