import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { RateLimit } from '../tool.js';
import { createKeys } from './bounded-keys.js';
import type { Excess, Limiter } from './limiter.js';

/** A limiter that counts in the memory of this process, of bounded size however many keys come. */
export function createMemoryLimiter({ calls, seconds }: RateLimit): Limiter {
  const limiter = new RateLimiterMemory({ points: calls, duration: seconds });
  const keyFor = createKeys(seconds * 1_000);
  return {
    take: (key, count) => takeFrom(limiter, keyFor(key, Date.now()), calls, count),
    wait: (key) => waitFor(limiter, keyFor(key, Date.now()), calls),
  };
}

/** Counts `count` more against `calls`; throws what keeps the limiter from counting. */
export async function takeFrom(
  limiter: RateLimiterAbstract,
  key: string,
  calls: number,
  count = 1,
): Promise<Excess | undefined> {
  try {
    await limiter.consume(key, count);
    return undefined;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return {
      retryAfter: secondsLeft(error),
      isFirst: error.consumedPoints - count <= calls,
    };
  }
}

/** Seconds until there is room for one more of `calls`; undefined if there is. Throws what keeps it from counting. */
export async function waitFor(
  limiter: RateLimiterAbstract,
  key: string,
  calls: number,
): Promise<number | undefined> {
  const counted = await limiter.consume(key, 0).catch((error: unknown) => {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  });
  return counted.consumedPoints < calls ? undefined : secondsLeft(counted);
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
