/** Tells whether an id is used for the first time. */
export type UsedOnce = (id: string) => boolean | Promise<boolean>;

/** More are not remembered: a first use is then refused rather than a second one allowed. */
const MOST_USED = 100_000;

/** Remembers ids for `milliseconds`, after which nothing must accept them any more. */
export function createUsedOnce(milliseconds: number): (id: string) => boolean {
  const until = new Map<string, number>();
  return (id) => {
    const now = performance.now();
    for (const [old, end] of until) {
      if (end > now) break;
      until.delete(old);
    }
    if (until.has(id) || until.size >= MOST_USED) return false;
    until.set(id, now + milliseconds);
    return true;
  };
}
