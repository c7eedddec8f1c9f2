import { z } from 'zod';
import { isObject, setOwn, type JsonObject } from './json.js';

const types: Readonly<Record<string, JsonObject>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  object: { type: 'object' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
  email: { type: 'string', format: 'email' },
  uri: { type: 'string', format: 'uri' },
  uuid: { type: 'string', format: 'uuid' },
};

const shortForm = new RegExp(`^(${Object.keys(types).join('|')})((?:\\[\\])*)(!?)$`);

/** The short form of a type: `TYPE`, `TYPE[]`, with a trailing `!` if required. */
export const valueType = z.string().regex(shortForm, {
  error: `is no type; types are ${Object.keys(types).join(', ')}, with [] and ! after them`,
});

const number = z.number().exactOptional();
const count = z.int().nonnegative().exactOptional();
const flag = z.boolean().exactOptional();
const text = z.string().exactOptional();

/** A JSON Schema (2020-12); the schemas in it may be in short form. */
export const jsonSchema = z.strictObject({
  type: z.union([z.string(), z.array(z.string()).readonly()]).exactOptional(),
  title: text,
  description: text,
  format: text,
  pattern: text,
  contentEncoding: text,
  contentMediaType: text,
  enum: z.array(z.unknown()).readonly().exactOptional(),
  const: z.unknown().exactOptional(),
  default: z.unknown().exactOptional(),
  examples: z.array(z.unknown()).readonly().exactOptional(),
  example: z.unknown().exactOptional(),
  deprecated: flag,
  readOnly: flag,
  writeOnly: flag,
  nullable: flag,
  uniqueItems: flag,
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  multipleOf: number,
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  minProperties: count,
  maxProperties: count,
  required: z.array(z.string()).readonly().exactOptional(),
  get items() {
    return anySchema.exactOptional();
  },
  get prefixItems() {
    return z.array(anySchema).readonly().exactOptional();
  },
  get contains() {
    return anySchema.exactOptional();
  },
  get properties() {
    return z.record(z.string(), anySchema).readonly().exactOptional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), anySchema]).exactOptional();
  },
  get allOf() {
    return z.array(anySchema).readonly().exactOptional();
  },
  get anyOf() {
    return z.array(anySchema).readonly().exactOptional();
  },
  get oneOf() {
    return z.array(anySchema).readonly().exactOptional();
  },
  get not() {
    return anySchema.exactOptional();
  },
});

const anySchema = z.union([valueType, jsonSchema]);

/** A schema with everything in full, and whether the short form said that it is required. */
export interface ExpandedType {
  readonly schema: JsonObject;
  readonly required: boolean;
}

/** Writes a type out as a JSON Schema; accepts what `valueType` and `jsonSchema` accept. */
export function expandType(type: unknown): ExpandedType {
  if (typeof type === 'string') return expandShortForm(type);
  return { schema: isObject(type) ? expandSchema(type) : {}, required: false };
}

/** The schema of an object whose properties have these types. */
export function objectSchema(types: ReadonlyMap<string, ExpandedType>): JsonObject {
  const properties: JsonObject = {};
  for (const [name, { schema }] of types) setOwn(properties, name, schema);
  const required = [...types].filter(([, type]) => type.required).map(([name]) => name);
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function expandShortForm(type: string): ExpandedType {
  const [, name = '', lists = '', required = ''] = shortForm.exec(type) ?? [];
  let schema: JsonObject = { ...types[name] };
  for (let depth = lists.length / 2; depth > 0; depth--) schema = { type: 'array', items: schema };
  return { schema, required: required === '!' };
}

function expandSchema(schema: JsonObject): JsonObject {
  const expanded: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    expanded[keyword] = expandKeyword(keyword, value);
  }
  if (isObject(schema['properties'])) {
    const types = Object.entries(schema['properties']).map(
      ([name, type]) => [name, expandType(type)] as const,
    );
    const { required: marked = [], ...object } = objectSchema(new Map(types));
    const required = [schema['required'] ?? [], marked].flat();
    return { ...expanded, ...object, ...(required.length > 0 ? { required } : {}) };
  }
  return expanded;
}

function expandKeyword(keyword: string, value: unknown): unknown {
  switch (keyword) {
    case 'items':
    case 'contains':
    case 'not':
    case 'additionalProperties':
      return typeof value === 'boolean' ? value : expandType(value).schema;
    case 'prefixItems':
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return Array.isArray(value) ? value.map((item) => expandType(item).schema) : value;
    default:
      return value;
  }
}
