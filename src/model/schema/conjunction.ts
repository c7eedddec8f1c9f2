import type { JsonSchema } from '../model.js';
import { isObject } from '../node.js';
import type { Draft } from './constraints.js';
import { typeKeyword, typesOf, type JsonType } from './type.js';
import { isEqual } from './values.js';

const annotations: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'deprecated',
  'examples',
  'writeOnly',
]);

/** Keywords that mean something only together: a group is taken from one side or not at all. */
const groups = [
  ['if', 'then', 'else'],
  ['contains', 'minContains', 'maxContains'],
  ['items', 'prefixItems'],
] as const;

/** The keywords of a schema that restrict a value. */
export function assertionsOf(schema: JsonSchema): readonly string[] {
  return Object.keys(schema).filter((keyword) => !annotations.has(keyword));
}

/** One schema that accepts exactly what both accept, annotated as `left` first; undefined if there is no simple one. */
export function conjoin(left: JsonSchema, right: JsonSchema): JsonSchema | undefined {
  if (interferes(left, right)) return undefined;
  const both: Draft = { ...left };
  for (const [keyword, value] of Object.entries(right)) {
    const given = both[keyword];
    if (given === undefined) both[keyword] = value;
    else if (!annotations.has(keyword) && !isEqual(given, value)) {
      const united = unite(keyword, given, value);
      if (united === undefined) return undefined;
      both[keyword] = united;
    }
  }
  return both;
}

function unite(keyword: string, left: unknown, right: unknown): unknown {
  switch (keyword) {
    case 'type':
      return commonTypes(left, right);
    case 'required':
      return [...new Set([...listOf(left), ...listOf(right)])];
    case 'properties':
      return isObject(left) && isObject(right) ? uniteProperties(left, right) : undefined;
    default:
      return undefined;
  }
}

function commonTypes(left: unknown, right: unknown): unknown {
  const [one, other] = [typesOf(left) ?? [], typesOf(right) ?? []];
  const covers = (types: readonly JsonType[], type: JsonType) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  const common = [
    ...one.filter((type) => covers(other, type)),
    ...other.filter((type) => covers(one, type)),
  ];
  return common.length === 0 ? undefined : typeKeyword([...new Set(common)]);
}

function uniteProperties(left: JsonSchema, right: JsonSchema): JsonSchema {
  const properties = new Map<string, unknown>(Object.entries(left));
  for (const [name, schema] of Object.entries(right)) {
    const given = properties.get(name);
    if (isObject(given) && isObject(schema) && given !== schema) {
      properties.set(name, conjoin(given, schema) ?? { allOf: [given, schema] });
    } else {
      properties.set(name, schema);
    }
  }
  return Object.fromEntries(properties);
}

/** Whether a keyword of one side would change its meaning beside the keywords of the other. */
function interferes(left: JsonSchema, right: JsonSchema): boolean {
  const unevaluated = [left, right].some(
    (schema) => 'unevaluatedProperties' in schema || 'unevaluatedItems' in schema,
  );
  const split = groups.some(
    (group) =>
      group.some((keyword) => keyword in left && !(keyword in right)) &&
      group.some((keyword) => keyword in right && !(keyword in left)),
  );
  return unevaluated || split || restrictsRest(left, right) || restrictsRest(right, left);
}

/** `additionalProperties` of `schema` would no longer see properties that only `other` names. */
function restrictsRest(schema: JsonSchema, other: JsonSchema): boolean {
  if ((schema['additionalProperties'] ?? true) === true) return false;
  if (!isEqual(schema['patternProperties'] ?? {}, other['patternProperties'] ?? {})) return true;
  return propertyNames(other).some((name) => !propertyNames(schema).includes(name));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function propertyNames(schema: JsonSchema): readonly string[] {
  const properties = schema['properties'];
  return isObject(properties) ? Object.keys(properties) : [];
}
