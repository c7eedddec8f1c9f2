import type { JsonSchema } from '../model.js';
import { isObject } from '../node.js';

/** Keywords of emitted schemas that hold a schema, a list of schemas and schemas by name. */
const single: ReadonlySet<string> = new Set([
  'additionalProperties',
  'items',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'not',
  'if',
  'then',
  'else',
]);
const lists: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas']);

/** Applies `change` to the schemas directly below an emitted schema; gives the same object if nothing changed. */
export function mapSubschemas(
  schema: JsonSchema,
  change: (part: JsonSchema, path: readonly [string, string?]) => JsonSchema,
): JsonSchema {
  const changes: JsonSchema[] = [];
  const visit = (part: unknown, ...path: readonly [string, string?]): unknown => {
    if (!isObject(part)) return part;
    const result = change(part, path);
    if (result !== part) changes.push(result);
    return result;
  };
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (single.has(keyword)) return [keyword, visit(value, keyword)];
    if (lists.has(keyword) && Array.isArray(value)) {
      return [keyword, value.map((part: unknown, index) => visit(part, keyword, String(index)))];
    }
    if (maps.has(keyword) && isObject(value)) {
      const parts = Object.entries(value).map(([name, part]) => [name, visit(part, keyword, name)]);
      return [keyword, Object.fromEntries(parts)];
    }
    return [keyword, value];
  });
  const result = Object.fromEntries(entries);
  return changes.length > 0 ? result : schema;
}

/** The schemas directly below an emitted schema. */
export function subschemas(schema: JsonSchema): readonly JsonSchema[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (single.has(keyword)) return isObject(value) ? [value] : [];
    const isList = lists.has(keyword) && Array.isArray(value);
    const isMap = maps.has(keyword) && isObject(value);
    return isList || isMap ? Object.values<unknown>(value).filter(isObject) : [];
  });
}
