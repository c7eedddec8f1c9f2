import type { IncomingMessage } from 'node:http';
import type { RefusalReason } from '../activity.js';
import { anonymousCaller, type Caller } from '../inbound/caller.js';
import type { Gate, Refused } from '../inbound/gate.js';
import { refuse } from '../refusal.js';
import type { Runtime } from '../runtime.js';
import { createFailedLogins } from './failed-logins.js';
import { createLocalLimiter, type CreateLimiter } from './limiter.js';
import { limitKey } from './limits.js';
import { networkOf, remoteAddress } from './remote-address.js';

/** Lets requests in, or refuses them before the protocol sees them, by who makes them and how often. */
export interface Admission {
  readonly admit: (
    request: Request,
    incoming: Pick<IncomingMessage, 'headers' | 'socket'>,
  ) => Promise<Caller | NotAdmitted>;
  /** Counts so many more requests of a caller, such as a batch holds besides its first. */
  readonly admitMore: (caller: Caller, count: number) => Promise<NotAdmitted | undefined>;
}

export interface NotAdmitted extends Refused {
  readonly reason: RefusalReason;
}

/**
 * What `gate` lets in, as often as MCP_RATE_LIMIT says; callers without a name have their address to be told apart by.
 * The gate is closed to a network that has failed at it as often as MCP_AUTH_FAILURES says.
 */
export async function createAdmission(
  gate: Gate,
  { config, log }: Pick<Runtime, 'config' | 'log'>,
  createLimiter: CreateLimiter = createLocalLimiter,
): Promise<Admission> {
  const { perCaller, authFailures, isTrustedProxy } = config.limits;
  const limiter = perCaller && (await createLimiter('requests', perCaller));
  const failures = authFailures && (await createFailedLogins(authFailures, createLimiter, log));

  const admitMore: Admission['admitMore'] = async (caller, count) => {
    const excess = await limiter?.take(limitKey(caller), count);
    if (excess === undefined) return undefined;
    if (excess.isFirst) {
      const { id, address } = caller;
      log.warn('a caller sends too many requests', { caller: id, address });
    }
    const detail = `more than ${perCaller?.calls} requests in ${perCaller?.seconds} s`;
    return tooMany('requests', excess.retryAfter, detail);
  };

  return {
    admitMore,
    admit: async (request, incoming) => {
      const network = (): string => networkOf(remoteAddress(incoming, isTrustedProxy));
      const wait = await failures?.wait(network);
      if (wait !== undefined) return tooMany('failed logins', wait, 'too many failed logins');
      const admitted = await gate(request);
      if (!('id' in admitted)) {
        if (admitted.isFailedLogin) await failures?.count(network());
        return { ...admitted, reason: 'auth' };
      }
      const caller =
        admitted.id === anonymousCaller.id ? { ...admitted, address: network() } : admitted;
      return (await admitMore(caller, 1)) ?? caller;
    },
  };
}

/** RFC 6585, section 4. */
function tooMany(what: string, retryAfter: number, detail: string): NotAdmitted {
  const headers = { 'Retry-After': String(retryAfter) };
  const response = refuse(429, `Too many ${what}: try again in ${retryAfter} s`, { headers });
  return { response, detail, reason: 'limits' };
}
