import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';

/** Below the 4 MiB that every host takes, with room for the envelope. */
const PAGE_BYTES = 4 * 1024 * 1024 - 16 * 1024;

/** A part of a list, and the cursor to the rest if there is more. */
export interface Page<T> {
  readonly items: T[];
  readonly next: { readonly nextCursor?: string };
}

/**
 * What `make` makes of the sources from a cursor on, as much as fits into one message; undefined is left out.
 * @throws ProtocolError -32602 if the cursor is not one that this function gave.
 */
export async function takePage<S, T>(
  sources: readonly S[],
  cursor: string | undefined,
  make: (source: S) => T | undefined | Promise<T | undefined>,
): Promise<Page<T>> {
  const items: T[] = [];
  let bytes = 0;
  const start = cursor === undefined ? 0 : readCursor(cursor, sources.length);
  for (const [offset, source] of sources.slice(start).entries()) {
    const item = await make(source);
    if (item === undefined) continue;
    bytes += Buffer.byteLength(JSON.stringify(item)) + 1;
    if (bytes > PAGE_BYTES && items.length > 0) {
      return { items, next: { nextCursor: writeCursor(start + offset) } };
    }
    items.push(item);
  }
  return { items, next: {} };
}

function writeCursor(position: number): string {
  return Buffer.from(String(position)).toString('base64url');
}

function readCursor(cursor: string, count: number): number {
  const position = Number(Buffer.from(cursor, 'base64url').toString());
  const ours = Number.isInteger(position) && writeCursor(position) === cursor;
  if (ours && position > 0 && position < count) return position;
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'Invalid cursor');
}
