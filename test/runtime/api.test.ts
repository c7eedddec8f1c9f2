import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Custom } from '../../templates/rooms/core/src/runtime/custom.js';
import { createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createServices } from '../../templates/rooms/core/src/runtime/services.js';
import type {
  RequestTemplate,
  ServerDefinition,
} from '../../templates/rooms/core/src/runtime/tool.js';
import { testCall } from '../support/call.js';
import { startUpstream, type RecordedRequest, type Upstream } from '../support/upstream.js';

import { tool } from './tool.js';

const secrets = {
  KEY: 'secret-key',
  COOKIE: 'secret-cookie',
  TOKEN: 'secret-token',
  NAME: 'somebody',
  PASSWORD: 'secret-password',
};

describe('a call of the API', () => {
  let api: Upstream;
  let other: Upstream;

  before(async () => {
    other = await startUpstream((request, response) => {
      if (request.url.startsWith('/back'))
        response.writeHead(302, { location: `${api.url}/end` }).end();
      else response.end(JSON.stringify(request.headers));
    });
    api = await startUpstream(({ url, headers }, response) => {
      const [path = '', query = ''] = url.split('?');
      const redirects: Readonly<Record<string, string>> = {
        '/same': '/end',
        '/away': `${other.url}/end?${query}&kept=1`,
        '/away-and-back': `${other.url}/back`,
        '/loop': '/loop',
        '/file': 'file:///etc/passwd',
      };
      const location = redirects[path];
      if (location !== undefined) response.writeHead(302, { location }).end();
      else if (path === '/silent') return;
      else if (path === '/large') response.end('x'.repeat(20_000));
      else if (path === '/busy') response.writeHead(429, { 'retry-after': '7' }).end();
      else if (path === '/hang-up') response.destroy();
      else
        response
          .writeHead(200, { 'content-type': 'text/plain' })
          .end(JSON.stringify({ url, headers }));
    });
  });
  after(async () => {
    await api[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
  });

  /** The text of the result, whether it is an error, and the requests that came in. */
  async function call(
    request: Partial<RequestTemplate>,
    options: { env?: Readonly<Record<string, string>>; custom?: Custom; signal?: AbortSignal } = {},
  ) {
    const definition: ServerDefinition = {
      name: 'test',
      title: 'Test',
      version: '1.0 β',
      servers: {
        own: { url: 'https://own.test', env: 'API_BASE_URL_OWN' },
        here: { url: other.url, env: 'API_BASE_URL_HERE' },
      },
      securitySchemes: {
        query: { type: 'apiKey', in: 'query', name: 'key', env: 'KEY' },
        header: { type: 'apiKey', in: 'header', name: 'X-Key', env: 'KEY' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'c', env: 'COOKIE' },
        bearer: { type: 'bearer', env: 'TOKEN' },
        basic: { type: 'basic', usernameEnv: 'NAME', passwordEnv: 'PASSWORD' },
        odd: { type: 'unsupported', scheme: 'Digest' },
      },
      groups: [{ tools: ['test_tool'], load: () => Promise.resolve({ tools: [tool(request)] }) }],
      prompts: [],
    };
    const env = { API_BASE_URL: api.url, LOG_LEVEL: 'silent', ...options.env };
    const { tools } = createServices(createRuntime(definition, options.custom ?? {}, env));
    const seen = [api.requests.length, other.requests.length] as const;
    const result = await tools.call('test_tool', {}, testCall(options));
    const [content] = result.content;
    return {
      content,
      text: content?.type === 'text' ? content.text : '',
      isError: result.isError ?? false,
      sent: api.requests.slice(seen[0]),
      elsewhere: other.requests.slice(seen[1]),
    };
  }

  const basic = `Basic ${Buffer.from('somebody:secret-password').toString('base64')}`;
  const credentials: readonly (readonly [
    RequestTemplate['security'],
    readonly string[],
    Partial<RecordedRequest['headers']> & { url?: string },
  ])[] = [
    [[['bearer']], ['TOKEN'], { authorization: 'Bearer secret-token' }],
    [[['basic']], ['NAME', 'PASSWORD'], { authorization: basic }],
    [[['header']], ['KEY'], { 'x-key': 'secret-key' }],
    [[['cookie']], ['COOKIE'], { cookie: 'c=secret-cookie' }],
    [[['query']], ['KEY'], { url: '/x?key=secret-key' }],
    [[['bearer'], ['header']], ['KEY'], { 'x-key': 'secret-key' }],
    [[[], ['bearer']], ['TOKEN'], { authorization: 'Bearer secret-token' }],
    [
      [['bearer', 'cookie']],
      ['TOKEN', 'COOKIE'],
      { authorization: 'Bearer secret-token', cookie: 'c=secret-cookie' },
    ],
    [[['bearer'], []], [], { url: '/x' }],
    [undefined, ['TOKEN', 'KEY'], { url: '/x' }],
  ];
  for (const [security, names, expected] of credentials) {
    it(`of ${JSON.stringify(security)} with ${names.join()} sends ${JSON.stringify(expected)}`, async () => {
      const env = Object.fromEntries(
        Object.entries(secrets).filter(([name]) => names.includes(name)),
      );
      const { text, isError, sent } = await call(
        { path: '/x', ...(security && { security }) },
        { env },
      );
      assert.equal(isError, false, text);
      const { url, headers } = sent[0] ?? assert.fail('nothing was sent');
      const { authorization, cookie, 'x-key': key } = headers;
      const carried = { url, authorization, cookie, 'x-key': key };
      const nothing = {
        url: '/x',
        authorization: undefined,
        cookie: undefined,
        'x-key': undefined,
      };
      assert.deepEqual(carried, { ...nothing, ...expected });
      assert.doesNotMatch(text, /secret-/, 'an echoed secret is redacted');
    });
  }

  it('names the variables that are missing, and sends nothing', async () => {
    const { text, isError, sent } = await call(
      { security: [['bearer', 'basic'], ['header']] },
      { env: { NAME: 'x' } },
    );
    assert.equal(isError, true);
    assert.match(text, /set TOKEN; or set KEY\./);
    assert.equal(sent.length, 0);
  });

  it('cannot use an unsupported scheme, unless a hook signs', async () => {
    const refused = await call({ security: [['odd']] });
    assert.match(refused.text, /sign requests for Digest with the beforeRequest hook/);
    const custom: Custom = {
      hooks: {
        beforeRequest: (request) => ({
          ...request,
          headers: { ...request.headers, authorization: 'signed' },
        }),
      },
    };
    const signed = await call({ security: [['odd']] }, { custom });
    assert.equal(signed.sent[0]?.headers.authorization, 'signed');
  });

  it('goes to an own server only if API_BASE_URL does not stand in for all', async () => {
    const refused = await call({ server: 'here' });
    assert.match(refused.text, /API_BASE_URL_HERE/);
    const allowed = await call(
      { server: 'here', path: '/x' },
      { env: { API_ALLOWED_ORIGINS: other.url } },
    );
    assert.equal(allowed.elsewhere.length, 1);
    const replaced = await call(
      { server: 'own', path: '/x' },
      { env: { API_BASE_URL_OWN: `${other.url}/p/` } },
    );
    assert.equal(replaced.elsewhere[0]?.url, '/p/x');
  });

  it('follows a redirect on the same origin with its credentials', async () => {
    const { sent, isError } = await call(
      { path: '/same', security: [['bearer', 'query']] },
      { env: secrets },
    );
    assert.equal(isError, false);
    assert.equal(sent[1]?.url, '/end?key=secret-key');
    assert.equal(sent[1].headers.authorization, 'Bearer secret-token');
  });

  it('follows a redirect to another origin without any credential', async () => {
    const security = [['bearer', 'query', 'header', 'cookie']];
    const { elsewhere } = await call({ path: '/away', security }, { env: secrets });
    assert.equal(elsewhere[0]?.url, '/end?kept=1');
    assert.doesNotMatch(JSON.stringify(elsewhere[0].headers), /secret-/);
  });

  it('does not send credentials again when redirected back', async () => {
    const { sent } = await call(
      { path: '/away-and-back', security: [['bearer']] },
      { env: secrets },
    );
    assert.equal(sent[1]?.url, '/end');
    assert.equal(sent[1].headers.authorization, undefined);
  });

  it('does not follow redirects for ever, of other methods, or to other schemes', async () => {
    const loop = await call({ path: '/loop' });
    assert.equal(loop.sent.length, 6);
    assert.match(loop.text, /redirected 6 times without an end/);
    assert.equal(loop.isError, true);
    const post = await call({ path: '/same', method: 'POST' });
    assert.equal(post.sent.length, 1);
    assert.equal(post.isError, true);
    assert.equal((await call({ path: '/file' })).isError, true);
  });

  const failures: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['/silent', { API_TIMEOUT_MS: '30' }, /did not answer within 30 ms/],
    ['/hang-up', {}, /did not give a whole reply: UND_ERR_SOCKET other side closed/],
    ['/busy', {}, /429 Too Many Requests\nToo many calls. Retry after 7 seconds/],
  ];
  for (const [path, env, message] of failures) {
    it(`tells of ${path}`, async () => {
      const { text, isError } = await call({ path }, { env: { API_MAX_RETRIES: '0', ...env } });
      assert.equal(isError, true);
      assert.match(text, message);
    });
  }

  it('ends when it is cancelled', async () => {
    const controller = new AbortController();
    const pending = call({ path: '/silent' }, { signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 20);
    assert.match((await pending).text, /cancelled/);
  });

  it('does not let a hook lead it to another origin, or split a header', async () => {
    const lead: Custom = {
      hooks: { beforeRequest: (request) => ({ ...request, url: `${other.url}/x` }) },
    };
    const { text, elsewhere } = await call({}, { custom: lead });
    assert.match(text, /API_ALLOWED_ORIGINS/);
    assert.equal(elsewhere.length, 0);
    const split: Custom = {
      hooks: { beforeRequest: (request) => ({ ...request, headers: { a: 'b\r\nc: d' } }) },
    };
    assert.equal((await call({}, { custom: split })).isError, true);
  });
});
