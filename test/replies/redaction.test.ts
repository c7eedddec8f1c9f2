import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Custom } from '../../templates/rooms/core/src/runtime/custom.js';
import { startReplies, type Asked, type Reply, type ReplyServer } from './reply.js';

const secret = 'hush-hush/42';
const digits = '31415926535';

const typed = (type: string, body: string | Uint8Array): Reply => ({
  headers: { 'content-type': type },
  body,
});

/** Replies that say the secret, in ways that only show it once they are read. */
const replies: readonly (readonly [string, Reply])[] = [
  ['JSON', typed('application/json', JSON.stringify({ you: `sent ${secret}` }))],
  ['JSON with escapes', typed('application/json', '{"you":"h\\u0075sh-hush\\/42"}')],
  ['a key of JSON', typed('application/json', '{"h\\u0075sh-hush/42":1}')],
  ['a number', typed('application/json', `{"you":${digits}}`)],
  ['XML', typed('application/xml', '<a>hush-hush&#x2F;42</a>')],
  ['a URL in lower case', typed('text/plain', '/x?key=hush-hush%2f42')],
  ['lines', typed('application/x-ndjson', `{"you":"h\\u0075sh-hush/42"}\nplain ${secret}`)],
  ['events', typed('text/event-stream', `data: ${secret}\n\n`)],
  ['text', typed('text/plain', secret)],
  ['text in UTF-16', typed('text/plain; charset=utf-16le', Buffer.from(secret, 'utf16le'))],
  ['HTML', typed('text/html', '<p>hush-<b>hush&#47;</b>42</p>')],
  ['bytes', typed('application/zip', `PK\x03\x04\0${secret}`)],
  [
    'the name of a file',
    {
      headers: { 'content-disposition': `attachment; filename="a-${digits}.zip"` },
      body: 'PK\x03\x04\0',
    },
  ],
  ['a header', { status: 201, headers: { location: `/x?key=${encodeURIComponent(secret)}` } }],
  ['an error', { status: 400, body: `no ${secret}` }],
  [
    'a complaint',
    {
      ...typed('application/json', JSON.stringify({ errors: [{ field: 'q', message: secret }] })),
      status: 400,
    },
  ],
  ['a redirect', { status: 302, headers: { location: `ftp://x/${secret}` } }],
  ['at the cut', typed('text/plain', 'x'.repeat(600) + secret.repeat(200))],
  ['at the cut of an error', { status: 400, body: 'x'.repeat(300) + secret.repeat(100) }],
  [
    'at the cut of JSON',
    typed('application/json', JSON.stringify(['x'.repeat(480) + secret.repeat(50)])),
  ],
];

describe('secrets in replies', () => {
  let server: ReplyServer;
  before(async () => {
    server = await startReplies();
  });
  after(() => server[Symbol.asyncDispose]());

  const asked: Asked = {
    tool: {
      outputSchema: { type: 'object' },
      request: {
        method: 'GET',
        path: '/',
        parameters: [{ in: 'query', name: 'q' }],
        security: [['key', 'number']],
      },
    },
    schemes: {
      key: { type: 'bearer', env: 'KEY' },
      number: { type: 'apiKey', in: 'header', name: 'x-number', env: 'NUMBER' },
    },
    env: { KEY: secret, NUMBER: digits, MCP_MAX_RESULT_CHARS: '1000' },
  };

  for (const [name, reply] of replies) {
    it(`are redacted in ${name}`, async () => {
      const result = await server.call(reply, asked);
      assertSafe(result);
      assert.ok(written(result).includes('redacted'));
    });

    it(`are redacted in ${name}, read as a resource`, async () => {
      const outcome: unknown = await server
        .read(reply, asked)
        .catch((error: unknown) => String(error));
      assertSafe(outcome);
    });
  }

  it('are redacted in what custom code returns', async () => {
    const custom: Custom = {
      hooks: {
        wrapTool: () => ({
          content: [
            { type: 'text', text: secret },
            { type: 'resource', resource: { uri: `x:${secret}`, text: secret } },
            { type: 'resource', resource: { uri: `x:${secret}`, blob: 'AAAA' } },
            { type: 'resource_link', uri: `x:${secret}`, name: secret, description: secret },
          ],
          structuredContent: { [secret]: [{ data: secret, blob: secret }] },
          _meta: { note: secret },
        }),
      },
    };
    assertSafe(await server.call({}, { ...asked, custom }));
    const failing: Custom = { hooks: { wrapTool: () => Promise.reject(new Error(secret)) } };
    assertSafe(await server.call({}, { ...asked, custom: failing }));
  });

  it('leave an answer with an output schema that passes it, whatever a hook returns', async () => {
    const custom: Custom = {
      hooks: { wrapTool: () => ({ content: [{ type: 'text', text: '{"a":1}' }] }) },
    };
    const result = await server.call({}, { ...asked, custom });
    assert.deepEqual(result.structuredContent, { a: 1 });
  });
});

/** Neither secret is in a value, nor is the larger part of one. */
function assertSafe(value: unknown): void {
  const all = written(value);
  for (const part of [
    secret,
    encodeURIComponent(secret),
    secret.slice(0, 8),
    digits,
    digits.slice(0, 7),
  ]) {
    assert.equal(all.includes(part), false, part);
  }
}

/** All keys and strings in a value, and what they are as base64. */
function written(value: unknown): string {
  const shown: string[] = [];
  JSON.stringify(value, (key, item: unknown) => {
    shown.push(key);
    if (typeof item === 'string') shown.push(item, Buffer.from(item, 'base64').toString('latin1'));
    return item;
  });
  return shown.join('\n');
}
