import { compactJson } from './compact-json.js';

/**
 * NDJSON, or the records of a JSON text sequence (RFC 7464), as one compact JSON text a line. A line that is no JSON
 * stays as it is; of a body that was `cut`, the last one, which is not whole, is left out.
 */
export function compactLines(text: string, cut: boolean): string {
  const records = text.includes('\u001e') ? text.split('\u001e') : text.split(/\r?\n/);
  return (cut && records.length > 1 ? records.slice(0, -1) : records)
    .map((record) => record.trim())
    .filter((record) => record !== '')
    .map((record) => compactJson(record) ?? record)
    .join('\n');
}
