import type { IncomingMessage } from 'node:http';
import { anonymousCaller, type Caller } from '../inbound/caller.js';
import type { Gate } from '../inbound/gate.js';
import type { Runtime } from '../runtime.js';
import { limitKey } from './limits.js';
import { networkOf, remoteAddress } from './remote-address.js';

/** Lets a request in, or refuses it before the protocol sees it, by who makes it and how often. */
export type Admission = (
  request: Request,
  incoming: Pick<IncomingMessage, 'headers' | 'socket'>,
) => Promise<Caller | Response>;

/** What `gate` lets in, as often as MCP_RATE_LIMIT says; callers without a name have their address to be told apart by. */
export async function createAdmission(
  gate: Gate,
  { config, log }: Pick<Runtime, 'config' | 'log'>,
): Promise<Admission> {
  const { perCaller, isTrustedProxy } = config.limits;
  const limiter = perCaller && (await import('./limiter.js')).createLimiter(perCaller);
  return async (request, incoming) => {
    const admitted = await gate(request);
    if (!('id' in admitted)) return admitted;
    const caller =
      admitted.id === anonymousCaller.id
        ? { address: networkOf(remoteAddress(incoming, isTrustedProxy)), ...admitted }
        : admitted;
    const excess = await limiter?.take(limitKey(caller));
    if (excess === undefined) return caller;
    if (excess.isFirst) {
      const { id, address } = caller;
      log.warn('a caller sends too many requests', { caller: id, address });
    }
    return tooMany(excess.retryAfter);
  };
}

/** RFC 6585, section 4. */
function tooMany(retryAfter: number): Response {
  const message = `Too many requests: try again in ${retryAfter} s`;
  return Response.json(
    { jsonrpc: '2.0', id: null, error: { code: -32000, message } },
    { status: 429, headers: { 'Retry-After': String(retryAfter) } },
  );
}
