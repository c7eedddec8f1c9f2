import { setTimeout as sleep } from 'node:timers/promises';
import { ExponentialBackoff, type IBackoff } from 'cockatiel';
import type { UpstreamResponse } from '../custom.js';
import { RequestFailure } from './failure.js';
import { retryAfterMs } from './retry-after.js';

/** Replies that another try may turn into a better one. */
const passing: readonly number[] = [408, 429, 502, 503, 504];

/** Waits grow from about a quarter of a second, each of a random length, so that clients do not all come back at once. */
const backoff = new ExponentialBackoff({ initialDelay: 250, maxDelay: 10_000 });

export interface RetryOptions {
  readonly maxRetries: number;
  /** Whether doing it twice does no more than doing it once. If not, only what was never sent is tried again. */
  readonly repeatable: boolean;
  /** Ends a wait. */
  readonly signal: () => AbortSignal;
  /** When the time for all tries ends, as of `performance.now()`. */
  readonly endsAt: number;
  /** Told before each wait, in a sentence without its full stop. */
  readonly notify: (message: string) => void;
}

type Outcome = { readonly response: UpstreamResponse } | { readonly failure: RequestFailure };

/**
 * The reply of the first try that ends well, or else what the last one comes to. There is no further try when what
 * `Retry-After` asks for would not leave time for it. The loop is ours because the wait of cockatiel's ignores its
 * signal.
 */
export async function retry(
  attempt: () => Promise<UpstreamResponse>,
  { maxRetries, repeatable, signal, endsAt, notify }: RetryOptions,
): Promise<UpstreamResponse> {
  let delays: IBackoff<unknown> = backoff.next();
  let sent = false;
  for (let tries = 1; ; tries += 1) {
    const outcome = await settle(attempt);
    sent ||= !('failure' in outcome) || outcome.failure.facts.sent;
    const wait = waitAfter(outcome, delays.duration, repeatable);
    if (wait === undefined || tries > maxRetries || performance.now() + wait >= endsAt) {
      if ('response' in outcome) return outcome.response;
      throw new RequestFailure({ ...outcome.failure.facts, sent }, tries);
    }
    const seconds = Math.ceil(wait / 1_000);
    notify(
      `${said(outcome)}; trying again in ${seconds} s (try ${tries + 1} of ${maxRetries + 1})`,
    );
    await sleep(wait, undefined, { signal: signal() });
    delays = delays.next(undefined);
  }
}

async function settle(attempt: () => Promise<UpstreamResponse>): Promise<Outcome> {
  try {
    return { response: await attempt() };
  } catch (error) {
    if (error instanceof RequestFailure) return { failure: error };
    throw error;
  }
}

/** Milliseconds before the next try; undefined if there should be none. */
function waitAfter(outcome: Outcome, delay: number, repeatable: boolean): number | undefined {
  if ('failure' in outcome) {
    const { sent, transient } = outcome.failure.facts;
    return transient && (repeatable || !sent) ? delay : undefined;
  }
  const { status, headers } = outcome.response;
  if (!repeatable || !passing.includes(status)) return undefined;
  return retryAfterMs(headers['retry-after'], Date.now()) ?? delay;
}

function said(outcome: Outcome): string {
  return 'failure' in outcome
    ? outcome.failure.facts.what
    : `The API answered ${outcome.response.status}`;
}
