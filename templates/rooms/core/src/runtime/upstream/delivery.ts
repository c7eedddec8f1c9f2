import type { Activities } from '../activity.js';
import type { Call } from '../call.js';
import type { UpstreamResponse } from '../custom.js';
import type { Runtime } from '../runtime.js';
import { ToolError } from '../tool-error.js';
import type { HttpMethod, Tool } from '../tool.js';
import { createBreakers } from './breakers.js';
import { RequestFailure } from './failure.js';
import { reportWaiting } from './progress.js';
import { retry } from './retry.js';
import { createSlots } from './slots.js';
import { withTimeLimit, type TimedEnding } from './time-limit.js';

/** One try of a request. */
export type Attempt = () => Promise<UpstreamResponse>;

/** Makes a request for a call, as often as that takes; `origin` is that of the API, absent for anyone else's. */
export type Deliver = (origin: string | undefined, attempt: Attempt) => Promise<UpstreamResponse>;

/** Does the requests that a call takes, within its time. */
export type Delivery = (
  tool: Tool,
  call: Call,
  work: (deliver: Deliver, ending: TimedEnding) => Promise<UpstreamResponse>,
) => Promise<UpstreamResponse>;

/** What stands between calls and the API: one limit on time a call, tries, slots and circuit breakers. */
export function createDelivery({ config, activities, logFor }: Runtime): Delivery {
  const { totalTimeoutMs, maxRetries } = config.upstream;
  const slots = createSlots(config.upstream);
  const breakers = createBreakers(config.upstream, activities.tell);

  return async (tool, call, work) => {
    const { method } = tool.request;
    const { readOnlyHint, idempotentHint } = tool.annotations;
    const endsAt = performance.now() + totalTimeoutMs;
    const notify = (origin: string | undefined, message: string): void => {
      logFor(call).info(message, { tool: tool.name });
      activities.tell({ kind: 'retry', ...(origin !== undefined && { origin }) });
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
      return await withTimeLimit(call.signal, limit, (ending) => {
        const repeatable = readOnlyHint || idempotentHint;
        const deliver: Deliver = (origin, attempt) => {
          const watched = watch(attempt, { origin, method }, activities);
          const guarded =
            origin === undefined ? watched : () => breakers({ origin, method }, watched);
          return retry(() => slots(ending, guarded), {
            maxRetries,
            repeatable,
            signal: ending.signal,
            endsAt,
            notify: (message) => {
              notify(origin, message);
            },
          });
        };
        return work(deliver, ending);
      });
    } finally {
      stopReporting?.();
    }
  };
}

/** Tells of each try, however it ends. */
function watch(
  attempt: Attempt,
  { origin, method }: { readonly origin: string | undefined; readonly method: HttpMethod },
  activities: Activities,
): Attempt {
  if (!activities.isWatched()) return attempt;
  return async () => {
    const begin = performance.now();
    let status: number | undefined;
    try {
      const response = await attempt();
      ({ status } = response);
      return response;
    } finally {
      activities.tell({
        kind: 'exchange',
        method,
        ms: performance.now() - begin,
        ...(origin !== undefined && { origin }),
        ...(status !== undefined && { status }),
      });
    }
  };
}
