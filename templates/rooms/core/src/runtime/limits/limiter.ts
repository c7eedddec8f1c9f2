import type { RateLimit } from '../tool.js';

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

/** Makes what counts by a rate; limiters of different names count apart. */
export type CreateLimiter = (name: string, rate: RateLimit) => Limiter | Promise<Limiter>;

/** Counts in the memory of this process. What counts is loaded when something is to be counted. */
export const createLocalLimiter: CreateLimiter = async (_, rate) => {
  const { createMemoryLimiter } = await import('./memory-limiter.js');
  return createMemoryLimiter(rate);
};
