import { compactRecords } from './compact-json.js';

/**
 * NDJSON, or the records of a JSON text sequence (RFC 7464), as one compact JSON text a line. A line that is no JSON
 * stays as it is; of a body that was `cut`, the last one, which is not whole, is left out.
 */
export function compactLines(text: string, cut: boolean): string {
  const records = text.split(text.includes('\u001e') ? '\u001e' : /[\r\n]+/);
  const whole = cut && records.length > 1 ? records.slice(0, -1) : records;
  return compactRecords(whole.map((record) => record.trim()).filter((record) => record !== ''));
}
