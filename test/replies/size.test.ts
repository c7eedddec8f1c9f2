import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Parameter, Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { startReplies, textOf, type ReplyServer } from './reply.js';

const query = (...names: readonly string[]): readonly Parameter[] =>
  names.map((name) => ({ in: 'query', name }));
const withParameters = (parameters: readonly Parameter[]): Partial<Tool> => ({
  request: { method: 'GET', path: '/', parameters },
});
const rows = Array.from({ length: 1_000 }, (_, id) => ({ id, name: 'x'.repeat(100) }));
const typed = (type: string, body: string | Uint8Array) => ({
  headers: { 'content-type': type },
  body,
});
const json = (value: unknown) => typed('application/json', JSON.stringify(value));

describe('the size of a result', () => {
  let replies: ReplyServer;
  before(async () => {
    replies = await startReplies();
  });
  after(() => replies[Symbol.asyncDispose]());

  it('is 48,000 characters, of which the first block is JSON', async () => {
    const tool = withParameters([
      ...query('page', 'per_page', 'owner'),
      { in: 'query', name: 'page[size]', argument: 'page_size' },
      { in: 'header', name: 'limit' },
    ]);
    const { content } = await replies.call(json({ total: 1_000, items: rows }), { tool });
    const [first, second] = content.map((block) => (block.type === 'text' ? block.text : ''));
    assert.equal(content.length, 2);
    assert.ok(`${first}${second}`.length <= 48_000);
    const { total, items } = JSON.parse(first ?? '') as {
      total: number;
      items: readonly unknown[];
    };
    assert.equal(total, 1_000);
    assert.deepEqual(items, rows.slice(0, items.length));
    assert.ok(items.length > 350);
    assert.equal(
      second,
      `[shortened: /items holds 1,000 entries, the first ${items.length} are shown; ask for more with the arguments \`page\`, \`per_page\`, \`page_size\`]`,
    );
  });

  const ways: readonly (readonly [string, readonly Parameter[], RegExp])[] = [
    [
      'OData',
      [{ in: 'query', name: '$top', argument: 'top' }, ...query('$skip')],
      /more with the arguments `top`, `\$skip`\]$/,
    ],
    [
      'cursors',
      query('pageToken', 'max_results'),
      /more with the arguments `pageToken`, `max_results`\]$/,
    ],
    ['one argument', query('limit'), /more with the argument `limit`\]$/],
    [
      'fields',
      query('fields', 'filter[name]', 'q', 'owner'),
      /less with the arguments `fields`, `filter\[name\]`, `q`\]$/,
    ],
    ['none', query('owner'), /; this operation cannot give less\]$/],
  ];
  for (const [name, parameters, expected] of ways) {
    it(`says how to get the rest: ${name}`, async () => {
      const result = await replies.call(json(rows), { tool: withParameters(parameters) });
      assert.match(textOf(result), expected);
      assert.match(
        textOf(result),
        /\[shortened: the reply holds 1,000 entries, the first \d+ are shown; /,
      );
    });
  }

  it('of a reply that just fits is that of the reply', async () => {
    const body = JSON.stringify('x'.repeat(998));
    const env = { MCP_MAX_RESULT_CHARS: '1000' };
    const result = await replies.call(typed('application/json', body), { env });
    assert.deepEqual(result.content, [{ type: 'text', text: body }]);
    const longer = await replies.call(json('x'.repeat(999)), { env });
    assert.equal(longer.content.length, 2);
    assert.match(textOf(longer), /the reply holds 999 characters, the first \d+ are shown/);
  });

  it('is the tool’s own if it has one', async () => {
    const own = await replies.call(json(rows), { tool: { maxResultChars: 2_000 } });
    assert.ok(textOf(own).length <= 2_000);
    const larger = await replies.call(json(rows), { tool: { maxResultChars: 300_000 } });
    assert.equal(textOf(larger), JSON.stringify(rows));
  });

  it('of text is cut at a character, with the range of bytes', async () => {
    const env = { MCP_MAX_RESULT_CHARS: '1000' };
    const result = await replies.call(typed('text/plain', `x${'😀'.repeat(1_000)}`), { env });
    const [first, second] = result.content;
    assert.ok(first?.type === 'text' && second?.type === 'text');
    assert.doesNotMatch(first.text, /\p{Surrogate}/u);
    assert.ok(first.text.length + second.text.length <= 1_000);
    const last = Buffer.byteLength(first.text) - 1;
    assert.equal(
      second.text,
      `[cut: bytes 0-${String(last).replace(/(?=\d{3}$)/, last > 999 ? ',' : '')} of 4,001 are shown; this operation cannot give less]`,
    );
  });

  it('of lines is cut after a line', async () => {
    const env = { MCP_MAX_RESULT_CHARS: '1000' };
    const body = Array.from({ length: 500 }, (_, id) => JSON.stringify({ id })).join('\n');
    const result = await replies.call(typed('application/x-ndjson', body), { env });
    const [first] = result.content;
    assert.ok(first?.type === 'text');
    assert.ok(body.startsWith(`${first.text}\n`));
    const one = await replies.call(typed('application/x-ndjson', JSON.stringify({ rows })), {
      env,
    });
    assert.match(textOf(one), /^\{"rows":\[\{.*\}\]\}\n\[cut: /);
  });

  it('of an image is not limited', async () => {
    const env = { MCP_MAX_RESULT_CHARS: '1000' };
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5_000)]);
    const { content } = await replies.call(typed('image/png', png), { env });
    assert.deepEqual(content, [
      { type: 'image', mimeType: 'image/png', data: png.toString('base64') },
    ]);
  });

  describe('beyond what is read from the API', () => {
    const env = { MCP_MAX_UPSTREAM_BYTES: '10000' };

    it('is an error for JSON, that says how to ask for less', async () => {
      const result = await replies.call(json(rows), { env, tool: withParameters(query('limit')) });
      assert.equal(result.isError, true);
      assert.match(
        textOf(result),
        /JSON of more than 10,?000 bytes.*MCP_MAX_UPSTREAM_BYTES.*with the argument `limit`\.$/,
      );
      const untyped = await replies.call({ body: JSON.stringify(rows) }, { env });
      assert.equal(untyped.isError, true);
    });

    it('is an error for bytes', async () => {
      for (const type of ['image/png', 'application/zip']) {
        const result = await replies.call(typed(type, Buffer.alloc(20_000)), { env });
        assert.equal(result.isError, true);
        assert.match(textOf(result), new RegExp(`${type} of more than 10,?000 bytes`));
      }
    });

    it('is the beginning of a text, a whole character at its end', async () => {
      const result = await replies.call(typed('text/plain', `x${'é'.repeat(20_000)}`), { env });
      assert.equal(result.isError, undefined);
      assert.match(
        textOf(result),
        /^xé{4999}\n\[cut: bytes 0-9,998 of more than 9,999 are shown; /,
      );
    });

    it('is the first whole lines or events', async () => {
      const lines = Array.from({ length: 5_000 }, (_, id) => `{ "id": ${id} }`);
      const result = await replies.call(typed('application/x-ndjson', lines.join('\n')), { env });
      const [first] = result.content;
      assert.ok(first?.type === 'text');
      const shown = first.text.split('\n');
      assert.deepEqual(
        shown,
        lines.slice(0, shown.length).map((line) => line.replaceAll(' ', '')),
      );
      const events = lines.map((line) => `data: ${line}\n\n`).join('');
      const streamed = await replies.call(typed('text/event-stream', events), { env });
      assert.match(textOf(streamed), /^\{"id":0\}\n\{"id":1\}\n[^]*\}\n\[cut: /);
    });
  });
});
