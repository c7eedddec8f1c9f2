import { keysOf, kindOf, plainText, valuesOf, type JsonText } from '../jmespath/json-text.js';
import { cutText } from './fit.js';

const LONGEST = 300;
const DEEPEST = 3;
const MOST_MEMBERS = 60;

/** What JSON holds, by the names in it, in at most 300 characters: `array of 30: {id, owner: {login}, labels: array of 2: string}`. */
export function describeJson(json: JsonText): string {
  for (let depth = DEEPEST; depth > 0; depth -= 1) {
    const text = describe(json, depth);
    if (text.length <= LONGEST) return text;
  }
  return `${cutText(describe(json, 1), LONGEST - 1)}…`;
}

function describe(json: JsonText, depth: number): string {
  const kind = kindOf(json);
  if (kind !== 'array' && kind !== 'object') return kind;
  const values = valuesOf(json);
  const [first] = values;
  if (first === undefined) return kind === 'array' ? '[]' : '{}';
  if (kind === 'array') return `array of ${values.length}: ${describe(first, depth)}`;
  if (depth === 0) return '{…}';
  const members = keysOf(json)
    .slice(0, MOST_MEMBERS)
    .map((key, index) => {
      const name = /^"[\w$.@-]+"$/.test(key) ? plainText(key) : key.replace(/\p{C}/gu, ' ');
      const value = values[index] ?? 'null';
      const isContainer = value.startsWith('{') || value.startsWith('[');
      return isContainer && depth > 1 ? `${name}: ${describe(value, depth - 1)}` : name;
    });
  return `{${members.join(', ')}${values.length > MOST_MEMBERS ? ', …' : ''}}`;
}
