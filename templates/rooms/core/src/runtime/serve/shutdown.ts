/** How long requests that are being answered hold up the end of the process. */
export const SHUTDOWN_DEADLINE_MS = 10_000;

/** Calls `stop` once, at SIGTERM or SIGINT or when the returned function is called, then ends the process. */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    void stop().finally(() => process.exit(0));
  };
  process.once('SIGTERM', once);
  process.once('SIGINT', once);
  return once;
}
