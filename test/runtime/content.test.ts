import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compactJson, readContent } from '../../templates/rooms/core/src/runtime/content.js';

describe('compact JSON', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{ "a" : [ 1 , 2 ] }\n', '{"a":[1,2]}'],
    ['{"a b": "c  \\" d\\\\" , "e": "\\\\" }', '{"a b":"c  \\" d\\\\","e":"\\\\"}'],
    [' [ 12345678901234567890, 1.10, 1E5 ] ', '[12345678901234567890,1.10,1E5]'],
    ['{ not: json }', '{ not: json }'],
    ['', ''],
  ];
  for (const [text, expected] of cases) {
    it(`of ${JSON.stringify(text)}`, () => {
      assert.equal(compactJson(text), expected);
    });
  }

  it('of a long string does not exhaust the stack', () => {
    const text = JSON.stringify('\\"x '.repeat(500_000));
    assert.equal(compactJson(text), text);
  });
});

describe('content', () => {
  const bytes = (...values: readonly number[]) => Uint8Array.from(values);
  const plain = (text: string): string => text;
  const cases: readonly (readonly [string | undefined, Uint8Array, string, string])[] = [
    ['application/json; charset=utf-8', Buffer.from('[ 1 ]'), 'application/json', '[1]'],
    ['application/problem+json', Buffer.from('{ }'), 'application/problem+json', '{}'],
    ['text/plain; charset="iso-8859-1"', bytes(0xe9), 'text/plain', 'é'],
    ['text/plain; charset=nonsense', Buffer.from('é'), 'text/plain', 'é'],
    ['Text/HTML', Buffer.from('<p> a </p>'), 'text/html', '<p> a </p>'],
    [undefined, Buffer.from('plain'), 'text/plain', 'plain'],
  ];
  for (const [type, body, mimeType, text] of cases) {
    it(`of type ${type ?? 'none'} is text`, () => {
      const headers = type === undefined ? {} : { 'content-type': type };
      assert.deepEqual(readContent({ status: 200, headers, body }, plain), {
        kind: 'text',
        mimeType,
        text,
      });
    });
  }

  it('without a type that is no UTF-8 is bytes', () => {
    assert.deepEqual(readContent({ status: 200, headers: {}, body: bytes(0xff) }, plain), {
      kind: 'bytes',
      mimeType: 'application/octet-stream',
      base64: '/w==',
    });
  });
});
