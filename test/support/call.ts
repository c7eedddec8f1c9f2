import { localCaller } from '../../templates/rooms/core/src/runtime/inbound/caller.js';
import type { Call } from '../../templates/rooms/core/src/runtime/call.js';

/** A call as a client makes it, without headers unless some are given. */
export function testCall({
  signal = new AbortController().signal,
  headers = {},
}: {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
} = {}): Call {
  return {
    id: 'test-call',
    caller: localCaller,
    signal,
    mcp: { mcpReq: { signal } } as Call['mcp'],
    header: (name) => new Headers(headers).get(name) ?? undefined,
  };
}
