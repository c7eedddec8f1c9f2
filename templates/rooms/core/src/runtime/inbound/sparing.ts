/** After a failure no other request is made for this long. */
const FAILURE_PAUSE_MS = 5_000;

/** The same attempt, which after a failure fails in the same way for a while: clients must not drive it. */
export function sparing<A extends readonly unknown[], T>(
  attempt: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let failed: { readonly error: unknown; readonly until: number } | undefined;
  return async (...args) => {
    if (failed !== undefined && Date.now() < failed.until) throw failed.error;
    try {
      return await attempt(...args);
    } catch (error) {
      failed = { error, until: Date.now() + FAILURE_PAUSE_MS };
      throw error;
    }
  };
}
