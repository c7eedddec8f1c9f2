import type { LimitsConfig } from '../config/limits-config.js';
import type { Caller } from '../inbound/caller.js';
import type { Logger } from '../log.js';
import { ToolError } from '../tool-error.js';
import type { RateLimit } from '../tool.js';
import { createConcurrency } from './concurrency.js';
import type { Limiter } from './limiter.js';

/** Bounds how much callers use tools. */
export interface Limits {
  /** Does the work, or throws a ToolError that says when to try again. Without limits it costs nothing. */
  readonly within: <T>(use: Use, work: () => Promise<T>) => Promise<T>;
}

/** The use of a tool, as a tool or as a resource. */
export interface Use {
  readonly tool: { readonly name: string; readonly rateLimit?: RateLimit };
  readonly caller: Caller;
}

export function createLimits(config: LimitsConfig, log: Logger): Limits {
  const { perTool, maxCalls, maxCallsPerCaller } = config;
  const rates = createRates(log);
  const concurrency =
    maxCalls > 0 || maxCallsPerCaller > 0
      ? createConcurrency(maxCalls, maxCallsPerCaller)
      : undefined;
  return {
    within: (use, work) => {
      const atOnce = concurrency && (() => concurrency(limitKey(use.caller), work));
      const rate = use.tool.rateLimit ?? perTool;
      if (rate === undefined) return (atOnce ?? work)();
      return rates(use, rate).then(atOnce ?? work);
    },
  };
}

/** What a caller is counted by. */
export function limitKey({ id, address }: Caller): string {
  return address === undefined ? id : `${id} ${address}`;
}

/** Throws a ToolError if a caller uses a tool more often than it may. What counts is loaded with the first call. */
function createRates(log: Logger): (use: Use, rate: RateLimit) => Promise<void> {
  const limiters = new Map<string, Promise<Limiter>>();
  return async ({ tool, caller }, rate) => {
    const { name } = tool;
    const key = `${rate.calls}/${rate.seconds}`;
    const limiter =
      limiters.get(key) ?? import('./limiter.js').then(({ createLimiter }) => createLimiter(rate));
    limiters.set(key, limiter);
    const excess = await (await limiter).take(`${name}\n${limitKey(caller)}`);
    if (excess === undefined) return;
    if (excess.isFirst)
      log.warn('a caller uses a tool too often', { caller: caller.id, tool: name });
    throw new ToolError(
      `Nothing was sent: ${name} may be used ${rate.calls} times in ${rate.seconds} s. ` +
        `Try again in ${excess.retryAfter} s.`,
    );
  };
}
