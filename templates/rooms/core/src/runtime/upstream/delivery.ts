import type { Call } from '../call.js';
import type { UpstreamConfig } from '../config/upstream-config.js';
import type { UpstreamResponse } from '../custom.js';
import type { Logger } from '../log.js';
import { ToolError } from '../tool-error.js';
import type { Tool } from '../tool.js';
import { createBreakers } from './breakers.js';
import { RequestFailure } from './failure.js';
import { reportWaiting } from './progress.js';
import { retry } from './retry.js';
import { createSlots } from './slots.js';
import { withTimeLimit } from './time-limit.js';

/** One try of a request. */
export type Attempt = () => Promise<UpstreamResponse>;

/** Makes a request for a call, as often as that takes; `origin` is that of the API, absent for anyone else's. */
export type Deliver = (origin: string | undefined, attempt: Attempt) => Promise<UpstreamResponse>;

/** Does the requests that a call takes, within its time. */
export type Delivery = (
  tool: Tool,
  call: Call,
  work: (deliver: Deliver, limited: Call) => Promise<UpstreamResponse>,
) => Promise<UpstreamResponse>;

/** What stands between calls and the API: one limit on time a call, tries, slots and circuit breakers. */
export function createDelivery(config: UpstreamConfig, logFor: (call: Call) => Logger): Delivery {
  const { totalTimeoutMs, maxRetries } = config;
  const slots = createSlots(config);
  const breakers = createBreakers(config);

  return async (tool, call, work) => {
    const { method } = tool.request;
    const { readOnlyHint, idempotentHint } = tool.annotations;
    const endsAt = performance.now() + totalTimeoutMs;
    const notify = (message: string): void => {
      logFor(call).info(message, { tool: tool.name });
      call.progress?.(message);
    };
    const limit = {
      ms: totalTimeoutMs,
      error: () => {
        const what = `The API did not answer within ${totalTimeoutMs} ms in all`;
        return new RequestFailure({ what, method, sent: true, transient: true });
      },
      cancelled: () => new ToolError('The call was cancelled.'),
    };
    const stopReporting = call.progress && reportWaiting(call.progress);
    try {
      return await withTimeLimit(call.signal, limit, (signal) => {
        const repeatable = readOnlyHint || idempotentHint;
        const options = { maxRetries, repeatable, signal, endsAt, notify };
        const deliver: Deliver = (origin, attempt) => {
          const guarded =
            origin === undefined ? attempt : () => breakers({ origin, method }, attempt);
          return retry(() => slots(signal, guarded), options);
        };
        return work(deliver, { ...call, signal });
      });
    } finally {
      stopReporting?.();
    }
  };
}
