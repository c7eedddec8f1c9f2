import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimit } from '../tool.js';
import { createKeys } from './bounded-keys.js';
import type { Limiter } from './limiter.js';

/** A limiter that counts in the memory of this process, of bounded size however many keys come. */
export function createMemoryLimiter({ calls, seconds }: RateLimit): Limiter {
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
