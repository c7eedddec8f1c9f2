import type { UpstreamResponse } from '../custom.js';

type Body = Pick<UpstreamResponse, 'body' | 'truncated'>;

const FIRST_BYTES = 16_384;

/**
 * Reads up to `maxBytes` of a body; what is beyond them is not read, and its connection is closed. An error that
 * `isEnd` takes for the end leaves what came before it.
 */
export async function readBody(
  source: AsyncIterable<Uint8Array>,
  { maxBytes, isEnd }: { readonly maxBytes: number; readonly isEnd: (error: unknown) => boolean },
): Promise<Body> {
  // One buffer, since a list of chunks of a byte each would take a hundred times their size.
  let buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  let size = 0;
  const body = () => buffer.subarray(0, size);
  try {
    for await (const chunk of source) {
      const kept = chunk.subarray(0, maxBytes - size);
      if (size + kept.length > buffer.length) {
        buffer = Buffer.concat([body()], Math.max(size + kept.length, 2 * buffer.length));
      }
      buffer.set(kept, size);
      size += kept.length;
      if (kept.length < chunk.length) return { body: body(), truncated: true };
    }
  } catch (error) {
    if (size === 0 || !isEnd(error)) throw error;
    return { body: body(), truncated: true };
  }
  return { body: body() };
}
