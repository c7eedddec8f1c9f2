import { AsyncResource } from 'node:async_hooks';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { ToolError } from '../tool-error.js';

/** Does work when there is room for it. It throws a ToolError if too much waits already. */
export type Slots = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/** Room for so much work at a time, the rest waiting in line. What is cancelled while it waits is never begun. */
export function createSlots(limits: {
  readonly maxConcurrency: number;
  readonly maxQueue: number;
}): Slots {
  const { maxConcurrency, maxQueue } = limits;
  const slots = bulkhead(maxConcurrency, maxQueue);
  return async (signal, work) => {
    try {
      // Given the signal, cockatiel would not pass on the turn of what was cancelled in line.
      const begin = () => {
        signal.throwIfAborted();
        return work();
      };
      // What waits is begun by whatever makes room for it, and is not part of that.
      return await slots.execute(slots.executionSlots > 0 ? begin : AsyncResource.bind(begin));
    } catch (error) {
      if (!isBulkheadRejectedError(error)) throw error;
      throw new ToolError(
        `This server is busy: ${maxConcurrency} requests to the API are under way and ${maxQueue} wait. ` +
          'Nothing was sent. Try again in a few seconds, with fewer calls at a time.',
      );
    }
  };
}
