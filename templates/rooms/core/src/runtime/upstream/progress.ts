const INTERVAL_MS = 5_000;

/** Tells of every five seconds that a call waits for the API, until the returned function is called. */
export function reportWaiting(progress: (message: string) => void): () => void {
  const start = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - start) / 1_000);
    progress(`Waiting for the API for ${seconds} s`);
  }, INTERVAL_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
