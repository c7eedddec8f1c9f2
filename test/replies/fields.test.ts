import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CallToolResult } from '@modelcontextprotocol/client';
import type { Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { connectStdio, kinds } from '../runtime/process.js';
import { replyJson, startUpstream } from '../support/upstream.js';
import { createWorkspace, repository } from '../support/workspace.js';
import { startReplies, textOf, type Reply, type ReplyServer } from './reply.js';

const json = (body: unknown): Reply => ({
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const rows = Array.from({ length: 3 }, (_, id) => ({
  ...{ id, name: `row ${id}`, owner: { login: 'x', 'e-tag': null }, tags: ['a'] },
}));
const entry = join(repository, 'test/replies/shaped-server.ts');
const long = Array.from({ length: 5_000 }, (_, id) => ({ id, name: 'x'.repeat(30) }));

const results: readonly (readonly [string, fields: string, Reply, expected: readonly string[]])[] =
  [
    ['what it picks', '[].{n: name}', json(rows), ['[{"n":"row 0"},{"n":"row 1"},{"n":"row 2"}]']],
    [
      'every digit',
      '{id: id, at: at}',
      json('{ "id": 12345678901234567890, "at": 1.10, "x": 1 }'),
      ['{"id":12345678901234567890,"at":1.10}'],
    ],
    ['a text', '[0].name', json(rows), ['"row 0"']],
    ['false and 0', '[a, b]', json({ a: false, b: 0 }), ['[false,0]']],
    ['an empty list', '[].{n: name}', json([]), ['[]']],
    [
      'a null that is there',
      'note',
      json({ note: null }),
      ['null', '[`fields` picked nothing; the reply is {note}]'],
    ],
    [
      'what is there, if it picks nothing',
      'name',
      json(rows),
      [
        'null',
        '[`fields` picked nothing: there is no `name` where it looks; the reply is array of 3: {id, name, owner: {login, e-tag}, tags: array of 1: string}]',
      ],
    ],
    [
      'what is there, if a filter leaves nothing',
      'items[?id == `7`]',
      json({ items: rows.map(({ id }) => ({ id })), total: 3 }),
      ['[]', '[`fields` picked nothing; the reply is {items: array of 3: {id}, total}]'],
    ],
    [
      'which names are not there',
      '[].{id: id, nam: nam, "a\u202e]": "a\u202e]"}',
      json([{ id: 1 }]),
      [
        '[{"id":1,"nam":null,"a\u202e]":null}]',
        '[`fields`: there is no `nam`, `a ]` where it looks; the reply is array of 1: {id}]',
      ],
    ],
    [
      'all of it, if it cannot be evaluated',
      'sort_by(@, &owner)',
      json([{ owner: {} }]),
      ['[{"owner":{}}]', '[`fields` had no effect: there is no order among object]'],
    ],
    [
      'a text that is no JSON',
      'a',
      { headers: { 'content-type': 'text/csv' }, body: 'a,b' },
      ['a,b', '[`fields` had no effect: the reply is no JSON but text/csv]'],
    ],
    [
      'lines of JSON',
      'a',
      { headers: { 'content-type': 'application/x-ndjson' }, body: '{"a":1}\n{"a":2}\n' },
      [
        '{"a":1}\n{"a":2}',
        '[`fields` had no effect: the reply is no JSON but application/x-ndjson]',
      ],
    ],
    [
      'nothing',
      'a',
      { status: 204 },
      ['204 No Content, without content', '[`fields` had no effect: the reply is empty]'],
    ],
    [
      'an image',
      'a',
      { headers: { 'content-type': 'image/png' }, body: '\x89PNG\r\n\x1a\n\0' },
      ['image', '[`fields` had no effect: the reply is no JSON but image/png]'],
    ],
  ];

describe('fields', () => {
  let replies: ReplyServer;
  before(async () => {
    replies = await startReplies();
  });
  after(() => replies[Symbol.asyncDispose]());

  for (const [name, fields, reply, expected] of results) {
    it(`gives ${name}`, async () => {
      const result = await replies.call(reply, { shape: { fields } });
      const texts = result.content.map((block) =>
        block.type === 'text' ? block.text : block.type,
      );
      assert.deepEqual(texts, expected);
      assert.equal(result.isError, undefined);
    });
  }

  it('leaves an error as it is', async () => {
    const reply = { ...json({ message: 'no such thing', id: 1 }), status: 404 };
    const plain = await replies.call(reply);
    const asked = await replies.call(reply, { shape: { fields: 'id' } });
    assert.equal(asked.isError, true);
    assert.deepEqual(asked.content.slice(0, -1), plain.content);
    assert.match(textOf(asked), /\n\[`fields` had no effect: the reply is an error\]$/);
  });

  for (const fields of ['id,name', '', 'x'.repeat(1_001), '[?a==`9007199254740993`]', 'zip(a)']) {
    it(`sends nothing for ${JSON.stringify(fields.slice(0, 30))}`, async () => {
      const sent = replies.requests.length;
      const result = await replies.call(json(rows), { shape: { fields } });
      assert.equal(result.isError, true);
      assert.match(
        textOf(result),
        /^Nothing was sent\. Correct `fields`: .* e\.g\. \[\]\.\{id: id, /,
      );
      assert.equal(replies.requests.length, sent);
    });
  }

  it('holds no secret, in whatever form it is picked', async () => {
    const env = { TEST_KEY: 'sekret-0123456789' };
    const schemes = {
      key: { type: 'apiKey', in: 'header', name: 'x-key', env: 'TEST_KEY' },
    } as const;
    const tool: Partial<Tool> = { request: { method: 'GET', path: '/', security: [['key']] } };
    const reply = json({ a: ['sekret-', '0123456789'], b: 'is sekret-0123456789' });
    for (const fields of ["join('', a)", 'b', '{a: b}', 'to_string(@)', 'c']) {
      const text = textOf(await replies.call(reply, { tool, env, schemes, shape: { fields } }));
      assert.doesNotMatch(text, /sekret-0123456789/, fields);
    }
  });

  it('is cut like any other reply, with the way to the rest', async () => {
    const tool: Partial<Tool> = {
      request: { method: 'GET', path: '/', parameters: [{ in: 'query', name: 'page' }] },
    };
    const result = await replies.call(json(long), {
      tool,
      shape: { fields: '[].{i: id, n: name}' },
    });
    const [first, second] = result.content.map((block) =>
      block.type === 'text' ? block.text : '',
    );
    const items = JSON.parse(first ?? '') as readonly unknown[];
    assert.ok(`${first}${second}`.length <= 48_000);
    assert.deepEqual(items[0], { i: 0, n: 'x'.repeat(30) });
    assert.equal(
      second,
      `[shortened: the reply holds 5,000 entries, the first ${items.length.toLocaleString('en-US')} are shown; ask for more with the argument \`page\`]`,
    );
  });

  it('is named as the way to less', async () => {
    const shape = { fields: 'fields_reply' };
    const result = await replies.call(json({ a: 'x'.repeat(60_000) }), { tool: { shape } });
    assert.match(textOf(result), /; ask for less with the argument `fields_reply`\]$/);
  });

  it('stays beside the advice for the next page', async () => {
    const headers = { 'content-type': 'application/json', link: '</?page=2>; rel="next"' };
    const parameters = [{ in: 'query', name: 'page' }] as const;
    const tool: Partial<Tool> = { request: { method: 'GET', path: '/', parameters } };
    const reply = { headers, body: JSON.stringify(rows) };
    const result = await replies.call(reply, { tool, shape: { fields: '[].x' } });
    const [, second] = result.content.map((block) => (block.type === 'text' ? block.text : ''));
    assert.match(
      second ?? '',
      /^\[`fields` picked nothing: .*\]\n\[there is a next page: call again with \{"page":"2"\}\]$/,
    );
  });

  it('is the shape before what the arguments say', async () => {
    const tool: Partial<Tool> = { shape: { fields: 'f' } };
    const args = { f: 'a' };
    assert.equal(textOf(await replies.call(json({ a: 1, b: 2 }), { tool, args })), '1');
    const both = await replies.call(json({ a: 1, b: 2 }), { tool, args, shape: { fields: 'b' } });
    assert.equal(textOf(both), '2');
  });
});

/** Whether the servers that wrote what they ran into a folder have loaded the JMESPath library. */
async function ranJmespath(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  assert.ok(names.length > 0);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  assert.ok(files.some((text) => text.includes('tool-calls')));
  return files.some((text) => text.includes('@jmespath-community'));
}

describe('a tool with arguments for the shape of its reply', () => {
  for (const [fields, isLoaded] of [
    [{}, false],
    [{ table: true }, false],
    [{ fields_reply: '[0].id' }, true],
  ] as const) {
    it(`loads JMESPath ${isLoaded ? 'at its first use' : 'never'}: ${JSON.stringify(fields)}`, async () => {
      await using upstream = await startUpstream((_, response) => {
        replyJson(response, long.slice(0, 3));
      });
      await using workspace = await createWorkspace();
      const env = {
        ...{ API_BASE_URL: upstream.url, NODE_OPTIONS: '--import tsx' },
        NODE_V8_COVERAGE: workspace.directory,
      };
      {
        await using client = await connectStdio('v2 of 2026', entry, env);
        await client.callTool({ name: 'shaped', arguments: { ...fields } });
      }
      assert.equal(await ranJmespath(workspace.directory), isLoaded);
    });
  }

  for (const kind of kinds) {
    it(`is called by a ${kind} client`, async () => {
      await using upstream = await startUpstream((_, response) => {
        replyJson(response, long.slice(0, 100));
      });
      const env = { API_BASE_URL: upstream.url, NODE_OPTIONS: '--import tsx' };
      await using client = await connectStdio(kind, entry, env);
      const call = async (name: string, args: Readonly<Record<string, unknown>>) => {
        const result = (await client.callTool({ name, arguments: { ...args } })) as CallToolResult;
        const [first] = result.content;
        return { ...result, text: first?.type === 'text' ? first.text : '' };
      };
      const { tools } = await client.listTools();
      assert.equal(JSON.stringify(tools).includes('returns'), false);
      assert.equal(JSON.stringify(tools).includes('shape"'), false);

      const picked = await call('shaped', { fields: 'all', fields_reply: '[:2].id' });
      assert.equal(picked.text, '[0,1]');
      const table = await call('shaped', { fields_reply: '[:2]', table: true });
      assert.equal(table.text, `id\tname\n0\t${'x'.repeat(30)}\n1\t${'x'.repeat(30)}`);
      const wrong = await call('shaped', { fields_reply: 'a,b' });
      assert.equal(wrong.isError, true);
      assert.match(wrong.text, /Correct `fields_reply`: it goes wrong at character 2, at ",b"/);
      // Clients check the structured content against the output schema.
      const whole = await call('structured', { fields_reply: '[:1].{id: id}' });
      assert.deepEqual(whole.structuredContent, { result: [{ id: 0 }] });
      const other = await call('structured', { fields_reply: '[:1].id' });
      assert.deepEqual(other.structuredContent, { reply: '[0]' });
      const lines = await call('structured', { table: true });
      assert.deepEqual(lines.structuredContent, { reply: lines.text });

      assert.deepEqual(
        upstream.requests.map(({ url }) => url),
        ['/shaped?fields=all', ...Array.from({ length: 4 }, () => '/shaped')],
      );
    });
  }
});
