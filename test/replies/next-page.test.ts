import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { startReplies, type Asked, type ReplyServer } from './reply.js';

const list: Partial<Tool> = {
  inputSchema: {
    type: 'object',
    properties: {
      page: { type: 'integer' },
      size: { type: ['integer', 'string'] },
      cursor: { type: 'string' },
      q_query: { type: 'array', items: { type: 'string' } },
      id: { type: 'string' },
    },
  },
  request: {
    method: 'GET',
    path: '/',
    parameters: [
      { in: 'query', name: 'page' },
      { in: 'query', name: 'per_page', argument: 'size' },
      { in: 'query', name: 'cursor' },
      { in: 'query', name: 'q', argument: 'q_query', explode: false },
      { in: 'header', name: 'id' },
    ],
  },
};

interface Case {
  readonly headers: Readonly<Record<string, string>>;
  readonly args?: Asked['args'];
  /** What is said of the next page; absent if there is nothing to say. */
  readonly said?: string;
}

const link = (query: string, relation = 'rel="next"') =>
  `<https://api.test/x?${query}>; ${relation}`;

const cases: Readonly<Record<string, Case>> = {
  'a link': { headers: { link: link('page=2') }, said: 'call again with {"page":2}' },
  'a link among others': {
    headers: {
      link: `${link('page=1', 'rel=prev')}, ${link('page=3')}, ${link('page=9', 'rel="last"')}`,
    },
    args: { page: 2 },
    said: 'call again with {"page":3}',
  },
  'a relative link with several relations': {
    headers: { link: '</x?cursor=a%20b>; title="n, m"; REL="last Next"' },
    said: 'call again with {"cursor":"a b"}',
  },
  'a link that repeats what was given': {
    headers: { link: link('page=2&per_page=30&q=a,b&sort=x') },
    args: { size: 30, q_query: ['a', 'b'] },
    said: 'call again with {"page":2}',
  },
  'a link with digits for a text': {
    headers: { link: link('cursor=0012&per_page=50') },
    said: 'call again with {"size":50,"cursor":"0012"}',
  },
  'a link and a total': {
    headers: { link: link('page=2'), 'x-total-count': '57' },
    said: 'call again with {"page":2}; 57 in all',
  },
  'a header': {
    headers: { 'x-next-page': '2', 'x-total': '57' },
    said: 'x-next-page: 2; 57 in all',
  },
  'a link that shows a secret': {
    headers: { link: link('cursor=hush-hush%252F42&key=hush-hush%2F42') },
    said: 'call again with {"cursor":"[redacted]"}',
  },
  'a link that is not to the next page': { headers: { link: link('page=9', 'rel=last') } },
  'a link with arguments that the operation lacks': { headers: { link: link('other=2&id=1') } },
  'a link with an argument that is given twice': { headers: { link: link('page=2&page=3') } },
  'a link to where it is': { headers: { link: link('page=2') }, args: { page: 2 } },
  'a link that is none': { headers: { link: '<http://[>; rel=next, next' } },
  'a link that is too long': { headers: { link: link(`cursor=${'x'.repeat(600)}`) } },
  'an empty header': { headers: { 'x-next-page': '', 'x-total': '57' } },
  'a total alone': { headers: { 'x-total-count': '57' } },
};

describe('the next page of a list', () => {
  let replies: ReplyServer;
  before(async () => {
    replies = await startReplies();
  });
  after(() => replies[Symbol.asyncDispose]());

  const schemes = { key: { type: 'bearer', env: 'KEY' } } as const;
  const env = { KEY: 'hush-hush/42', MCP_MAX_RESULT_CHARS: '1000' };
  const texts = async (headers: Case['headers'], asked: Asked, body = '[1, 2]') => {
    const { content } = await replies.call(
      { headers, body },
      { tool: list, schemes, env, ...asked },
    );
    return content.map((block) => (block.type === 'text' ? block.text : block.type));
  };

  for (const [name, { headers, args = {}, said }] of Object.entries(cases)) {
    it(`by ${name}: ${said ?? 'nothing'}`, async () => {
      const remark = said === undefined ? [] : [`[there is a next page: ${said}]`];
      assert.deepEqual(await texts(headers, { args }), ['[1,2]', ...remark]);
    });
  }

  it('comes after what is missing of this one', async () => {
    const body = JSON.stringify(Array.from({ length: 1_000 }, (_, index) => index));
    const [, ...remarks] = await texts({ link: link('page=2') }, {}, body);
    assert.equal(remarks.length, 1);
    assert.match(remarks[0] ?? '', /^\[shortened: /);
  });

  it('is within what a result may have', async () => {
    const body = JSON.stringify('x'.repeat(990));
    const [first = '', ...rest] = await texts({ link: link('page=2') }, {}, body);
    assert.ok([first, ...rest].join('').length <= 1_000);
  });

  it('is no part of structured content', async () => {
    const tool: Partial<Tool> = { ...list, outputSchema: { type: 'object' } };
    const headers = { link: link('page=2') };
    const { content, structuredContent } = await replies.call({ headers, body: '[1]' }, { tool });
    assert.deepEqual(structuredContent, { result: [1] });
    assert.equal(content.length, 2);
  });
});
