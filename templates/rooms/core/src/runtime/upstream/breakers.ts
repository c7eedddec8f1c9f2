import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleType,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import type { Activities, BreakerActivity } from '../activity.js';
import type { UpstreamResponse } from '../custom.js';
import type { UpstreamConfig } from '../config/upstream-config.js';
import type { HttpMethod } from '../tool.js';
import { RequestFailure } from './failure.js';

/** Sends a request unless its origin has failed too often of late; then it throws a RequestFailure at once. */
export type Breakers = (
  target: { readonly origin: string; readonly method: HttpMethod },
  send: () => Promise<UpstreamResponse>,
) => Promise<UpstreamResponse>;

interface Breaker {
  readonly policy: CircuitBreakerPolicy;
  /** Milliseconds until the origin gets a request again; 0 if one is on its way or may be sent. */
  readonly closedFor: () => number;
}

/**
 * One circuit breaker an origin: after `breakerFailures` failures in a row it gets no requests for `breakerResetMs`,
 * then one, whose outcome decides for the next. A failure is no whole reply, or a 5xx.
 */
export function createBreakers(
  { breakerFailures, breakerResetMs }: UpstreamConfig,
  tell: Activities['tell'],
): Breakers {
  if (breakerFailures === 0) return (_, send) => send();
  const breakers = new Map<string, Breaker>();
  return async ({ origin, method }, send) => {
    const changed = (state: BreakerActivity['state']): void => {
      tell({ kind: 'breaker', origin, state });
    };
    const breaker = breakers.get(origin) ?? createBreaker(breakerFailures, breakerResetMs, changed);
    breakers.set(origin, breaker);
    const { policy, closedFor } = breaker;
    const wait = closedFor();
    // While one request tries the origin, cockatiel would make the others wait for it.
    if (wait > 0 || policy.state === CircuitState.HalfOpen) {
      throw new RequestFailure({
        what: `The API at ${origin} failed ${breakerFailures} times in a row and is left alone for a while`,
        method,
        sent: false,
        transient: false,
        advice: `Try again in ${Math.max(1, Math.ceil(wait / 1_000))} s.`,
      });
    }
    return policy.execute(send);
  };
}

function createBreaker(
  failures: number,
  resetMs: number,
  changed: (state: BreakerActivity['state']) => void,
): Breaker {
  let openUntil = 0;
  const policy = circuitBreaker(handleType(RequestFailure).orWhenResult(isServerError), {
    halfOpenAfter: resetMs,
    breaker: new ConsecutiveBreaker(failures),
  });
  policy.onBreak(() => {
    openUntil = Date.now() + resetMs;
    changed('open');
  });
  policy.onHalfOpen(() => {
    changed('half-open');
  });
  policy.onReset(() => {
    changed('closed');
  });
  return { policy, closedFor: () => Math.max(0, openUntil - Date.now()) };
}

function isServerError(result: unknown): boolean {
  // `execute` is only ever given what returns one.
  return (result as UpstreamResponse).status >= 500;
}
