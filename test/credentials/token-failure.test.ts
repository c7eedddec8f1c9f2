import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { replyJson, startUpstream } from '../support/upstream.js';
import { startSite, type TokenAnswer } from './authorization-server.js';
import { oauth2, serve } from './serve.js';

const env = { ID: 'client', SECRET: 'client/secret' };

const failures: Readonly<Record<string, readonly [TokenAnswer, RegExp]>> = {
  'an error with a description': [
    (response) => {
      replyJson(response, { error: 'invalid_scope', error_description: 'no such scope' }, 400);
    },
    /\/token gave this server no access token: it answered 400: invalid_scope: no such scope\. Check ID, SECRET\./,
  ],
  'an error with status 200': [
    (response) => {
      replyJson(response, { error: 'bad_verification_code' });
    },
    /it answered 200: bad_verification_code/,
  ],
  'an error that repeats the request': [
    (response, { body, headers }) => {
      const description = `${body} ${String(headers.authorization)} client/secret client%2Fsecret`;
      replyJson(response, { error: 'invalid_grant', error_description: description }, 400);
    },
    /invalid_grant: .*\[redacted\]/,
  ],
  'an error with control characters, and longer than a line': [
    (response) => {
      replyJson(
        response,
        { error: 'x\u001b[31m\n\u202e', error_description: 'y'.repeat(5000) },
        400,
      );
    },
    /400: x \[31m : y{200}\. Check/,
  ],
  'an error that says the secret where it is cut': [
    (response) => {
      const description = `${'y'.repeat(190)}client/secret`;
      replyJson(response, { error: 'invalid_grant', error_description: description }, 400);
    },
    /: y{190}\[redacted\]?\. Check/,
  ],
  'a page': [
    (response) => response.writeHead(502).end('<h1>secret</h1>'),
    /it answered 502\. Try again later\./,
  ],
  'a token of another type': [
    (response) => {
      replyJson(response, { access_token: 'mac', token_type: 'mac' });
    },
    /no bearer token/,
  ],
  'a token that would split a header': [
    (response) => {
      replyJson(response, { access_token: 'a\r\nx-evil: 1', token_type: 'bearer' });
    },
    /it answered 200/,
  ],
  'a token that is no text': [
    (response) => {
      replyJson(response, { access_token: { a: 1 } });
    },
    /it answered 200/,
  ],
  'JSON that is no object': [(response) => response.end('null'), /it answered 200/],
  'more than anybody reads': [(response) => response.end('x'.repeat(20_000)), /it answered 200/],
  'a closed connection': [(response) => response.destroy(), /no access token: it /],
};

describe('a failure to get a token', () => {
  for (const [name, [onToken, expected]] of Object.entries(failures)) {
    it(`is told: ${name}`, async () => {
      await using site = await startSite({ onToken });
      const { call } = serve({
        url: site.api.url,
        schemes: {
          oauth: oauth2({
            grants: [
              { type: 'client_credentials', tokenUrl: `${site.issuer.url}/token?key=hidden` },
            ],
          }),
        },
        request: { security: [['oauth']] },
        env: { ...env, MCP_MAX_UPSTREAM_BYTES: '10000' },
      });
      const { text, isError } = await call();
      assert.equal(isError, true);
      assert.match(text, expected);
      assert.match(text, /Nothing was sent/);
      assert.doesNotMatch(text, /client.{1,3}s|hidden|Y2xpZW50/);
      assert.equal(site.api.requests.length, 0);
    });
  }

  it('is a redirect, which would lead the secret elsewhere', async () => {
    await using elsewhere = await startUpstream((_, response) => response.end());
    await using site = await startSite({
      onToken: (response) => response.writeHead(307, { location: elsewhere.url }).end(),
    });
    const { call } = serve({
      url: site.api.url,
      schemes: {
        oauth: oauth2({ grants: [{ type: 'client_credentials', tokenUrl: site.issuer.url }] }),
      },
      request: { security: [['oauth']] },
      env,
    });
    assert.match((await call()).text, /it answered 307/);
    assert.equal(elsewhere.requests.length, 0);
    assert.equal(site.issuer.requests.length, 1);
  });

  it('is a server that is not there', async () => {
    await using site = await startSite();
    await site.issuer[Symbol.asyncDispose]();
    const { call } = serve({
      url: site.api.url,
      schemes: {
        oauth: oauth2({ grants: [{ type: 'client_credentials', tokenUrl: site.issuer.url }] }),
      },
      request: { security: [['oauth']] },
      env,
    });
    assert.match((await call()).text, /no access token: it could not be reached: .*ECONNREFUSED/);
  });
});
