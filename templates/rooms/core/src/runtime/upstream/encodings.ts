import { pipeline, type Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { codeOf } from './failure.js';

type Decoder = zlib.Gunzip | zlib.BrotliDecompress;

/** By content coding. RFC 9110, section 8.4.1. */
const decoders: Readonly<Record<string, (() => Decoder) | undefined>> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  br: zlib.createBrotliDecompress,
  // Node 20 has none.
  ...('createZstdDecompress' in zlib && {
    zstd: zlib.createZstdDecompress as () => Decoder,
  }),
};

/** More than anyone uses. */
const MOST_ENCODINGS = 3;

/** The content codings that replies may have, as an `Accept-Encoding` header. RFC 9110, section 12.5.3. */
export const acceptedEncodings = Object.keys(decoders)
  .filter((name) => name !== 'x-gzip')
  .join(', ');

/** The names in a `Content-Encoding` header, in the order in which they were applied. RFC 9110, section 8.4. */
export function readEncodings(header: string | undefined): readonly string[] {
  const names = (header ?? '').split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && name !== 'identity');
}

export function canDecode(encodings: readonly string[]): boolean {
  return (
    encodings.length <= MOST_ENCODINGS && encodings.every((name) => Object.hasOwn(decoders, name))
  );
}

/**
 * A body without its encodings, decoded no faster than it is read. An error of any part comes out of it, and destroying
 * it destroys `body`. One without any bytes is empty: some servers say that they encoded what has no content.
 */
export function decode(body: Readable, encodings: readonly string[]): AsyncIterable<Uint8Array> {
  const names = encodings.toReversed();
  const [first, ...rest] = names.flatMap((name) => decoders[name]?.() ?? []);
  if (first === undefined) return body;
  const last = rest.reduce<Readable>(follow, follow(body, first));
  return unlessEmpty(last, () => first.bytesWritten === 0);
}

function follow(encoded: Readable, decoder: Decoder): Readable {
  return pipeline(encoded, decoder, () => undefined);
}

async function* unlessEmpty(
  decoded: AsyncIterable<Uint8Array>,
  isEmpty: () => boolean,
): AsyncIterable<Uint8Array> {
  try {
    yield* decoded;
  } catch (error) {
    if (!isEmpty() || codeOf(error) !== 'Z_BUF_ERROR') throw error;
  }
}

/** Whether a body was not what its encodings say. */
export function isDecodingError(error: unknown): boolean {
  return /^(?:Z_|ERR__ERROR_|ZSTD_)/.test(codeOf(error));
}
