import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRedactor } from '../../templates/rooms/core/src/runtime/upstream/redactor.js';
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
      API_HEADER_X_SUBSCRIBER: 'subscriber-key',
      AUTHORIZATION: 'Bearer whole-header',
      MCP_AUTH_TOKEN: 'inbound',
    };
    const shown = { ID: 'client', USERNAME: 'somebody', API_HEADER_X_TENANT: 'tenant' };
    const { redact } = serve({
      url: 'http://localhost',
      schemes: {
        oauth: oauth2({ grants }),
        subscriber: { type: 'apiKey', in: 'header', name: 'X-Subscriber', env: 'UNSET' },
        whole: { type: 'apiKey', in: 'header', name: 'Authorization', env: 'AUTHORIZATION' },
      },
      env: { ...secrets, ...shown },
    }).runtime;
    const forms = [
      ...Object.values(secrets),
      'header-secret',
      'whole-header',
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
    ['Basic bWU6YTpi', ['Basic bWU6YTpi', 'bWU6YTpi', 'a:b']],
    ['basic a2V5Og==', ['basic a2V5Og==', 'a2V5Og==', 'key']],
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

/** Ways to write a text that servers have. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'for a URL': encodeURIComponent,
  'for a URL, in lower case': (text) => lowerCaseEscapes(encodeURIComponent(text)),
  'for a URL, slashes as they are': encodeURI,
  'for a URL in a URL': (text) => encodeURIComponent(encodeURIComponent(text)),
  'for a form': (text) => new URLSearchParams({ text }).toString().slice('text='.length),
  'in JSON': quoted,
  'in JSON in JSON': (text) => quoted(quoted(text)),
  'in JSON with escaped slashes': (text) => quoted(text).replaceAll('/', '\\/'),
  'in JSON of ASCII': (text) =>
    quoted(text).replace(/[^!#-Z^-~ \\]|[&<>]/g, (unit) => `\\u${codeOf(unit).padStart(4, '0')}`),
  'in XML': (text) => escaped(text, '&apos;'),
  'in HTML': (text) => escaped(text, '&#39;'),
  'in HTML in HTML': (text) => escaped(escaped(text, '&#039;'), '&#039;'),
  'in HTML, by numbers': (text) =>
    text.replace(/[^\w.-]/gu, (character) => `&#x${codeOf(character)};`),
};

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function lowerCaseEscapes(text: string): string {
  return text.replace(/%../g, (code) => code.toLowerCase());
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

function escaped(text: string, apostrophe: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": apostrophe };
  return Object.entries(entities).reduce((rest, [from, to]) => rest.replaceAll(from, to), text);
}

describe('a secret', () => {
  const secrets = [
    'plain-secret_1.2',
    'a/b+c==',
    `all !"#$%&'()*,:;<>?@[\\]^\`{|}~ of it`,
    'ключ ü 😀/',
  ];
  const redact = createRedactor(secrets);
  for (const [name, spell] of Object.entries(spellings)) {
    it(`is recognised ${name}`, () => {
      for (const secret of secrets) assert.equal(redact(`x${spell(secret)}x`), 'x[redacted]x');
    });
  }

  it('is another if its letters are', () => {
    for (const text of ['A/b+c==', 'a/b%20c==', 'a%2fb-c==', 'plain-secret_1x2']) {
      assert.equal(redact(text), text);
    }
  });

  it('is looked for in time that grows with the text', () => {
    for (const part of ['\\', '%25', '&amp;', 'amp;', '&#0', 'a/', 'plain-']) {
      const text = part.repeat(400_000);
      assert.equal(redact(text), text);
    }
  });
});
