import type { IncomingMessage } from 'node:http';
import type { LimitsConfig } from '../config/limits-config.js';
import { anonymousCaller, type Caller } from '../inbound/caller.js';
import type { Logger } from '../log.js';
import { limitKey } from './limits.js';
import { networkOf, remoteAddress } from './remote-address.js';

/** Refuses a request of a caller that sends too many, before the protocol sees it: 429 (RFC 6585, section 4). */
export type HttpLimit = (caller: Caller) => Promise<Response | undefined>;

/** Absent if MCP_RATE_LIMIT is not set. */
export async function createHttpLimit(
  { perCaller }: LimitsConfig,
  log: Logger,
): Promise<HttpLimit | undefined> {
  if (perCaller === undefined) return undefined;
  const { createLimiter } = await import('./limiter.js');
  const limiter = createLimiter(perCaller);
  return async (caller) => {
    const excess = await limiter.take(limitKey(caller));
    if (excess === undefined) return undefined;
    const { id, address } = caller;
    if (excess.isFirst) log.warn('a caller sends too many requests', { caller: id, address });
    return tooMany(excess.retryAfter);
  };
}

/** The caller of a request with its address, if that is all that tells it from others: so that limits count it alone. */
export function locate(
  caller: Caller,
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  { isTrustedProxy }: LimitsConfig,
): Caller {
  if (caller.id !== anonymousCaller.id) return caller;
  return { ...caller, address: networkOf(remoteAddress(request, isTrustedProxy)) };
}

function tooMany(retryAfter: number): Response {
  const message = `Too many requests: try again in ${retryAfter} s`;
  return Response.json(
    { jsonrpc: '2.0', id: null, error: { code: -32000, message } },
    { status: 429, headers: { 'Retry-After': String(retryAfter) } },
  );
}
