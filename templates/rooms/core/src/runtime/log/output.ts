import { writeSync } from 'node:fs';
import { codeOf } from '../upstream/failure.js';

/** Where lines go. Writing never fails, and does not wait for a reader. */
export interface Output {
  readonly write: (line: string) => void;
}

/** UTF-16 code units that wait for a slow reader; what does not fit is dropped. */
const MOST_WAITING = 1024 * 1024;
/** When a reader that was too slow is tried again, in milliseconds. */
const RETRY_MS = 20;
/** Tries at the exit of the process: a reader that has stopped does not hold it up for longer than a second. */
const LAST_TRIES = 50;

const nothing = Buffer.alloc(0);

/**
 * Writes to a file descriptor what comes up in one turn of the event loop at once, and at the exit of the process what
 * is still there, so that no line is lost. A client that never reads must not stop the server: a pipe that is full is
 * tried again later, and more than a megabyte is not kept.
 */
export function createOutput(descriptor: number): Output {
  let waiting = '';
  let rest = nothing;
  let scheduled = false;
  let closed = false;

  /** Writes as much as the reader takes; false if it takes no more for now. */
  const flush = (): boolean => {
    while (rest.byteLength > 0 || waiting !== '') {
      if (rest.byteLength === 0) {
        rest = Buffer.from(waiting);
        waiting = '';
      }
      try {
        rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        if (codeOf(error) === 'EAGAIN') return false;
        // Nobody reads any more, which is no reason to end.
        closed = true;
        waiting = '';
        rest = nothing;
      }
    }
    return true;
  };
  const turn = (): void => {
    scheduled = !flush();
    if (scheduled) setTimeout(turn, RETRY_MS).unref();
  };
  const last = (): void => {
    const clock = new Int32Array(new SharedArrayBuffer(4));
    for (let tries = 1; !flush() && tries < LAST_TRIES; tries += 1) {
      Atomics.wait(clock, 0, 0, RETRY_MS);
    }
  };

  let used = false;
  return {
    write: (line) => {
      if (closed || waiting.length + rest.byteLength > MOST_WAITING) return;
      if (!used) process.once('exit', last);
      used = true;
      waiting += line;
      if (!scheduled) setImmediate(turn);
      scheduled = true;
    },
  };
}

/** The process's stderr. */
export const standardError: Output = createOutput(2);
