import type { OutputSchema } from '../tool.js';
import { isValid } from '../validation/problem.js';
import { validate } from '../validation/validate.js';
import { isJson } from './compact-json.js';

/** The `structuredContent` of a result. */
export type Structured = Record<string, unknown>;

/** A client may have to walk through it by recursion. */
const DEEPEST = 100;
/** In a longer string the patterns could run out of stack. */
const LONGEST = 5_000_000;
const STRINGS_AND_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * The text of a reply in the form of a tool's output schema: a JSON object as it is, other JSON as `result`, and what
 * is no JSON, or does not pass, as the text `reply`. Clients refuse a result that does not pass, and the answer must
 * not be lost with it. Integers beyond 2^53 are strings.
 */
export function structure(text: string, schema: OutputSchema): Structured {
  const passes = (value: unknown): boolean => isValid(validate(schema, value));
  const json = isShallowJson(text) ? asObject(JSON.parse(quoteLongNumbers(text))) : undefined;
  return [json, { reply: text }].find((value) => value !== undefined && passes(value)) ?? {};
}

function asObject(value: unknown): Structured {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : { result: value };
}

/** JSON text in which numbers that a double would change or cannot hold are strings of their digits. */
function quoteLongNumbers(text: string): string {
  return text.replace(STRINGS_AND_NUMBERS, (token) => {
    if (token.startsWith('"')) return token;
    const value = Number(token);
    const isKept = /[.eE]/.test(token) ? Number.isFinite(value) : Number.isSafeInteger(value);
    return isKept ? token : `"${token}"`;
  });
}

function isShallowJson(text: string): boolean {
  if (text.length > LONGEST) return false;
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > DEEPEST) return false;
  }
  return isJson(text);
}
