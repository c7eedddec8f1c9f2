import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { replyJson, startUpstream } from '../support/upstream.js';
import { httpRuntime, openGate } from './gate.js';
import { makeKey, makeToken, publicJwk, startIssuer, type SigningKey } from './issuer.js';
import { bearer } from './post.js';

const resource = 'https://mcp.example.com/mcp';
const [old, next] = [makeKey('ES256', 'old'), makeKey('ES256', 'next')];

function tokenOf(key: SigningKey, iss: string): Readonly<Record<string, string>> {
  const exp = Math.floor(Date.now() / 1000) + 3_600;
  return bearer(makeToken(key, { iss, aud: resource, sub: 'alice', exp }));
}

function variables(issuer: string): Readonly<Record<string, string>> {
  return { MCP_AUTH: 'jwt', MCP_JWT_ISSUER: issuer, MCP_RESOURCE_URL: resource };
}

/** A clock that stands still until it is told to go on. */
function stopClock() {
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
  return {
    pass: (ms: number) => {
      mock.timers.tick(ms);
    },
    [Symbol.dispose]: () => {
      mock.timers.reset();
    },
  };
}

describe('the keys of the authorization server', () => {
  it('are fetched again for an unknown one, but not at the will of clients', async () => {
    using clock = stopClock();
    await using issuer = await startIssuer([old]);
    const gate = await openGate(httpRuntime(variables(issuer.url)));
    const fetched = () => issuer.requests.filter(({ url }) => url === '/keys').length;
    const status = async (key: SigningKey) => {
      const result = await gate(tokenOf(key, issuer.url));
      return typeof result === 'number' ? result : 200;
    };

    assert.deepEqual(await Promise.all([status(old), status(old), status(old)]), [200, 200, 200]);
    assert.equal(fetched(), 1);
    issuer.rotate([next]);
    for (let count = 0; count < 20; count += 1) assert.equal(await status(next), 401);
    assert.equal(fetched(), 1, 'too early');
    clock.pass(10_001);
    assert.equal(await status(next), 200);
    assert.equal(await status(old), 401, 'what is withdrawn is not accepted');
    assert.equal(fetched(), 2);
    clock.pass(600_001);
    assert.equal(await status(next), 200);
    assert.equal(fetched(), 3, 'old keys are fetched anew');
  });

  it('cannot be had: 503, and few requests', async () => {
    using clock = stopClock();
    await using issuer = await startIssuer([old]);
    issuer.fail(500);
    const gate = await openGate(httpRuntime(variables(issuer.url)));
    const answer = () => gate(tokenOf(old, issuer.url));
    for (let count = 0; count < 20; count += 1) assert.equal(await answer(), 503);
    assert.equal(issuer.requests.length, 2, 'each place of metadata once');
    issuer.fail(undefined);
    assert.equal(await answer(), 503, 'too early');
    clock.pass(5_001);
    assert.equal(typeof (await answer()), 'object', 'it has recovered by itself');
    assert.equal(await gate(bearer('garbage')), 401);
  });

  const wrong: Readonly<Record<string, (own: string) => unknown>> = {
    'metadata of another issuer': (own) => ({
      issuer: 'https://evil.test',
      jwks_uri: `${own}/keys`,
    }),
    'metadata without keys': (own) => ({ issuer: own }),
    'keys over http': (own) => ({ issuer: own, jwks_uri: 'http://evil.test/keys' }),
    'keys in a file': (own) => ({ issuer: own, jwks_uri: 'file:///etc/passwd' }),
    'metadata that are no object': () => 'x',
    'metadata beyond all bounds': (own) => ({ x: 'x'.repeat(2_000_000), issuer: own }),
  };
  for (const [name, metadata] of Object.entries(wrong)) {
    it(`are not taken from ${name}`, async () => {
      await using upstream = await startUpstream((request, response) => {
        if (request.url === '/keys') replyJson(response, { keys: [publicJwk(old)] });
        else replyJson(response, metadata(upstream.url));
      });
      const gate = await openGate(httpRuntime(variables(upstream.url)));
      assert.equal(await gate(tokenOf(old, upstream.url)), 503);
      assert.ok(upstream.requests.every(({ url }) => url !== '/keys'));
    });
  }

  it('are where MCP_JWT_JWKS_URL says, and redirects lead nowhere', async () => {
    await using issuer = await startIssuer([old]);
    await using elsewhere = await startUpstream((_, response) => {
      response.writeHead(302, { location: `${issuer.url}/keys` }).end();
    });
    const open = (url: string) =>
      openGate(httpRuntime({ ...variables('https://as.test/'), MCP_JWT_JWKS_URL: url }));
    const gate = await open(`${issuer.url}/keys`);
    assert.equal(typeof (await gate(tokenOf(old, 'https://as.test/'))), 'object');
    const redirected = await open(`${elsewhere.url}/keys`);
    assert.equal(await redirected(tokenOf(old, 'https://as.test/')), 503);
    assert.equal(issuer.requests.length, 1);
  });

  it('are looked for at each place that metadata of an issuer with a path may be', async () => {
    await using upstream = await startUpstream((request, response) => {
      if (request.url === '/keys') replyJson(response, { keys: [publicJwk(old)] });
      else if (request.url !== '/realms/a/.well-known/openid-configuration') {
        replyJson(response, {}, 404);
      } else {
        replyJson(response, {
          issuer: `${upstream.url}/realms/a`,
          jwks_uri: `${upstream.url}/keys`,
        });
      }
    });
    const issuer = `${upstream.url}/realms/a`;
    const gate = await openGate(httpRuntime(variables(issuer)));
    assert.equal(typeof (await gate(tokenOf(old, issuer))), 'object');
    assert.deepEqual(
      upstream.requests.map(({ url }) => url),
      [
        '/.well-known/oauth-authorization-server/realms/a',
        '/.well-known/openid-configuration/realms/a',
        '/realms/a/.well-known/openid-configuration',
        '/keys',
      ],
    );
  });
});
