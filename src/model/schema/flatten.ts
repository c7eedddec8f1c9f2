import type { JsonSchema } from '../model.js';
import { arrayField, isObject, objectField } from '../node.js';
import { assertionsOf } from './conjunction.js';

export interface FlattenedObject {
  /** In source order. */
  readonly properties: readonly FlattenedProperty[];
}

export interface FlattenedProperty {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

const plainKeywords: ReadonlySet<string> = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'minProperties',
  'maxProperties',
]);

/** The properties of an object schema to which nothing else applies; a body that is optional has none required. */
export function flattenObject(
  schema: JsonSchema,
  body: { readonly required: boolean },
): FlattenedObject | undefined {
  const properties = objectField(schema, 'properties');
  const required = arrayField(schema, 'required');
  if (schema['type'] !== 'object' || properties === undefined) return undefined;
  if (!assertionsOf(schema).every((keyword) => plainKeywords.has(keyword))) return undefined;
  if ((schema['additionalProperties'] ?? false) !== false) return undefined;
  if (!body.required && required.length > 0) return undefined;
  const undeclared = required.filter((name) => typeof name === 'string');
  const names = new Set([...Object.keys(properties), ...undeclared]);
  return {
    properties: [...names].map((name) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return {
        name,
        schema: isObject(property) ? property : {},
        required: required.includes(name),
      };
    }),
  };
}
