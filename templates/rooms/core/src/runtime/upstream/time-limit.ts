/** How long aborted work has to hand over what it has got so far, before it is left to itself. */
const GRACE_MS = 50;

/** How long something may take. */
export interface TimeLimit {
  readonly ms: number;
  /** What it fails with if it takes longer. */
  readonly error: () => Error;
  /** What it fails with if `parent` is aborted; absent: the parent's reason. */
  readonly cancelled?: () => Error;
}

/**
 * What `work` comes to. Its signal is aborted with `parent`, or at the time limit unless it has called `stopClock`;
 * once it is, only the signal's reason can be thrown, soon, even if the work does not heed the signal.
 */
export async function withTimeLimit<T>(
  parent: AbortSignal,
  limit: TimeLimit,
  work: (signal: AbortSignal, stopClock: () => void) => Promise<T>,
): Promise<T> {
  // AbortSignal.any and AbortSignal.timeout would live on until collected, with their timers.
  const controller = new AbortController();
  const { signal } = controller;
  const clock = setTimeout(() => {
    controller.abort(limit.error());
  }, limit.ms);
  const cancel = (): void => {
    controller.abort(limit.cancelled?.() ?? parent.reason);
  };
  parent.addEventListener('abort', cancel, { once: true });
  if (parent.aborted) cancel();
  try {
    return await orAbandoned(
      signal,
      work(signal, () => {
        clearTimeout(clock);
      }),
    );
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(clock);
    parent.removeEventListener('abort', cancel);
  }
}

/** What `work` comes to; soon after the signal is aborted, its reason. */
export async function orAbandoned<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let grace: NodeJS.Timeout | undefined;
  let listen = (): void => undefined;
  const abandoned = new Promise<never>((_, reject) => {
    listen = () => {
      grace = setTimeout(() => {
        reject(signal.reason as Error);
      }, GRACE_MS);
    };
    if (signal.aborted) listen();
    else signal.addEventListener('abort', listen, { once: true });
  });
  try {
    return await Promise.race([work, abandoned]);
  } finally {
    clearTimeout(grace);
    signal.removeEventListener('abort', listen);
  }
}
