import type { IncomingMessage } from 'node:http';
import type { RefusalReason } from '../activity.js';
import { anonymousCaller, type Caller } from '../inbound/caller.js';
import type { Gate, Refused } from '../inbound/gate.js';
import { refuse } from '../refusal.js';
import type { Runtime } from '../runtime.js';
import { createLocalLimiter, type CreateLimiter } from './limiter.js';
import { limitKey } from './limits.js';
import { networkOf, remoteAddress } from './remote-address.js';

/** Lets a request in, or refuses it before the protocol sees it, by who makes it and how often. */
export type Admission = (
  request: Request,
  incoming: Pick<IncomingMessage, 'headers' | 'socket'>,
) => Promise<Caller | (Refused & { readonly reason: RefusalReason })>;

/** What `gate` lets in, as often as MCP_RATE_LIMIT says; callers without a name have their address to be told apart by. */
export async function createAdmission(
  gate: Gate,
  { config, log }: Pick<Runtime, 'config' | 'log'>,
  createLimiter: CreateLimiter = createLocalLimiter,
): Promise<Admission> {
  const { perCaller, isTrustedProxy } = config.limits;
  const limiter = perCaller && (await createLimiter('requests', perCaller));
  return async (request, incoming) => {
    const admitted = await gate(request);
    if (!('id' in admitted)) return { ...admitted, reason: 'auth' };
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
    const detail = `more than ${perCaller?.calls} requests in ${perCaller?.seconds} s`;
    return { response: tooMany(excess.retryAfter), detail, reason: 'limits' };
  };
}

/** RFC 6585, section 4. */
function tooMany(retryAfter: number): Response {
  const headers = { 'Retry-After': String(retryAfter) };
  return refuse(429, `Too many requests: try again in ${retryAfter} s`, { headers });
}
