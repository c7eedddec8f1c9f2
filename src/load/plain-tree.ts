import type { Origin } from '../diagnostics.js';
import { failure, tooDeep } from './failure.js';
import { formatPointer } from './json.js';
import { limits } from './limits.js';

/**
 * False when an object occurs twice in the value. Throws when the value is no JSON (MG121), is
 * nested too deeply (MG107), or stands for too much once its aliases are expanded (MG108).
 */
export function isPlainTree(value: unknown, originOf: (pointer: string) => Origin): boolean {
  const seen = new Set<object>();
  const path: string[] = [];
  let values = 0;
  let plain = true;

  const visit = (node: unknown): void => {
    values++;
    if (typeof node === 'number' && !Number.isFinite(node)) {
      throw notJson(originOf(formatPointer(path)));
    }
    if (typeof node !== 'object' || node === null) return;
    if (seen.has(node)) plain = false;
    seen.add(node);
    if (!plain && (values > limits.expandedValues || path.length >= limits.depth)) {
      throw tooManyAliases(originOf(formatPointer(path.slice(0, 1))));
    }
    if (path.length >= limits.depth) throw tooDeep(originOf(formatPointer(path)));
    for (const [key, member] of Object.entries(node)) {
      path.push(key);
      visit(member);
      path.pop();
    }
  };

  visit(value);
  return plain;
}

function notJson(origin: Origin): Error {
  return failure(
    'MG121',
    'JSON has no such number.',
    origin,
    'Quote it, or write a finite number.',
  );
}

function tooManyAliases(origin: Origin): Error {
  return failure(
    'MG108',
    'The YAML aliases (`*name`) here contain themselves or stand for millions of values.',
    origin,
    'Use $ref instead of aliases.',
  );
}
