import type { JsonSchema } from '../model.js';
import { field } from '../node.js';
import { subschemas } from './subschemas.js';

const sizes = new WeakMap<object, number>();
const references = new WeakMap<JsonSchema, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();
/** Text that JSON writes as it is, a byte each. */
const plain = /^[ !#-[\]-~]*$/;

/** Bytes of a value as JSON in UTF-8. Shared parts are measured once, so that it is quick whatever the result. */
export function jsonBytes(value: unknown): number {
  if (typeof value === 'string' && plain.test(value)) return value.length + 2;
  if (typeof value !== 'object' || value === null) return Buffer.byteLength(JSON.stringify(value));
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let size = 2;
  if (Array.isArray(value)) for (const item of value) size += jsonBytes(item) + 1;
  else
    for (const [key, part] of Object.entries(value)) size += jsonBytes(key) + jsonBytes(part) + 2;
  const total = size > 2 ? size - 1 : size;
  sizes.set(value, total);
  return total;
}

/** The name of the definition that a schema refers to. */
export function definitionName(schema: JsonSchema): string | undefined {
  const ref = field(schema, '$ref');
  return typeof ref === 'string' ? ref.slice('#/$defs/'.length) : undefined;
}

/** Names of the definitions that a schema and the schemas below it refer to, those of definitions not included. */
export function definitionNames(schema: JsonSchema): ReadonlySet<string> {
  const known = references.get(schema);
  if (known !== undefined) return known;
  const own = definitionName(schema);
  const below = subschemas(schema)
    .map(definitionNames)
    .filter((names) => names.size > 0);
  const [first = none, ...others] = below;
  const names =
    own === undefined && others.every((other) => other === first)
      ? first
      : new Set([...(own === undefined ? [] : [own]), ...below.flatMap((part) => [...part])]);
  references.set(schema, names);
  return names;
}
