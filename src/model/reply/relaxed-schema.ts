import type { JsonSchema } from '../model.js';
import { arrayField, isObject, objectField, textField } from '../node.js';
import { definitionName, jsonBytes } from '../schema/size.js';
import type { Definitions } from '../schema/translator.js';
import { typeKeyword, typesOf, type JsonType } from '../schema/type.js';
import { isEqual } from '../schema/values.js';
import { plainText } from '../text.js';

/** Longer descriptions cost more than they tell of a reply. */
const descriptionLimit = 80;
/** Two schemas that are larger together become one that accepts anything. */
const mergeableBytes = 4_096;

/** Makes a schema accept whatever an API may send in place of what it promises. */
export interface Relaxation {
  /**
   * Structure, types and short descriptions alone: nothing is required, closed, bounded or enumerated, null stands
   * everywhere, digits stand for integers, and alternatives become one schema. Memoised by identity.
   */
  readonly relax: (schema: JsonSchema) => JsonSchema;
  /** A relaxed schema that accepts what either of two accepts. */
  readonly either: (left: JsonSchema, right: JsonSchema) => JsonSchema;
  /** What a relaxed schema that is nothing but a reference stands for. */
  readonly resolve: (schema: JsonSchema) => JsonSchema;
}

/** Relaxes schemas that refer to `definitions`. */
export function createRelaxation(definitions: Definitions): Relaxation {
  const relaxed = new WeakMap<JsonSchema, JsonSchema>();
  const resolving = new Set<string>();

  const relax = (schema: JsonSchema): JsonSchema => {
    const known = relaxed.get(schema);
    if (known !== undefined) return known;
    const own = [relaxOwn(schema, relax)];
    const required = arrayField(schema, 'allOf').filter(isObject).map(relax);
    const alternatives = ['anyOf', 'oneOf'].flatMap((keyword) => {
      const [first, ...others] = arrayField(schema, keyword).filter(isObject).map(relax);
      return first === undefined ? [] : [others.reduce(either, first)];
    });
    const result = [...own, ...required, ...alternatives].reduce(both);
    relaxed.set(schema, result);
    return result;
  };

  const resolve = (schema: JsonSchema): JsonSchema => {
    const name = definitionName(schema);
    const definition = name === undefined ? undefined : definitions.get(name);
    if (name === undefined || definition === undefined) return schema;
    if (resolving.has(name)) return {};
    resolving.add(name);
    const target = resolve(relax(definition));
    resolving.delete(name);
    return target;
  };

  const both = (left: JsonSchema, right: JsonSchema): JsonSchema => {
    if (saysNothing(right)) return left;
    if (saysNothing(left)) return { ...right, ...left };
    return conjoined(resolve(left), resolve(right));
  };

  const either = (left: JsonSchema, right: JsonSchema): JsonSchema => {
    if (left === right || isNull(right)) return left;
    if (isNull(left)) return right;
    if (jsonBytes(left) + jsonBytes(right) > mergeableBytes) return {};
    if (isEqual(left, right)) return left;
    return united(resolve(left), resolve(right), either);
  };

  return { relax, either, resolve };
}

/** The keywords of the schema itself; a reference accepts null by what it refers to. */
function relaxOwn(schema: JsonSchema, relax: (part: JsonSchema) => JsonSchema): JsonSchema {
  const { $ref, items, prefixItems, additionalProperties } = schema;
  const types = typesOf(schema['type']);
  const description = plainText(textField(schema, 'description') ?? '', descriptionLimit);
  const properties = Object.entries(objectField(schema, 'properties') ?? {}).map(
    ([name, part]) => [name, isObject(part) ? relax(part) : {}] as const,
  );
  return {
    ...($ref !== undefined && { $ref }),
    ...(types !== undefined && { type: typeKeyword(relaxTypes(types)) }),
    ...(description !== '' && { description }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(isObject(items) && prefixItems === undefined && { items: relax(items) }),
    ...(isObject(additionalProperties) && { additionalProperties: relax(additionalProperties) }),
  };
}

/** 64-bit integers come as strings of digits. */
function relaxTypes(types: readonly JsonType[]): readonly JsonType[] {
  const named = types.filter((type) => type !== 'null');
  const digits: readonly JsonType[] = types.includes('integer') ? ['string'] : [];
  return [...new Set([...named, ...digits, 'null' as const])];
}

/** Accepts at least what both accept. */
function conjoined(left: JsonSchema, right: JsonSchema): JsonSchema {
  const { additionalProperties: one, ...all } = { ...right, ...left };
  const properties = { ...objectField(right, 'properties'), ...objectField(left, 'properties') };
  const hasProperties = Object.keys(properties).length > 0;
  return {
    ...all,
    ...(hasProperties && { properties }),
    // It would hold for what only the other one declares.
    ...(!hasProperties && one !== undefined && { additionalProperties: one }),
  };
}

function united(left: JsonSchema, right: JsonSchema, either: Relaxation['either']): JsonSchema {
  const [one, other] = [typesOf(left['type']), typesOf(right['type'])];
  if (one === undefined || other === undefined) return {};
  const isShared = (keyword: string, type: JsonType): boolean =>
    [left, right].every(
      (schema) => typesOf(schema['type'])?.includes(type) !== true || keyword in schema,
    );
  const partOf = (keyword: string): JsonSchema => {
    const parts = [left[keyword], right[keyword]].filter(isObject);
    return parts.reduce(either);
  };
  const [mine, theirs] = [left, right].map((schema) => objectField(schema, 'properties') ?? {});
  const properties = Object.entries({ ...theirs, ...mine }).map(([name, part]) => {
    const counterpart = objectField(mine, name) === part ? objectField(theirs, name) : undefined;
    const schema = isObject(part) ? part : {};
    return [name, counterpart === undefined ? schema : either(schema, counterpart)] as const;
  });
  const closes = isShared('additionalProperties', 'object') && properties.length === 0;
  const hasRest = 'additionalProperties' in left || 'additionalProperties' in right;
  return {
    type: typeKeyword(relaxTypes([...one, ...other])),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(('items' in left || 'items' in right) &&
      isShared('items', 'array') && { items: partOf('items') }),
    ...(hasRest && closes && { additionalProperties: partOf('additionalProperties') }),
  };
}

function saysNothing(schema: JsonSchema): boolean {
  return Object.keys(schema).every((keyword) => keyword === 'description');
}

function isNull(schema: JsonSchema): boolean {
  return schema['type'] === 'null';
}
