import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { tool } from '../runtime/tool.js';
import { startReplies, textOf, type Asked, type Reply, type ReplyServer } from './reply.js';

const advice: readonly (readonly [string, Reply, Asked['tool'], RegExp])[] = [
  [
    '301',
    { status: 301, headers: { location: '/x' } },
    post(),
    /redirects to \/x, which was not followed/,
  ],
  ['304', { status: 304 }, {}, /304 Not Modified\nNothing has changed/],
  ['400', { status: 400, body: 'no' }, {}, /400 Bad Request: no\nCorrect the arguments/],
  ['404', { status: 404 }, {}, /404 Not Found\nCheck the identifiers/],
  [
    '405',
    { status: 405, headers: { allow: 'GET, HEAD' } },
    post(),
    /does not take POST here, only GET, HEAD\./,
  ],
  [
    '406',
    { status: 406 },
    { request: { method: 'GET', path: '/', accept: 'text/csv' } },
    /cannot answer with text\/csv/,
  ],
  ['409', { status: 409 }, {}, /in conflict/],
  ['413', { status: 413 }, {}, /too large/],
  [
    '415',
    { status: 415, headers: { 'accept-post': 'text/csv' } },
    post(),
    /does not take application\/json here, only text\/csv\./,
  ],
  [
    '429',
    { status: 429, headers: { 'retry-after': '7' } },
    post(),
    /Too many calls. Retry after 7 seconds: no further try was made\.$/,
  ],
  [
    '429 with a time that is none',
    { status: 429, headers: { 'retry-after': 'soon' } },
    post(),
    /Too many calls. Wait before the next one\.$/,
  ],
  [
    '403 that is one call too many',
    { status: 403, headers: { 'x-ratelimit-remaining': '0' } },
    {},
    /Too many calls. Wait before the next one\.$/,
  ],
  [
    '403 with a time',
    { status: 403, headers: { 'retry-after': '1' } },
    {},
    /Too many calls. Retry after 1 second: no further try was made\.$/,
  ],
  ['408', { status: 408 }, post(), /was not ready for this call\. Try again\.$/],
  ['429 without a time', { status: 429 }, post(), /Wait before the next one/],
  [
    '503 with a date',
    { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2065 07:28:00 GMT' } },
    post(),
    /not available. Retry after \d{9,10} seconds: no further try was made\.$/,
  ],
  [
    '500',
    { status: 500, body: 'x' },
    post(),
    /500 Internal Server Error: x\nThe API failed. The call may have had an effect/,
  ],
  [
    '500 of a read',
    { status: 500, headers: { 'retry-after': '3' } },
    {},
    /The API failed. It may do better later. Retry after 3 seconds: no further try was made\.$/,
  ],
  ['501', { status: 501 }, post(), /The API does not offer this\. Do not retry\.$/],
  ['a status without a name', { status: 499 }, {}, /answered 499\nCorrect/],
  [
    'HTML',
    page('<h1>Bad  Gateway</h1><script>x()</script>'),
    post(),
    /502 Bad Gateway: Bad Gateway\nThe API failed/,
  ],
  [
    'bytes',
    { status: 400, body: Buffer.from([0, 1, 2]) },
    {},
    /: application\/octet-stream of 3 bytes\n/,
  ],
  ['401 of a public operation', { status: 401 }, {}, /although its description asks for none here/],
];

function post(): Partial<Tool> {
  const body = { contentType: 'application/json', properties: [], required: true } as const;
  const annotations = { ...tool({}).annotations, readOnlyHint: false, idempotentHint: false };
  return { annotations, request: { method: 'POST', path: '/', body } };
}

function page(body: string): Reply {
  return { status: 502, headers: { 'content-type': 'text/html' }, body };
}

describe('the result of a failure', () => {
  let replies: ReplyServer;
  before(async () => {
    replies = await startReplies();
  });
  after(() => replies[Symbol.asyncDispose]());

  for (const [name, reply, tool, expected] of advice) {
    it(`says what to do after ${name}`, async () => {
      const result = await replies.call(reply, {
        ...(tool && { tool }),
        env: { API_MAX_RETRIES: '0' },
      });
      assert.equal(result.isError, true);
      assert.match(textOf(result), expected);
    });
  }

  it('says how long to wait for what is not waited for, and that it was not tried again', async () => {
    const reply = { status: 429, headers: { 'retry-after': '7200' } };
    const result = await replies.call(reply, { env: { API_MAX_RETRIES: '5' } });
    assert.match(textOf(result), /Retry after 7200 seconds: no further try was made\.$/);
  });

  it('names the variables of the credentials that are refused', async () => {
    const asked: Asked = {
      tool: { request: { method: 'POST', path: '/', security: [['bearer', 'basic'], ['other']] } },
      schemes: {
        bearer: { type: 'bearer', env: 'TOKEN' },
        basic: { type: 'basic', usernameEnv: 'NAME', passwordEnv: 'PASSWORD' },
        other: { type: 'bearer', env: 'OTHER' },
        unused: { type: 'bearer', env: 'UNUSED' },
      },
      env: { OTHER: 'the-token' },
    };
    const headers = {
      'www-authenticate':
        'Bearer realm="x", error="invalid_token", error_description="the-token has expired", scope="pets:read"',
    };
    const unauthorized = textOf(await replies.call({ status: 401, headers }, asked));
    assert.match(
      unauthorized,
      /does not accept this server's credentials \(from TOKEN, NAME, PASSWORD, OTHER\)\..* It says: \[redacted\] has expired\. It wants the scope pets:read\./,
    );
    assert.match(
      textOf(await replies.call({ status: 403 }, asked)),
      /credentials \(from TOKEN, NAME, PASSWORD, OTHER\) do not allow this/,
    );
  });

  it('is at most 8,000 characters, and JSON is not cut in the middle', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({ index, message: 'wrong' }));
    const headers = { 'content-type': 'application/json' };
    const reply = { status: 422, headers, body: JSON.stringify({ rows }) };
    const [first = '', ...rest] = textOf(await replies.call(reply, { tool: post() })).split('\n');
    assert.ok([first, ...rest].join('\n').length <= 8_000);
    assert.doesNotThrow(() => JSON.parse(first.slice(first.indexOf('{'))) as unknown);
    assert.match(
      rest[0] ?? '',
      /^\[shortened: \/rows holds 5,000 entries, the first \d+ are shown/,
    );
    assert.equal(rest[1], 'Correct the arguments by what the API says.');
  });

  it('of text is at most 8,000 characters', async () => {
    const text = textOf(
      await replies.call({ status: 400, body: 'é'.repeat(20_000) }, { tool: post() }),
    );
    assert.ok(text.length > 7_000 && text.length <= 8_000);
    assert.match(text, /\[cut: bytes 0-[\d,]+ of 40,000 are shown/);
    const short = await replies.call(
      { status: 400, body: 'é'.repeat(20_000) },
      { tool: { ...post(), maxResultChars: 1_000 } },
    );
    assert.ok(textOf(short).length <= 1_000);
  });
});
