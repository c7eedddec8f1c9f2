import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as zlib from 'node:zlib';
import { zstdFrames } from '../../templates/rooms/core/src/runtime/upstream/zstd-frames.js';
import { startReplies, textOf, type ReplyServer } from './reply.js';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** Frames as RFC 8878 has them, of blocks that are not compressed, so that every Node can make them. */
const a = hex('28b52ffd 20 01 090000 61');
const frames: Readonly<Record<string, Buffer>> = {
  'of a single segment': a,
  'of nothing': hex('28b52ffd 20 00 010000'),
  'of two blocks': hex('28b52ffd 20 02 080000 61 090000 62'),
  'of a run': hex('28b52ffd 20 05 2b0000 61'),
  'with a window': hex('28b52ffd 00 58 090000 61'),
  'with a size of two bytes': hex('28b52ffd 60 0000 010000'),
  'with a size of eight bytes': hex('28b52ffd c0 58 0100000000000000 090000 61'),
  'with a dictionary': hex('28b52ffd 23 01020304 01 090000 61'),
  'with a checksum': hex('28b52ffd 24 01 090000 61 01020304'),
  'to be skipped': hex('5a2a4d18 02000000 0102'),
};
const incomplete = { code: 'ZSTD_INCOMPLETE' };

describe('the frames of a zstd body', () => {
  for (const [name, frame] of Object.entries(frames)) {
    it(`are told apart, with one ${name}`, () => {
      assert.deepEqual(zstdFrames(Buffer.concat([frame, a, frame]), false), [frame, a, frame]);
      for (let length = 1; length < frame.length; length += 1) {
        const part = Buffer.concat([a, frame.subarray(0, length)]);
        assert.throws(() => zstdFrames(part, false), incomplete, `${length} bytes`);
        assert.deepEqual(zstdFrames(part, true), [a, frame.subarray(0, length)]);
      }
    });
  }

  it('are nothing else, and not without number', () => {
    assert.deepEqual(zstdFrames(new Uint8Array(), false), []);
    assert.throws(() => zstdFrames(Buffer.concat([a, hex('00')]), false), incomplete);
    const many = Buffer.concat(Array.from({ length: 1_001 }, () => a));
    assert.throws(() => zstdFrames(many, false), incomplete);
    assert.equal(zstdFrames(many.subarray(a.length), false).length, 1_000);
  });
});

describe('a zstd reply', { skip: !('createZstdDecompress' in zlib) }, () => {
  let replies: ReplyServer;
  before(async () => {
    replies = await startReplies();
  });
  after(() => replies[Symbol.asyncDispose]());

  const broken = /its reply is broken: it is not what its encoding, zstd, makes/;
  const bodies: readonly (readonly [string, Buffer, string | RegExp])[] = [
    ['of one frame', a, 'a'],
    ['of several', Buffer.concat([a, ...Object.values(frames).slice(0, 3)]), 'aaab'],
    ['of a frame to be skipped', Buffer.concat([hex('502a4d18 01000000 00'), a]), 'a'],
    ['of nothing', Buffer.alloc(0), '200 OK, without content'],
    ['that ends too early', Buffer.concat([a, a.subarray(0, 9)]), broken],
    ['that is something else', Buffer.from('plain text'), broken],
  ];
  for (const [name, body, expected] of bodies) {
    it(`${name} is ${expected instanceof RegExp ? 'an error' : 'decoded'}`, async () => {
      const headers = { 'content-type': 'text/plain', 'content-encoding': 'zstd' };
      const result = await replies.call({ headers, body });
      assert.equal(result.isError ?? false, expected instanceof RegExp);
      if (expected instanceof RegExp) assert.match(textOf(result), expected);
      else assert.equal(textOf(result), expected);
    });
  }
});
