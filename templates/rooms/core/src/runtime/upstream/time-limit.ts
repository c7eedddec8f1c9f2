/** How long aborted work has to hand over what it has got so far, before it is left to itself. */
const GRACE_MS = 1_000;

/** What tells work that it must end. An AbortSignal is one. */
export interface Ending {
  readonly aborted: boolean;
  /** Why; undefined until then. */
  readonly reason: unknown;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
  readonly removeEventListener: (type: 'abort', listener: () => void) => void;
}

/** An ending that can be had as an AbortSignal as well. */
export interface TimedEnding extends Ending {
  readonly signal: () => AbortSignal;
}

/** How long something may take. */
export interface TimeLimit {
  readonly ms: number;
  /** What it fails with if it takes longer. */
  readonly error: () => Error;
  /** What it fails with if `parent` is aborted. */
  readonly cancelled: () => Error;
}

/**
 * What `work` comes to. It must end with `parent`, or at the time limit; once it must, only the reason for that can be
 * thrown, soon, even if the work does not heed it.
 */
export function withTimeLimit<T>(
  parent: AbortSignal,
  limit: TimeLimit,
  work: (ending: TimedEnding) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const { ending, endWith } = createEnding();
    let grace: NodeJS.Timeout | undefined;
    const stop = (): void => {
      clearTimeout(clock);
      clearTimeout(grace);
      parent.removeEventListener('abort', cancel);
    };
    const end = (reason: Error): void => {
      stop();
      grace = setTimeout(reject, GRACE_MS, reason);
      endWith(reason);
    };
    const clock = setTimeout(() => {
      end(limit.error());
    }, limit.ms);
    const cancel = (): void => {
      end(limit.cancelled());
    };
    parent.addEventListener('abort', cancel, { once: true });
    if (parent.aborted) cancel();
    work(ending)
      .finally(stop)
      .then(resolve, (error: unknown) => {
        const reason = (ending.aborted ? ending.reason : error) as Error;
        reject(reason);
      });
  });
}

/** Most work needs no AbortSignal, and to make one takes Node 20 as long as a twentieth of a call. */
function createEnding(): { ending: TimedEnding; endWith: (reason: Error) => void } {
  const listeners = new Set<() => void>();
  let controller: AbortController | undefined;
  const ending = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_: 'abort', listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: 'abort', listener: () => void) => void listeners.delete(listener),
    signal: () => {
      controller ??= new AbortController();
      if (ending.aborted) controller.abort(ending.reason);
      return controller.signal;
    },
  };
  const endWith = (reason: Error): void => {
    ending.aborted = true;
    ending.reason = reason;
    controller?.abort(reason);
    for (const listener of listeners) listener();
  };
  return { ending, endWith };
}

/** What `work` comes to, or the reason to end once there is one, even if the work goes on. */
export function unlessAborted<T>(ending: Ending, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => {
      const reason = ending.reason as Error;
      reject(reason);
    };
    if (ending.aborted) abandon();
    ending.addEventListener('abort', abandon);
    work
      .finally(() => {
        ending.removeEventListener('abort', abandon);
      })
      .then(resolve, reject);
  });
}
