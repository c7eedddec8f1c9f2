import { pipeline, Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import type { UpstreamResponse } from '../custom.js';
import { createByteBuffer } from './byte-buffer.js';
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
 * The body of a response without its encodings, up to `maxBytes`; of a part of one, what can be decoded. One without
 * any bytes is empty: some servers say that they encoded what has no content.
 */
export async function decode(
  { body, truncated }: UpstreamResponse,
  encodings: readonly string[],
  maxBytes: number,
): Promise<Pick<UpstreamResponse, 'body' | 'truncated'>> {
  if (body.byteLength === 0) return { body };
  const names = encodings.toReversed();
  const last = names
    .flatMap((name) => decoders[name]?.() ?? [])
    .reduce<Readable>(follow, Readable.from([body]));
  const decoded = createByteBuffer(maxBytes);
  try {
    for await (const chunk of last as AsyncIterable<Uint8Array>) {
      if (!decoded.add(chunk)) return { body: decoded.bytes(), truncated: true };
    }
  } catch (error) {
    if (!truncated || codeOf(error) !== 'Z_BUF_ERROR') throw error;
  }
  return { body: decoded.bytes(), ...(truncated && { truncated }) };
}

/** An error of any part comes out of the last. */
function follow(encoded: Readable, decoder: Decoder): Readable {
  return pipeline(encoded, decoder, () => undefined);
}

/** Whether a body was not what its encodings say. */
export function isDecodingError(error: unknown): boolean {
  return /^(?:Z_|ERR__ERROR_|ZSTD_)/.test(codeOf(error));
}
