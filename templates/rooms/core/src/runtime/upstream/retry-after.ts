/**
 * The milliseconds that a `Retry-After` header asks to wait, in seconds or until a date; undefined if it says neither.
 * RFC 9110, section 10.2.3.
 */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1_000;
  // Date.parse takes more than the three forms of section 5.6.7, which all start with a day, and the third, which names
  // no zone, for local time.
  const isDate = /^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value);
  const date = isDate ? Date.parse(value.replace(/(?: GMT)?\s*$/, ' GMT')) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
