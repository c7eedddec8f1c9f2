import { constants } from 'node:os';

/** npm passes on to its child what the terminal has sent to both: the same wish twice. */
const ECHO_MS = 500;

/**
 * Calls `stop` once, at SIGTERM or SIGINT or when the returned function is called, then ends the process with code 0.
 * A second signal ends it at once, as if nobody had listened for it: with 128 and its number.
 */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  let since: number | undefined;
  const once = (): void => {
    if (since !== undefined) return;
    since = performance.now();
    void stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      const isSecond = since !== undefined && performance.now() - since > ECHO_MS;
      if (isSecond) process.exit(128 + constants.signals[signal]);
      once();
    });
  }
  return once;
}
