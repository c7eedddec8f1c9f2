import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connectStdio, kinds } from '../runtime/process.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { repository } from '../support/workspace.js';

const deep = '['.repeat(3_000) + ']'.repeat(3_000);
const rows = Array.from({ length: 20_000 }, (_, index) => ({ name: `row ${index}` }));

/** What the API replies to a tool, and what its structured content is. */
const replies: Readonly<Record<string, readonly [type: string, body: string, expected: unknown]>> =
  {
    object: [
      'application/json',
      '{ "id": 12345678901234567890, "tags": [{ "parent": { } }], "pi": 3.14, "n": -7, "s": "9007199254740993" }',
      {
        id: '12345678901234567890',
        tags: [{ parent: {} }],
        pi: 3.14,
        n: -7,
        s: '9007199254740993',
      },
    ],
    list: [
      'application/json',
      '[ 1, 9007199254740993, 1e999 ]',
      { result: [1, '9007199254740993', '1e999'] },
    ],
    strict: ['application/json', '{"a":"text"}', {}],
    lying: [
      'application/json',
      '{"id":{"is":"an object"}}',
      { reply: '{"id":{"is":"an object"}}' },
    ],
    dated: ['application/json', '{"at":"yesterday"}', { reply: '{"at":"yesterday"}' }],
    text: ['text/plain', 'only text', { reply: 'only text' }],
    nothing: ['text/plain', '', { reply: '200 OK, without content' }],
    image: ['image/png', '\x89PNG\r\n\x1a\n\0', { reply: '' }],
    deep: ['application/json', deep, { reply: deep }],
  };

describe('structured content', () => {
  let upstream: Upstream;
  let env: Readonly<Record<string, string>>;

  before(async () => {
    upstream = await startUpstream(({ url }, response) => {
      const name = url.slice(1);
      const [type, body] =
        name === 'long' || name === 'short'
          ? ['application/json', JSON.stringify({ tags: rows })]
          : (replies[name] ?? ['text/plain', 'no']);
      response.writeHead(name === 'failing' ? 400 : 200, { 'content-type': type });
      response.end(Buffer.from(body, 'latin1'));
    });
    env = { API_BASE_URL: upstream.url, NODE_OPTIONS: '--import tsx' };
  });
  after(() => upstream[Symbol.asyncDispose]());

  for (const kind of kinds) {
    it(`passes the checks of a ${kind} client, whatever the API replies`, async () => {
      const entry = join(repository, 'test/replies/structured-server.ts');
      await using client = await connectStdio(kind, entry, env);
      // The clients check results against the schemas that they have seen in a list.
      const { tools } = await client.listTools();
      assert.ok(tools.every(({ outputSchema }) => outputSchema?.type === 'object'));
      for (const [name, [, , expected]] of Object.entries(replies)) {
        const result = await client.callTool({ name });
        assert.deepEqual(result.structuredContent, expected, name);
        assert.notEqual(result.isError, true, name);
      }

      const long = tools.find(({ name }) => name === 'long');
      assert.deepEqual(long?._meta, { 'anthropic/maxResultSizeChars': 500_000 });
      const whole = await client.callTool({ name: 'long' });
      assert.deepEqual(whole.structuredContent, { tags: rows });

      const short = await client.callTool({ name: 'short' });
      const { tags } = short.structuredContent as { readonly tags: readonly unknown[] };
      assert.ok(tags.length > 100 && tags.length < rows.length);
      assert.deepEqual(tags, rows.slice(0, tags.length));

      const failed = await client.callTool({ name: 'failing' });
      assert.equal(failed.isError, true);
      assert.equal(failed.structuredContent, undefined);
    });
  }
});
