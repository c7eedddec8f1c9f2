import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimit } from '../tool.js';
import { createKeys } from './bounded-keys.js';
import type { Limiter } from './limiter.js';

/** A limiter that counts in the memory of this process, of bounded size however many keys come. */
export function createMemoryLimiter({ calls, seconds }: RateLimit): Limiter {
  const limiter = new RateLimiterMemory({ points: calls, duration: seconds });
  const keyFor = createKeys(seconds * 1_000);
  return {
    take: async (key, count = 1) => {
      try {
        await limiter.consume(keyFor(key, Date.now()), count);
        return undefined;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        return {
          retryAfter: secondsLeft(error),
          isFirst: error.consumedPoints - count <= calls,
        };
      }
    },
    wait: async (key) => {
      const counted = await limiter.get(keyFor(key, Date.now()));
      return counted === null || counted.consumedPoints < calls ? undefined : secondsLeft(counted);
    },
  };
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
