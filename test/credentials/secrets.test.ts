import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createSecrets,
  headerSecrets,
} from '../../templates/rooms/core/src/runtime/upstream/secrets.js';
import { oauth2, serve } from './serve.js';

describe('secrets', () => {
  it('are known by what the environment holds, in every form that is sent', () => {
    const grants = [
      { type: 'refresh_token', refreshTokenEnv: 'REFRESH' },
      { type: 'password', usernameEnv: 'USERNAME', passwordEnv: 'PASSWORD' },
      { type: 'client_credentials' },
    ] as const;
    const secrets = {
      ACCESS_TOKEN: 'a/token',
      SECRET: 'client secret+/"',
      REFRESH: 'r+token',
      PASSWORD: 'pass word&',
      API_CLIENT_KEY_PASSPHRASE: 'open sesame',
      API_HEADER_AUTHORIZATION: 'Token header-secret',
      API_HEADER_X_SIGNATURE: 'signature',
      MCP_AUTH_TOKEN: 'inbound',
    };
    const shown = { ID: 'client', USERNAME: 'somebody', API_HEADER_X_TENANT: 'tenant' };
    const { redact } = serve({
      url: 'http://localhost',
      schemes: { oauth: oauth2({ grants }) },
      env: { ...secrets, ...shown },
    }).runtime;
    const forms = [
      ...Object.values(secrets),
      'header-secret',
      Buffer.from('client:client+secret%2B%2F%22').toString('base64'),
    ].flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams([['', secret]]).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
    ]);
    for (const form of forms) assert.equal(redact(`<${form}>`), '<[redacted]>');
    for (const text of Object.values(shown)) assert.equal(redact(text), text);
  });

  it('are nothing that an unset variable would make', () => {
    const { redact } = serve({
      url: 'http://localhost',
      schemes: {
        basic: { type: 'basic', usernameEnv: 'NAME', passwordEnv: 'PASSWORD' },
        oauth: oauth2({ grants: [{ type: 'client_credentials' }] }),
      },
      env: { ID: 'client' },
    }).runtime;
    for (const text of ['', 'Og==', 'client', 'Y2xpZW50Og==']) assert.equal(redact(text), text);
  });

  it('that are learned are the newest, beside those that were known', () => {
    const { learn, redact } = createSecrets(['known']);
    const name = (index: number) => `<learned-${index}>`;
    const all = Array.from({ length: 40 }, (_, index) => name(index));
    for (const secret of all) learn(secret);
    assert.equal(redact('known'), '[redacted]');
    assert.equal(redact(name(0)), name(0));
    assert.equal(redact(name(39)), '[redacted]');
    assert.equal(all.filter((secret) => redact(secret) === secret).length, 8);
  });

  const headers: readonly (readonly [string, readonly string[]])[] = [
    ['secret', ['secret']],
    ['Bearer secret', ['Bearer secret', 'secret']],
    ['session=one; theme=two', ['session=one; theme=two', 'theme=two', 'one', 'two']],
    ['', []],
  ];
  for (const [value, expected] of headers) {
    it(`of the header value ${JSON.stringify(value)} are ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(
        headerSecrets(value).filter((secret) => secret !== ''),
        expected,
      );
    });
  }
});
