import { LimitError } from './limit-error.js';

/** Does the work of a caller if not too much is being done, or throws a LimitError. */
export type Concurrency = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Bounds the work at a time in all and by key; 0 stands for any number. */
export function createConcurrency(most: number, mostByKey: number): Concurrency {
  const running = new Map<string, number>();
  let total = 0;

  const count = (key: string, change: 1 | -1): void => {
    total += change;
    const own = (running.get(key) ?? 0) + change;
    if (own === 0) running.delete(key);
    else running.set(key, own);
  };

  return async (key, work) => {
    if (mostByKey > 0 && (running.get(key) ?? 0) >= mostByKey) {
      throw new LimitError(
        `Nothing was sent: ${mostByKey} of your calls are under way. Try again when one has ended.`,
      );
    }
    if (most > 0 && total >= most) {
      throw new LimitError(
        `Nothing was sent: this server is busy with ${most} calls. Try again in a few seconds.`,
      );
    }
    count(key, 1);
    try {
      return await work();
    } finally {
      count(key, -1);
    }
  };
}
