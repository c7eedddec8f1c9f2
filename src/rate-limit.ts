/** At most so many calls in so many seconds. */
export interface RateLimit {
  readonly calls: number;
  readonly seconds: number;
}

/** How a rate limit is written: `600/60s`, `5/s`, `1000/1h`. */
export const rateLimitForm = /^(\d{1,9})\/(\d{0,5})([smh])$/;

const LONGEST_SECONDS = 86_400;

/** Reads a rate limit; undefined if it is none, lets nothing through, or is for more than a day. */
export function readRateLimit(text: string): RateLimit | undefined {
  const [, calls = '', count = '', unit = ''] = rateLimitForm.exec(text) ?? [];
  const seconds = Number(count || 1) * ({ s: 1, m: 60, h: 3_600 }[unit] ?? 0);
  if (Number(calls) === 0 || seconds === 0 || seconds > LONGEST_SECONDS) return undefined;
  return { calls: Number(calls), seconds };
}
