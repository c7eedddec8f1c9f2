import type { Logger } from '../log.js';

/** Tells once that traces get nowhere, and once that they do again. */
export interface Outage {
  readonly failed: (error: unknown) => void;
  readonly over: () => void;
}

export function createOutage(log: Logger): Outage {
  let isOn = false;
  return {
    failed: (error) => {
      if (!isOn) log.warn('traces cannot be exported', { reason: reasonOf(error) });
      isOn = true;
    },
    over: () => {
      if (isOn) log.info('traces are exported again');
      isOn = false;
    },
  };
}

/** A connection that several addresses have refused has no message of its own. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.message === '' ? String(error.code) : error.message;
}
