import type { Log } from '../log/log.js';
import type { RateLimit } from '../tool.js';
import type { CreateLimiter } from './limiter.js';

/** Counts what does not let its sender in, by the network that it comes from. */
export interface FailedLogins {
  /** Seconds for which nothing more from there is looked at; undefined if it is. */
  readonly wait: (network: () => string) => Promise<number | undefined>;
  readonly count: (network: string) => Promise<void>;
}

export async function createFailedLogins(
  rate: RateLimit,
  createLimiter: CreateLimiter,
  log: Pick<Log, 'warn'>,
): Promise<FailedLogins> {
  const limiter = await createLimiter('failures', rate);
  let lastsUntil = 0;
  return {
    // While nobody fails here, there is nothing to look up.
    wait: async (network) => (performance.now() < lastsUntil ? limiter.wait(network()) : undefined),
    count: async (network) => {
      lastsUntil = performance.now() + rate.seconds * 1_000;
      const excess = await limiter.take(network);
      if (excess !== undefined || (await limiter.wait(network)) === undefined) return;
      log.warn('too many failed logins; if this is a proxy, list it in MCP_TRUSTED_PROXIES', {
        address: network,
      });
    },
  };
}
