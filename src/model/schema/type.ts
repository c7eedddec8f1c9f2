import { arrayField, field, isObject, type JsonObject } from '../node.js';
import { show, type Note } from './note.js';

export const jsonTypes = [
  'null',
  'boolean',
  'object',
  'array',
  'number',
  'integer',
  'string',
] as const;

export type JsonType = (typeof jsonTypes)[number];

/** Names that descriptions use for a type of JSON Schema. */
const aliases: ReadonlyMap<string, JsonType> = new Map([
  ...jsonTypes.map((type) => [type, type] as const),
  ['int', 'integer'],
  ['long', 'integer'],
  ['float', 'number'],
  ['double', 'number'],
  ['bool', 'boolean'],
  ['file', 'string'],
]);

const objectKeywords = ['properties', 'additionalProperties', 'patternProperties'] as const;

/** The types that a schema declares, or that its keywords imply; undefined: any. */
export function readTypes(source: JsonObject, note: Note): readonly JsonType[] | undefined {
  const declared = field(source, 'type');
  if (declared === undefined) return impliedTypes(source);
  const types = new Set<JsonType>();
  for (const name of Array.isArray(declared) ? declared : [declared]) {
    const type = readType(name, note);
    if (type !== undefined) types.add(type);
  }
  return types.size === 0 ? impliedTypes(source) : [...types];
}

/** Whether a value is of one of `types` as JSON Schema 2020-12 means it. */
export function isOfType(value: unknown, types: readonly JsonType[]): boolean {
  return types.some((type) => matches(value, type));
}

/** The `type` keyword for some types. */
export function typeKeyword(types: readonly JsonType[]): JsonType | readonly JsonType[] {
  const [first, ...rest] = types;
  return first !== undefined && rest.length === 0 ? first : types;
}

/** The types that a `type` keyword written by `typeKeyword` names. */
export function typesOf(keyword: unknown): readonly JsonType[] | undefined {
  if (keyword === undefined) return undefined;
  const names: readonly unknown[] = Array.isArray(keyword) ? keyword : [keyword];
  return jsonTypes.filter((type) => names.includes(type));
}

function readType(name: unknown, note: Note): JsonType | undefined {
  const type = typeof name === 'string' ? aliases.get(name.trim().toLowerCase()) : undefined;
  if (type === undefined) {
    note.warn('MG306', `The type ${show(name)} is not one of JSON Schema and is ignored.`);
  } else if (type !== name) {
    note.info('MG305', `The type ${show(name)} is read as "${type}".`);
  }
  return type;
}

function impliedTypes(source: JsonObject): readonly JsonType[] | undefined {
  if (objectKeywords.some((keyword) => isObject(field(source, keyword)))) return ['object'];
  if (field(source, 'items') !== undefined) return ['array'];
  return commonType(arrayField(source, 'enum'));
}

function commonType(values: readonly unknown[]): readonly JsonType[] | undefined {
  const order = ['boolean', 'integer', 'number', 'string'] as const;
  const given = values.filter((value) => value !== null);
  const type = order.find((candidate) => given.every((value) => matches(value, candidate)));
  if (type === undefined || given.length === 0) return undefined;
  return given.length < values.length ? [type, 'null'] : [type];
}

function matches(value: unknown, type: JsonType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
    case 'number':
    case 'string':
      return typeof value === type;
  }
}
