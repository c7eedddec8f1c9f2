import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replyJson, startUpstream } from '../support/upstream.js';
import { makeCall } from './wire.js';

/** OpenAPI 3.1, section 4.8.15: `headers` of an encoding object. */
test('the headers of a part are sent with each item, and with files', async () => {
  await using upstream = await startUpstream((_, response) => {
    replyJson(response, {});
  });
  const headers = { 'X-Kind': 'plain; v=1' };
  const encoding = { a: { contentType: 'text/csv', headers }, file: { headers } };
  const sent = await makeCall(upstream, {
    request: {
      method: 'POST',
      body: { contentType: 'multipart/form-data', encoding, properties: ['a', 'b', 'file'] },
    },
    properties: { a: { type: 'array' }, b: {}, file: { type: 'object', format: 'binary' } },
    args: { a: ['x', 'y'], b: 'z', file: { data: 'eA==' } },
  });
  const body = typeof sent === 'string' ? sent : sent.body;
  assert.deepEqual(body.match(/(?<=; name=)"\w+"|X-Kind: .*(?=\r\n\r\n)/g), [
    ...['"a"', 'X-Kind: plain; v=1', '"a"', 'X-Kind: plain; v=1', '"b"'],
    ...['"file"', 'X-Kind: plain; v=1'],
  ]);
  assert.match(body, /Content-Type: text\/csv\r\nX-Kind: plain; v=1\r\n\r\nx\r\n/);
});
