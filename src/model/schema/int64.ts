import type { Draft } from './constraints.js';
import { typeKeyword, typesOf } from './type.js';

const formats: ReadonlySet<unknown> = new Set(['int64', 'uint64']);

/**
 * Integers that JSON numbers cannot hold exactly may be given as strings of digits. Changes the draft of a
 * 64-bit integer unless its bounds say that it is a safe one; tells whether it did.
 */
export function acceptDigits(draft: Draft): boolean {
  const types = typesOf(draft['type']) ?? [];
  const isInteger = types.includes('integer') || types.includes('number');
  if (!formats.has(draft['format']) || !isInteger || types.includes('string')) return false;
  if (draft['const'] !== undefined) return false;
  const low = draft['minimum'] ?? draft['exclusiveMinimum'];
  const high = draft['maximum'] ?? draft['exclusiveMaximum'];
  if (isSafe(low) && isSafe(high)) return false;
  const others = types.filter((type) => type !== 'integer' && type !== 'number');
  const unsigned = draft['format'] === 'uint64' || (typeof low === 'number' && low >= 0);
  draft['type'] = typeKeyword(['integer', 'string', ...others]);
  draft['pattern'] = unsigned ? '^\\d+$' : '^-?\\d+$';
  return true;
}

function isSafe(bound: unknown): boolean {
  return typeof bound === 'number' && Math.abs(bound) <= Number.MAX_SAFE_INTEGER;
}
