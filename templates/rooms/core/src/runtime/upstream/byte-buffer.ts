/** Bytes that are put together as they come, up to a limit. */
export interface ByteBuffer {
  /** Keeps what there is room for; false if that was not all. */
  readonly add: (chunk: Uint8Array) => boolean;
  readonly size: () => number;
  readonly bytes: () => Uint8Array;
}

/** A buffer of at most `maxBytes`: one, since a list of chunks of a byte each would take a hundred times their size. */
export function createByteBuffer(maxBytes: number): ByteBuffer {
  let buffer = Buffer.alloc(0);
  let size = 0;
  return {
    add: (chunk) => {
      const kept = chunk.subarray(0, maxBytes - size);
      if (size + kept.length > buffer.length) {
        const length = Math.max(size + kept.length, Math.min(2 * buffer.length, maxBytes));
        buffer = Buffer.concat([buffer.subarray(0, size)], length);
      }
      buffer.set(kept, size);
      size += kept.length;
      return kept.length === chunk.length;
    },
    size: () => size,
    bytes: () => buffer.subarray(0, size),
  };
}
