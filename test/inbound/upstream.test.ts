import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { serve } from '../credentials/serve.js';
import { replyJson, startUpstream } from '../support/upstream.js';
import { basic, bearer } from './post.js';

type Variables = Readonly<Record<string, string>>;

const secret = 'inbound/secret=of-the-test';
const digest = createHash('sha256').update(secret).digest('hex');

/** How clients are let in, what lets one in, and the forms in which another header could give it away. */
const kinds: Readonly<
  Record<
    string,
    { readonly env: Variables; readonly own: Variables; readonly forms: readonly string[] }
  >
> = {
  token: {
    env: { MCP_AUTH_TOKEN: secret },
    own: bearer(secret),
    forms: [secret, `Bearer ${secret}`, `a=${secret}; b`],
  },
  'hashed token': {
    env: { MCP_AUTH_TOKENS: `ci=sha256:${digest}` },
    own: bearer(secret),
    forms: [secret, `Bearer ${secret}`],
  },
  'api-key': {
    env: { MCP_AUTH: 'api-key', MCP_AUTH_TOKEN: secret },
    own: { 'x-api-key': secret },
    forms: [secret, `key=${secret}`],
  },
  basic: {
    env: { MCP_AUTH: 'basic', MCP_AUTH_TOKENS: `ci=${secret}` },
    own: basic('ci', secret),
    forms: [secret, basic('ci', secret)['authorization'] ?? ''],
  },
  jwt: {
    env: {
      MCP_AUTH: 'jwt',
      MCP_JWT_ISSUER: 'https://as.test',
      MCP_RESOURCE_URL: 'https://mcp.test/mcp',
    },
    own: bearer('e30.e30.c2lnbmF0dXJl'),
    forms: ['e30.e30.c2lnbmF0dXJl', 'Bearer e30.e30.c2lnbmF0dXJl'],
  },
};

describe('what lets a client in never reaches the API', () => {
  for (const [name, { env, own, forms }] of Object.entries(kinds)) {
    const carrier = Object.keys(own).join();
    it(`, as ${name}, in whichever header`, async () => {
      await using api = await startUpstream((request, response) => {
        replyJson(response, { trace: request.headers['x-trace'] });
      });
      const { call } = serve({
        url: api.url,
        env: { MCP_TRANSPORT: 'http', UPSTREAM_HEADER_PASSTHROUGH: 'X-Trace', ...env },
      });
      for (const form of forms) {
        const { text, isError } = await call({ headers: { ...own, 'x-trace': form } });
        assert.ok(isError);
        assert.match(text, /Nothing was sent: the header x-trace holds what let the client in/);
        assert.ok(!text.includes(form));
      }
      assert.equal(api.requests.length, 0);
      for (const fine of ['c2lnbmF0', '=', 'ci', 'Bearer', 'trace']) {
        const { text, isError } = await call({ headers: { ...own, 'x-trace': fine } });
        assert.ok(!isError, text);
      }
      assert.equal(api.requests.length, 5);
      assert.ok(api.requests.every(({ headers }) => headers[carrier] === undefined));
    });

    it(`, as ${name}: ${carrier} cannot be listed`, () => {
      const start = () =>
        serve({
          url: 'http://localhost',
          env: { MCP_TRANSPORT: 'http', UPSTREAM_HEADER_PASSTHROUGH: `x-fine, ${carrier}`, ...env },
        });
      assert.throws(start, {
        message: new RegExp(
          `^UPSTREAM_HEADER_PASSTHROUGH lists ${carrier}, which carries the credentials of MCP_AUTH=`,
        ),
      });
    });
  }

  it('but a credential for the API may come beside an API key', async () => {
    await using api = await startUpstream((_, response) => {
      replyJson(response, {});
    });
    const { call } = serve({
      url: api.url,
      env: {
        ...{ MCP_TRANSPORT: 'http', MCP_AUTH: 'api-key', MCP_AUTH_TOKEN: secret },
        UPSTREAM_HEADER_PASSTHROUGH: 'authorization',
      },
    });
    const headers = { 'x-api-key': secret, authorization: 'Bearer of-the-api' };
    const { isError } = await call({ headers });
    assert.ok(!isError);
    assert.equal(api.requests[0]?.headers.authorization, 'Bearer of-the-api');
    assert.equal(api.requests[0].headers['x-api-key'], undefined);
  });
});
