import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { ToolError } from '../tool-error.js';
import type { Ending } from './time-limit.js';

/** Does work when there is room for it. It throws a ToolError if too much waits already. */
export type Slots = <T>(ending: Ending, work: () => Promise<T>) => Promise<T>;

/** Room for so much work at a time, the rest waiting in line. What is cancelled while it waits is never begun. */
export function createSlots(limits: {
  readonly maxConcurrency: number;
  readonly maxQueue: number;
}): Slots {
  const { maxConcurrency, maxQueue } = limits;
  const slots = bulkhead(maxConcurrency, maxQueue);
  /** Resolves when there is room; it is taken until what is returned is called. */
  const enter = (): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const stay = (): Promise<void> =>
        new Promise((leave) => {
          resolve(leave);
        });
      slots.execute(stay).catch(reject);
    });
  return async (ending, work) => {
    try {
      const leave = await enter();
      try {
        // Given a signal, cockatiel would not pass on the turn of what was cancelled in line.
        if (ending.aborted) throw ending.reason as Error;
        return await work();
      } finally {
        leave();
      }
    } catch (error) {
      if (!isBulkheadRejectedError(error)) throw error;
      throw new ToolError(
        `This server is busy: ${maxConcurrency} requests to the API are under way and ${maxQueue} wait. ` +
          'Nothing was sent. Try again in a few seconds, with fewer calls at a time.',
      );
    }
  };
}
