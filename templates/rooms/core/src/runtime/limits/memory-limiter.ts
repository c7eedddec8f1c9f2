import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { RateLimit } from '../tool.js';
import { createKeys } from './bounded-keys.js';
import type { Excess, Limiter } from './limiter.js';

/** A limiter that counts in the memory of this process, of bounded size however many keys come. */
export function createMemoryLimiter({ calls, seconds }: RateLimit): Limiter {
  const limiter = new RateLimiterMemory({ points: calls, duration: seconds });
  const keyFor = createKeys(seconds * 1_000);
  return {
    take: (key) => takeFrom(limiter, keyFor(key, Date.now()), calls),
  };
}

/** Counts one more against `calls`; throws what keeps the limiter from counting. */
export async function takeFrom(
  limiter: RateLimiterAbstract,
  key: string,
  calls: number,
): Promise<Excess | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const { msBeforeNext, consumedPoints } = error;
    return {
      retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
      isFirst: consumedPoints === calls + 1,
    };
  }
}
