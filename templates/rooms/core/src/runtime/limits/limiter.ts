import type { RateLimit } from '../tool.js';

/** Counts what comes under a key against a rate. */
export interface Limiter {
  /** Counts one more, or so many. Resolves to nothing if there was room for them. */
  readonly take: (key: string, count?: number) => Promise<Excess | undefined>;
  /** Seconds until there is room for one more; undefined if there is. Counts nothing. */
  readonly wait: (key: string) => Promise<number | undefined>;
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
