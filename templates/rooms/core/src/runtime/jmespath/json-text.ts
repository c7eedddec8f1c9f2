import { stringEnd, valueEnd } from '../reply/json-spans.js';

/**
 * A value as compact JSON text (RFC 8259). Values are never parsed as a whole: what is picked is a part of the text, so
 * that long numbers keep their digits.
 */
export type JsonText = string;

export type Kind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export function kindOf(json: JsonText): Kind {
  switch (json.charAt(0)) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** The elements of an array or the values of an object; none of any other value. */
export function valuesOf(json: JsonText): readonly JsonText[] {
  const values: JsonText[] = [];
  eachPart(json, (_, start, end) => values.push(json.slice(start, end)));
  return values;
}

/** The keys of an object, as JSON. */
export function keysOf(json: JsonText): readonly JsonText[] {
  const keys: JsonText[] = [];
  eachPart(json, (from, start) => keys.push(json.slice(from, start - 1)));
  return keys;
}

/** The members of an object by name, the last of those that have the same; none of any other value. */
export function membersOf(json: JsonText): ReadonlyMap<string, JsonText> {
  const members = new Map<string, JsonText>();
  if (!json.startsWith('{')) return members;
  eachPart(json, (from, start, end) => {
    members.set(plainText(json.slice(from, start - 1)), json.slice(start, end));
  });
  return members;
}

/** The text that a JSON string stands for; of any other value, its JSON. */
export function plainText(json: JsonText): string {
  if (!json.startsWith('"')) return json;
  return json.includes('\\') ? String(JSON.parse(json)) : json.slice(1, -1);
}

/** JMESPath: null, false, and what is empty. */
export function isFalse(json: JsonText): boolean {
  return ['null', 'false', '""', '[]', '{}'].includes(json);
}

/** Arrays and objects are equal if their texts are: the order of members counts. */
export function isEqual(left: JsonText, right: JsonText): boolean {
  if (left === right) return true;
  const kind = kindOf(left);
  if (kind !== kindOf(right)) return false;
  if (kind === 'string') return plainText(left) === plainText(right);
  if (kind !== 'number') return false;
  // Of two integers beyond 2^53, a double does not tell whether they are the same.
  const value = Number(left);
  return value === Number(right) && (Number.isSafeInteger(value) || !Number.isInteger(value));
}

type Part = (from: number, start: number, end: number) => void;

/** Where each key or element starts, where its value does, and where that ends. */
function eachPart(json: JsonText, tell: Part): void {
  const isObject = json.startsWith('{');
  if (!isObject && !json.startsWith('[')) return;
  const last = json.length - 1;
  for (let at = 1; at < last;) {
    const start = isObject ? stringEnd(json, at) + 1 : at;
    const end = valueEnd(json, start);
    tell(at, start, end);
    at = end + 1;
  }
}
