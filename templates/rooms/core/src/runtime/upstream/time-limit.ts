/** How long aborted work has to hand over what it has got so far, before it is left to itself. */
const GRACE_MS = 1_000;

/** How long something may take. */
export interface TimeLimit {
  readonly ms: number;
  /** What it fails with if it takes longer. */
  readonly error: () => Error;
  /** What it fails with if `parent` is aborted. */
  readonly cancelled: () => Error;
}

/**
 * What `work` comes to. Its signal is aborted with `parent`, or at the time limit; once it is, only the signal's reason
 * can be thrown, soon, even if the work does not heed the signal.
 */
export function withTimeLimit<T>(
  parent: AbortSignal,
  limit: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    // AbortSignal.any and AbortSignal.timeout would live on until collected, with their timers.
    const controller = new AbortController();
    const { signal } = controller;
    let grace: NodeJS.Timeout | undefined;
    const stop = (): void => {
      clearTimeout(clock);
      clearTimeout(grace);
      parent.removeEventListener('abort', cancel);
    };
    const end = (reason: Error): void => {
      stop();
      grace = setTimeout(reject, GRACE_MS, reason);
      controller.abort(reason);
    };
    const clock = setTimeout(() => {
      end(limit.error());
    }, limit.ms);
    const cancel = (): void => {
      end(limit.cancelled());
    };
    parent.addEventListener('abort', cancel, { once: true });
    if (parent.aborted) cancel();
    work(signal)
      .finally(stop)
      .then(resolve, (error: unknown) => {
        reject((signal.aborted ? signal.reason : error) as Error);
      });
  });
}

/** What `work` comes to, or the signal's reason once that is aborted, even if the work goes on. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abandon();
    signal.addEventListener('abort', abandon, { once: true });
    work
      .finally(() => {
        signal.removeEventListener('abort', abandon);
      })
      .then(resolve, reject);
  });
}
