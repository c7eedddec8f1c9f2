import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TokenGrant } from '../../templates/rooms/core/src/runtime/security-scheme.js';
import { replyJson } from '../support/upstream.js';
import { issuedToken, replyToken, startSite, type Site } from './authorization-server.js';
import { oauth2, serve } from './serve.js';

const env = { ID: 'client', SECRET: 'client-secret', REFRESH: 'refresh-0' };

function serveSite(
  site: Site,
  type: 'client_credentials' | 'refresh_token' = 'client_credentials',
) {
  const tokenUrl = `${site.issuer.url}/token`;
  const grant: TokenGrant =
    type === 'refresh_token' ? { type, tokenUrl, refreshTokenEnv: 'REFRESH' } : { type, tokenUrl };
  return serve({
    url: site.api.url,
    schemes: { oauth: oauth2({ grants: [grant] }) },
    request: { security: [['oauth']] },
    env,
  });
}

const bearers = ({ api }: Site) => api.requests.map(({ headers }) => headers.authorization);
const bearer = (index: number) => `Bearer ${issuedToken(index)}`;

describe('a token', () => {
  it('is asked for once, however many calls wait for it', async () => {
    await using site = await startSite();
    const { call } = serveSite(site);
    const outcomes = await Promise.all(Array.from({ length: 32 }, () => call()));
    assert.deepEqual(
      outcomes.filter(({ isError }) => isError),
      [],
    );
    assert.equal(site.issuer.requests.length, 1);
    assert.equal(bearers(site).filter((sent) => sent === bearer(0)).length, 32);
  });

  const lives: readonly (readonly [expiresIn: unknown, requests: number])[] = [
    [undefined, 1],
    [3600, 1],
    ['3600', 1],
    ['never', 1],
    [0, 2],
    ['0', 2],
    [0.000001, 2],
  ];
  for (const [expires, requests] of lives) {
    it(`that expires in ${String(expires)} s serves two calls by ${requests} requests`, async () => {
      await using site = await startSite({
        onToken: (response, _, index) => {
          replyToken(response, index, { expires_in: expires });
        },
      });
      const { call } = serveSite(site);
      await call();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await call();
      assert.equal(site.issuer.requests.length, requests);
      assert.deepEqual(bearers(site), [bearer(0), bearer(requests - 1)]);
    });
  }

  it('that the API refuses is replaced, and the call made again', async () => {
    await using site = await startSite({
      onCall: (response, { headers }) => {
        replyJson(response, {}, headers.authorization === bearer(0) ? 401 : 200);
      },
    });
    const { call } = serveSite(site);
    assert.equal((await call()).isError, false);
    assert.deepEqual(bearers(site), [bearer(0), bearer(1)]);
    assert.equal((await call()).isError, false);
    assert.equal(site.issuer.requests.length, 2);
  });

  it('that the API refuses to many calls is replaced once', async () => {
    await using site = await startSite({
      onCall: (response, { headers }) => {
        replyJson(response, {}, headers.authorization === bearer(0) ? 401 : 200);
      },
    });
    const { call } = serveSite(site);
    const outcomes = await Promise.all(Array.from({ length: 32 }, () => call()));
    assert.deepEqual(
      outcomes.filter(({ isError }) => isError),
      [],
    );
    assert.equal(site.issuer.requests.length, 2);
  });

  it('is replaced once a call, even if the API refuses every one', async () => {
    await using site = await startSite({
      onCall: (response) => {
        replyJson(response, {}, 401);
      },
    });
    const { isError, text } = await serveSite(site).call();
    assert.equal(isError, true);
    assert.match(text, /401/);
    assert.deepEqual(bearers(site), [bearer(0), bearer(1)]);
  });

  it('that the environment gives is not replaced', async () => {
    await using site = await startSite({
      onCall: (response) => {
        replyJson(response, {}, 401);
      },
    });
    const { call } = serve({
      url: site.api.url,
      schemes: {
        oauth: oauth2({ grants: [{ type: 'client_credentials', tokenUrl: site.issuer.url }] }),
      },
      request: { security: [['oauth']] },
      env: { ...env, ACCESS_TOKEN: 'made-elsewhere' },
    });
    assert.equal((await call()).isError, true);
    assert.equal(site.api.requests.length, 1);
    assert.equal(site.issuer.requests.length, 0);
  });

  it('is asked for again by the refresh token that came with the last one', async () => {
    await using site = await startSite({
      onToken: (response, _, index) => {
        const rotated = index === 1 ? {} : { refresh_token: `refresh-${index + 1}` };
        replyToken(response, index, { expires_in: 0, ...rotated });
      },
    });
    const { call } = serveSite(site, 'refresh_token');
    for (const turn of [1, 2, 3, 4]) assert.equal((await call()).isError, false, `call ${turn}`);
    assert.deepEqual(
      site.forms().map(({ refresh_token: token }) => token),
      ['refresh-0', 'refresh-1', 'refresh-1', 'refresh-3'],
    );
  });

  it('is still on its way to the others when one call is cancelled', async () => {
    let release = (): void => undefined;
    let arrived = (): void => undefined;
    const asked = new Promise<void>((resolve) => (arrived = resolve));
    await using site = await startSite({
      onToken: (response, _, index) => {
        release = () => {
          replyToken(response, index);
        };
        arrived();
      },
    });
    const { call } = serveSite(site);
    const controller = new AbortController();
    const first = call({ signal: controller.signal });
    const second = call();
    await asked;
    controller.abort();
    assert.match((await first).text, /cancelled/);
    release();
    assert.equal((await second).isError, false);
    assert.deepEqual(bearers(site), [bearer(0)]);
    assert.equal(site.issuer.requests.length, 1);
  });

  it('that could not be had is asked for again by the next call', async () => {
    await using site = await startSite({
      onToken: (response, _, index) => {
        if (index === 0) replyJson(response, {}, 503);
        else replyToken(response, index);
      },
    });
    const { call } = serveSite(site);
    assert.equal((await call()).isError, true);
    assert.equal((await call()).isError, false);
    assert.equal(site.api.requests.length, 1);
  });

  it('is not shown when the API echoes it, nor is the refresh token', async () => {
    const tokens = {
      access_token: 'fetched/access+token=',
      refresh_token: 'fetched/refresh+token=',
    };
    await using site = await startSite({
      onToken: (response) => {
        replyJson(response, tokens);
      },
      onCall: (response, { headers }) => {
        const texts = Object.values(tokens);
        replyJson(response, {
          ...{ texts, headers, encoded: texts.map(encodeURIComponent) },
          form: texts.map((text) => new URLSearchParams({ text }).toString()),
        });
      },
    });
    const served = serveSite(site);
    const { text } = await served.call();
    assert.equal(site.api.requests[0]?.headers.authorization, `Bearer ${tokens.access_token}`);
    assert.match(text, /redacted/);
    assert.doesNotMatch(text, /fetched/);
    assert.equal(served.runtime.redact(JSON.stringify(tokens)).includes('fetched'), false);
  });
});
