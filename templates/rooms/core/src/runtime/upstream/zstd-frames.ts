/** Each takes a step of the decoder; a body of more is no body but an attack. */
const MOST_FRAMES = 1_000;

const MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
/** The sizes of the fields that flags of the frame header announce. */
const DICTIONARY_ID_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
const RUN_LENGTH_BLOCK = 1;

/**
 * The frames of a zstd body (RFC 8878, section 3.1), which Node's decoder wants one by one: of several in one chunk it
 * leaves out all but the first, and up to Node 22 it does not tell when the end of one is missing. Of a body that was
 * `cut` the last one may be a part of one.
 * @throws an Error with the code ZSTD_INCOMPLETE if there is anything else in it.
 */
export function zstdFrames(body: Uint8Array, cut: boolean): readonly Uint8Array[] {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const frames: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = frameEnd(bytes, at);
    const isWhole = end !== undefined && end <= bytes.length && frames.length < MOST_FRAMES;
    if (!isWhole && !cut) throw incomplete();
    const next = isWhole ? end : bytes.length;
    frames.push(bytes.subarray(at, next));
    at = next;
  }
  return frames;
}

/** Where the frame at an index ends, by its own word; undefined if there is none, or its headers are not all there. */
function frameEnd(bytes: Buffer, start: number): number | undefined {
  try {
    const magic = bytes.readUInt32LE(start);
    if ((magic & 0xfffffff0) === SKIPPABLE_MAGIC) return start + 8 + bytes.readUInt32LE(start + 4);
    return magic === MAGIC ? blocksEnd(bytes, start + 4) : undefined;
  } catch (error) {
    // What is to be read is beyond the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** RFC 8878, sections 3.1.1.1 and 3.1.1.2. */
function blocksEnd(bytes: Buffer, headerStart: number): number {
  const descriptor = bytes.readUInt8(headerStart);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryId = DICTIONARY_ID_BYTES[descriptor & 3] ?? 0;
  const contentSize = CONTENT_SIZE_BYTES[descriptor >> 6] ?? 0;
  // A window descriptor, or, in a single segment, at least one byte of content size.
  const least = isSingleSegment && contentSize > 0 ? 0 : 1;
  let at = headerStart + 1 + dictionaryId + contentSize + least;
  for (let isLast = false; !isLast;) {
    const header = bytes.readUIntLE(at, 3);
    isLast = (header & 1) !== 0;
    at += 3 + (((header >> 1) & 3) === RUN_LENGTH_BLOCK ? 1 : header >> 3);
  }
  const hasChecksum = (descriptor & 4) !== 0;
  return at + (hasChecksum ? 4 : 0);
}

function incomplete(): Error {
  return Object.assign(new Error('The zstd frames are not whole'), { code: 'ZSTD_INCOMPLETE' });
}
