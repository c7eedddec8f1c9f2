import type { JsonSchema } from '../model.js';
import { arrayField, isObject, objectField } from '../node.js';
import { formatText } from './format-text.js';
import { patternText } from './pattern-text.js';

const mostItems = 20;
const longestText = 200;
/** A URL must encode it, and every other place must not. */
const plainText = 'text & more';
/** Beyond 2^53: digits that must arrive as they were given. */
const digits = '9007199254740993';
const file = { data: 'c2FtcGxl', name: 'sample.txt', mediaType: 'text/plain' };

/** A schema of one sample, or one that openapi-sampler has a valid sample of; empty if it says nothing. */
export function scalarLeaf(schema: JsonSchema): JsonSchema {
  const type = typesOf(schema)[0];
  switch (type) {
    case 'integer':
    case 'number':
      return isDigits(schema) ? { const: digits } : { const: numberWithin(schema, type) };
    case 'string':
      return isFile(schema) ? { const: file } : textLeaf(schema);
    case undefined:
      return typeof schema['pattern'] === 'string' ? textLeaf(schema) : {};
    default:
      return { type };
  }
}

/**
 * As `scalarLeaf`, of an array of at least `least` items if it may have as many; `item` makes the schema of items that
 * stand there `count` times.
 */
export function arrayLeaf(
  schema: JsonSchema,
  least: number,
  item: (schema: JsonSchema, count: number) => JsonSchema,
): JsonSchema {
  const prefix = arrayField(schema, 'prefixItems').filter(isObject);
  if (prefix.length > 0) {
    return { type: 'array', prefixItems: prefix.map((each) => item(each, 1)) };
  }
  const items = objectField(schema, 'items') ?? objectField(schema, 'contains') ?? {};
  const { maxItems } = schema;
  const most = typeof maxItems === 'number' ? maxItems : Infinity;
  const count = Math.max(Math.min(least, most), numberOf(schema, 'minItems'));
  if (count === 0 || count > mostItems) return { const: [] };
  const listed = arrayField(items, 'enum');
  if (listed.length >= count) return { const: listed.slice(0, count) };
  if (count > 1 && schema['uniqueItems'] === true) return { const: distinctItems(items, count) };
  return { type: 'array', minItems: count, items: item(items, count) };
}

/** Whether a schema is that of a file, which may be given as data with a name and a media type. */
export function isFile(schema: JsonSchema): boolean {
  return schema['format'] === 'binary' && isOfType(schema, 'object');
}

/** Whether a schema declares a type; null only if it declares no other. */
export function isOfType(schema: unknown, type: string): boolean {
  const types = typesOf(schema);
  return type === 'null' ? types[0] === type : types.includes(type);
}

/** The value of a keyword that bounds something from below. */
export function numberOf(schema: JsonSchema, keyword: string): number {
  const value = schema[keyword];
  return typeof value === 'number' ? value : 0;
}

function textLeaf(schema: JsonSchema): JsonSchema {
  const { minLength, maxLength, pattern } = schema;
  const format = schema['contentEncoding'] === 'base64' ? 'byte' : schema['format'];
  const shortest = numberOf(schema, 'minLength');
  if (shortest > longestText) return { const: null };
  if (typeof pattern === 'string') {
    const longest = typeof maxLength === 'number' ? maxLength : Infinity;
    return { const: patternText(pattern, shortest, longest) ?? null };
  }
  const known = formatText(format);
  if (known !== undefined) return { const: known };
  // Lengths beside a format make the library complain on the console.
  if (format !== undefined) return { type: 'string', format };
  const isLongEnough = shortest <= plainText.length;
  const isShortEnough = typeof maxLength !== 'number' || plainText.length <= maxLength;
  if (isLongEnough && isShortEnough) return { const: plainText };
  return { type: 'string', minLength, maxLength };
}

/** 1 if the bounds allow it, else the number that is next to a bound. */
function numberWithin(schema: JsonSchema, type: 'integer' | 'number'): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const bound = (value: unknown, otherwise: number) =>
    typeof value === 'number' ? value : otherwise;
  const low = Math.max(bound(minimum, -Infinity), bound(exclusiveMinimum, -Infinity));
  const high = Math.min(bound(maximum, Infinity), bound(exclusiveMaximum, Infinity));
  const step = bound(multipleOf, 1);
  const candidates = [1, step, Math.ceil(low / step) * step, (Math.floor(low / step) + 1) * step];
  const fitting = [...candidates, Math.floor(high / step) * step, high - step, (low + high) / 2]
    .filter((value) => value >= low && value <= high)
    .filter((value) => value !== exclusiveMinimum && value !== exclusiveMaximum)
    .filter((value) => type === 'number' || Number.isInteger(value))
    .filter((value) => multipleOf === undefined || Number.isInteger(value / step));
  return fitting[0] ?? 0;
}

function distinctItems(item: JsonSchema, count: number): readonly unknown[] {
  const isText = isOfType(item, 'string');
  return Array.from({ length: count }, (_, index) => (isText ? `sample ${index + 1}` : index + 1));
}

function isDigits(schema: JsonSchema): boolean {
  return /^u?int64$/.test(String(schema['format'])) && isOfType(schema, 'string');
}

/** As they stand there, null last: a sample of null would say nothing. */
function typesOf(schema: unknown): readonly unknown[] {
  const type = isObject(schema) ? schema['type'] : undefined;
  const types: readonly unknown[] = Array.isArray(type) ? type : type === undefined ? [] : [type];
  return [...types.filter((name) => name !== 'null'), ...types.filter((name) => name === 'null')];
}
