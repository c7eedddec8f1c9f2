/** Values that are good until a time; of too many, those that were kept first are forgotten. */
export interface Memory<T> {
  /** Undefined if there is none, or no longer. */
  readonly get: (key: string) => T | undefined;
  /** `until` is in milliseconds since the epoch. */
  readonly keep: (key: string, value: T, until: number) => void;
}

export function createMemory<T>(most: number): Memory<T> {
  const kept = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get: (key) => {
      const found = kept.get(key);
      if (found === undefined || Date.now() < found.until) return found?.value;
      kept.delete(key);
      return undefined;
    },
    keep: (key, value, until) => {
      // Sets it anew, at the end of the map's order.
      kept.delete(key);
      kept.set(key, { value, until });
      const [oldest] = kept.size > most ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
    },
  };
}
