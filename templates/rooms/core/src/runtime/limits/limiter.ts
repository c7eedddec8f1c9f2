import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimit } from '../tool.js';
import { createKeys } from './bounded-keys.js';

/** Counts what comes under a key against a rate. */
export interface Limiter {
  /** Resolves to nothing if there is room for one more. */
  readonly take: (key: string) => Promise<Excess | undefined>;
}

export interface Excess {
  /** Seconds until there is room again. */
  readonly retryAfter: number;
  /** Whether this is the first of its time that finds no room: one that is worth a line in the log. */
  readonly isFirst: boolean;
}

/** A limiter that counts in the memory of this process, of bounded size however many keys come. */
export function createLimiter({ calls, seconds }: RateLimit): Limiter {
  const limiter = new RateLimiterMemory({ points: calls, duration: seconds });
  const keyFor = createKeys(seconds * 1_000);
  return {
    take: async (key) => {
      try {
        await limiter.consume(keyFor(key, Date.now()));
        return undefined;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const { msBeforeNext, consumedPoints } = error;
        return {
          retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
          isFirst: consumedPoints === calls + 1,
        };
      }
    },
  };
}
