import type { Call } from '../../templates/rooms/core/src/runtime/call.js';

/** A call as a client makes it, without headers unless some are given, with nobody to tell of progress. */
export function testCall({
  signal = new AbortController().signal,
  headers = {},
}: {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
} = {}): Call {
  return {
    signal,
    header: (name) => new Headers(headers).get(name) ?? undefined,
    progress: () => undefined,
  };
}
