import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createResources } from '../../templates/rooms/core/src/runtime/resources.js';
import { createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createServices } from '../../templates/rooms/core/src/runtime/services.js';
import type { ServerDefinition, Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { exchange } from '../../templates/rooms/core/src/runtime/upstream/exchange.js';
import { testCall } from '../support/call.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { tool } from '../runtime/tool.js';

const token = 'a"b/c+d\\e-secret-token';

/** Every form in which the API sends the token back, by path. */
const echoes: Readonly<Record<string, readonly [type: string, body: string | Uint8Array]>> = {
  '/plain': ['text/plain', token],
  '/json': ['application/json', JSON.stringify({ token })],
  '/php': ['application/json', JSON.stringify({ token }).replaceAll('/', '\\/')],
  '/url': ['text/plain', encodeURIComponent(token)],
  '/utf-16': ['text/plain; charset=utf-16le', Buffer.from(token, 'utf16le')],
  '/bytes': ['application/octet-stream', `\0\u0001${token}`],
  '/image': ['image/png', `\0\u0001${token}`],
  '/cut': ['text/plain', 'x'.repeat(990) + token],
};

/** Bodies that are not what they seem, and what the model gets. */
const odd: Readonly<
  Record<string, readonly [Record<string, string>, string | Uint8Array, RegExp]>
> = {
  '/not-json': [{ 'content-type': 'application/json' }, '{"a": ', /^\{"a": $/],
  '/not-utf-8': [{ 'content-type': 'application/json' }, Uint8Array.of(0x22, 0xff), /^"ÿ$/],
  '/deep': [{ 'content-type': 'application/json' }, '['.repeat(400_000), /^\[{800}$/],
  '/bomb': [
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    gzipSync(Buffer.alloc(50_000_000)),
    /^The API's answer is JSON of more than 1000000 bytes/,
  ],
  '/type': [{ 'content-type': '<script>/"; charset="../../x' }, 'text', /^text$/],
};

describe('a hostile API', () => {
  let api: Upstream;

  before(async () => {
    api = await startUpstream(({ url }, response) => {
      const [type = 'text/plain', body = 'fine'] = echoes[url] ?? [];
      const [headers, content] = odd[url] ?? [];
      if (url === '/endless') {
        const write = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
        };
        response.writeHead(200, { 'content-type': 'text/plain' }).on('drain', write);
        write();
      } else if (url === '/location') {
        response.writeHead(201, { location: `/x?token=${encodeURIComponent(token)}` }).end();
      } else response.writeHead(200, headers ?? { 'content-type': type }).end(content ?? body);
    });
  });
  after(() => api[Symbol.asyncDispose]());

  function serve(made: Tool, resources?: ServerDefinition['resources']) {
    const definition: ServerDefinition = {
      ...{ name: 'test', title: 'Test', version: '1', servers: {}, prompts: [] },
      securitySchemes: { bearer: { type: 'bearer', env: 'TOKEN' } },
      groups: [{ tools: [made.name], load: () => Promise.resolve({ tools: [made] }) }],
      ...(resources && { resources }),
    };
    return createServices(
      createRuntime(
        definition,
        {},
        {
          ...{ API_BASE_URL: api.url, LOG_LEVEL: 'silent', TOKEN: token },
          ...{ MCP_MAX_RESULT_CHARS: '1000', MCP_MAX_UPSTREAM_BYTES: '1000000' },
        },
      ),
    );
  }

  const call = (path: string) =>
    serve(tool({ path, security: [['bearer']] })).tools.call('test_tool', {}, testCall());

  for (const path of [...Object.keys(echoes), '/location']) {
    it(`does not show a model the credential that it echoes at ${path}`, async () => {
      const shown = JSON.stringify(await call(path));
      const decoded = shown.replace(/"(?:data|blob)":"([^"]*)"/g, (_, base64: string) =>
        Buffer.from(base64, 'base64').toString(),
      );
      assert.doesNotMatch(decoded, /secret|a\\*"b/);
      assert.match(decoded, path === '/cut' ? /\[redac/ : /\[redacted\]/);
    });
  }

  for (const [path, [, , expected]] of Object.entries(odd)) {
    it(`is survived at ${path}`, async () => {
      const [block] = (await call(path)).content;
      assert.match(block?.type === 'text' ? block.text : '', expected);
    });
  }

  it('is not read for ever', async () => {
    const { content } = await call('/endless');
    assert.match(JSON.stringify(content), /bytes 0-799 of more than 1,000,000 are shown/);
  });

  it('cannot lead from https to http, as to the address of a cloud’s metadata', async () => {
    const sent: string[] = [];
    const reply = { status: 302, headers: { location: 'http://169.254.169.254/' } };
    const send = (request: { readonly url: string }) => {
      sent.push(request.url);
      return Promise.resolve({ ...reply, body: new Uint8Array() });
    };
    const response = await exchange(
      { method: 'GET', url: 'https://api.test/x', headers: {} },
      { origin: 'https://api.test', secretParameters: () => [], toApi: send, elsewhere: send },
    );
    assert.equal(response.status, 302);
    assert.deepEqual(sent, ['https://api.test/x']);
  });

  const uris: readonly (readonly [uri: string, sent: string | undefined])[] = [
    ['test://api/things/7/parts/8', '/things/7/parts/8'],
    ['test://api/things/a%2F..%2Fb/parts/8', '/things/a%2F..%2Fb/parts/8'],
    ['test://api/things/%252e%252e/parts/8', '/things/%252e%252e/parts/8'],
    ['test://api/things/%40evil.test/parts/8', '/things/%40evil.test/parts/8'],
    ['test://api/things/%00/parts/8?q=%0d%0aX:1', '/things/%00/parts/8?q=%0D%0AX%3A1'],
    ['test://api/things/../parts/8', undefined],
    ['test://api/things/%2e%2e/parts/8', undefined],
    ['test://api/things/%2E./parts/8', undefined],
    ['test://api/things//parts/8', undefined],
    ['test://api/things/7/parts/8?q=1&q=2', undefined],
    ['test://api/things/7/parts/8?q=1&token=2', undefined],
    ['test://evil.test/things/7/parts/8', undefined],
    ['test://api@evil.test/things/7/parts/8', undefined],
    ['file:///etc/passwd', undefined],
  ];
  for (const [uri, expected] of uris) {
    it(`is asked for ${expected ?? 'nothing'} by ${uri}`, async () => {
      const text = { type: 'string' } as const;
      const made = tool(
        {
          path: '/things/{id}/parts/{part}',
          parameters: [
            { in: 'path', name: 'id' },
            { in: 'path', name: 'part' },
            { in: 'query', name: 'q' },
          ],
        },
        {
          type: 'object',
          properties: { id: text, part: text, q: text },
          additionalProperties: false,
        },
      );
      const entry = { uri: 'test://api/things/{id}/parts/{part}{?q}', name: 'x', tool: made.name };
      const services = serve(made, () => Promise.resolve({ resources: [entry] }));
      const seen = api.requests.length;
      const reading = createResources(services).read(uri, testCall());
      if (expected === undefined) await assert.rejects(reading);
      else await reading;
      assert.deepEqual(
        api.requests.slice(seen).map(({ url }) => url),
        expected === undefined ? [] : [expected],
      );
    });
  }
});
