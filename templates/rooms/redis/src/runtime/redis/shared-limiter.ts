import { createHash } from 'node:crypto';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createKeys } from '../limits/bounded-keys.js';
import type { CreateLimiter } from '../limits/limiter.js';
import { createMemoryLimiter, takeFrom, waitFor } from '../limits/memory-limiter.js';
import type { Link } from './link.js';

/**
 * Makes limiters that all servers with the same prefix count by. While Redis is away each counts for itself. A key in
 * Redis lasts as long as its rate says, and a server makes a bounded number of them in that time.
 */
export function createSharedLimiters({ ask }: Link, prefix: string): CreateLimiter {
  return (name, rate) => {
    const { calls, seconds } = rate;
    const local = createMemoryLimiter(rate);
    const shared = new RateLimiterRedis({
      storeClient: {
        eval: (
          script: string,
          options: { readonly keys: string[]; readonly arguments: string[] },
        ) => ask((client) => client.eval(script, options)),
      },
      useRedisPackage: true,
      keyPrefix: `${prefix}:limit:${name}`,
      points: calls,
      duration: seconds,
    });
    const keyFor = createKeys(seconds * 1_000);
    const nameOf = (key: string): string => digest(keyFor(key, Date.now()));
    return {
      take: async (key, count) => {
        try {
          return await takeFrom(shared, nameOf(key), calls, count);
        } catch {
          return local.take(key, count);
        }
      },
      wait: async (key) => {
        try {
          return await waitFor(shared, nameOf(key), calls);
        } catch {
          return local.wait(key);
        }
      },
    };
  };
}

/** The name of a caller may be long, and is nobody's business in Redis. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
