/** An expression that cannot be evaluated over a reply, and why. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
}

/** Bounds the time and the memory of an evaluation, which holds up everything else. */
export interface Meter {
  /** Counts a step that reads so many characters, and makes so many parts of them. */
  readonly read: (chars: number, parts?: number) => void;
  /** Counts a value that is made. */
  readonly make: (chars: number) => void;
  /** The parts between commas and in brackets. */
  readonly join: (open: '[' | '{', parts: readonly string[], close: ']' | '}') => string;
}

/** Characters read and written: less than a second. */
const MOST_WORK = 150_000_000;
/** What a step costs that reads nothing, in characters. */
const STEP = 100;
/** What a part costs. */
const PART = 40;
const LONGEST_VALUE = 15_000_000;

/** @throws EvaluationError from what it gives, when there was too much of it. */
export function createMeter(): Meter {
  let work = 0;
  const read = (chars: number, parts = 0): void => {
    work += STEP + chars + PART * parts;
    if (work > MOST_WORK) throw new EvaluationError('it takes too long on this reply');
  };
  const make = (chars: number): void => {
    if (chars > LONGEST_VALUE) throw new EvaluationError('it makes too much of this reply');
    read(chars);
  };
  return {
    read,
    make,
    join: (open, parts, close) => {
      let chars = parts.length + 1;
      for (const { length } of parts) chars += length;
      make(chars);
      return `${open}${parts.join(',')}${close}`;
    },
  };
}
