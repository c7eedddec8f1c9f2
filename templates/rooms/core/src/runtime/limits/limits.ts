import type { Call } from '../call.js';
import type { LimitsConfig } from '../config/limits-config.js';
import type { Caller } from '../inbound/caller.js';
import type { RateLimit } from '../tool.js';
import { createConcurrency } from './concurrency.js';
import { LimitError } from './limit-error.js';
import { createLocalLimiter, type CreateLimiter, type Limiter } from './limiter.js';

/** Bounds how much callers use tools, and resources. */
export interface Limits {
  /** Does the work, or throws a LimitError that says when to try again. Without limits it costs nothing. */
  readonly within: <T>(used: Used, call: Call, work: () => Promise<T>) => Promise<T>;
}

interface Used {
  readonly name: string;
  readonly rateLimit?: RateLimit;
}

export function createLimits(
  { perTool, maxCalls, maxCallsPerCaller }: LimitsConfig,
  createLimiter: CreateLimiter = createLocalLimiter,
): Limits {
  const takeTurn = createRates(createLimiter);
  const isBounded = maxCalls > 0 || maxCallsPerCaller > 0;
  const concurrency = isBounded ? createConcurrency(maxCalls, maxCallsPerCaller) : undefined;

  const limited = async <T>(used: Used, call: Call, work: () => Promise<T>): Promise<T> => {
    const rate = used.rateLimit ?? perTool;
    try {
      if (rate !== undefined) await takeTurn(used.name, call.caller, rate);
      return await (concurrency === undefined ? work() : concurrency(limitKey(call.caller), work));
    } catch (error) {
      if (error instanceof LimitError) call.refused?.('limits');
      throw error;
    }
  };

  return {
    within: (used, call, work) =>
      isBounded || (used.rateLimit ?? perTool) !== undefined ? limited(used, call, work) : work(),
  };
}

/** What a caller is counted by. */
export function limitKey({ id, address }: Caller): string {
  return address === undefined ? id : `${id} ${address}`;
}

/** Throws a LimitError if a caller uses a tool more often than it may. */
function createRates(
  createLimiter: CreateLimiter,
): (tool: string, caller: Caller, rate: RateLimit) => Promise<void> {
  // By rate: one for each tool would let a flood of callers fill that many.
  const limiters = new Map<string, Promise<Limiter>>();
  return async (tool, caller, rate) => {
    const { calls, seconds } = rate;
    const key = `${calls}/${seconds}`;
    const limiter = limiters.get(key) ?? Promise.resolve(createLimiter(`tools:${key}`, rate));
    limiters.set(key, limiter);
    const excess = await (await limiter).take(`${tool}\n${limitKey(caller)}`);
    if (excess === undefined) return;
    throw new LimitError(
      `Nothing was sent: ${tool} may be used ${calls} times in ${seconds} s. ` +
        `Try again in ${excess.retryAfter} s.`,
    );
  };
}
