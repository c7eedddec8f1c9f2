import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { asArray, at, canonical, follow, get, isObject, isSame, membersOf } from './document.js';
import type { JsonObject, Place } from './document.js';
import { requiredNames } from './source-operation.js';

/** The document that schemas stand in. */
export interface Dialect {
  readonly document: unknown;
  /** Keywords beside a `$ref` apply: from OpenAPI 3.1 on. */
  readonly siblingsApply: boolean;
}

export function dialectOf(document: unknown): Dialect {
  const version = get(document, 'openapi');
  return { document, siblingsApply: typeof version === 'string' && !version.startsWith('3.0') };
}

type Check = (operand: unknown, value: unknown, schema: Place, dialect: Dialect) => boolean;

const deepest = 400;
let depth = 0;

/**
 * Whether a request may hold `value`, by OpenAPI's own semantics (3.0 and 3.1): an interpreter of schemas that is
 * slow, simple and independent of the translation that it judges.
 */
export function accepts(schema: Place, value: unknown, dialect: Dialect): boolean {
  if (schema.value === false) return false;
  if (!isObject(schema.value) || depth > deepest) return true;
  depth += 1;
  try {
    return acceptsObject(schema, schema.value, value, dialect);
  } finally {
    depth -= 1;
  }
}

function acceptsObject(
  place: Place,
  schema: JsonObject,
  value: unknown,
  dialect: Dialect,
): boolean {
  if (typeof schema['$ref'] === 'string') {
    const target = follow(dialect.document, place);
    if (target !== undefined && !accepts(target, value, dialect)) return false;
    if (!dialect.siblingsApply) return true;
  }
  if (value === null && isNullable(schema)) return true;
  return Object.entries(checks).every(
    ([keyword, check]) =>
      get(schema, keyword) === undefined || check(schema[keyword], value, place, dialect),
  );
}

export function isNullable(schema: unknown): boolean {
  return get(schema, 'nullable') === true || get(schema, 'x-nullable') === true;
}

/** The schema objects that all apply where `schema` does: itself, what it refers to, members of `allOf`. */
export function conjuncts(schema: Place, dialect: Dialect, level = 0): readonly Place[] {
  if (!isObject(schema.value) || level > 20) return [];
  const target = follow(dialect.document, schema);
  const isReference = typeof schema.value['$ref'] === 'string';
  const referred = target === undefined ? [] : conjuncts(target, dialect, level + 1);
  if (isReference && !dialect.siblingsApply) return referred;
  const members = membersOf(at(schema, 'allOf')).flatMap(([, member]) =>
    conjuncts(member, dialect, level + 1),
  );
  return [schema, ...referred, ...members];
}

/** Names of the properties that only responses have. */
export function readOnlyNames(views: readonly Place[], dialect: Dialect): ReadonlySet<string> {
  const properties = views.flatMap((view) => membersOf(at(view, 'properties')));
  return new Set(
    properties.flatMap(([name, property]) => (isReadOnly(property, dialect) ? [name] : [])),
  );
}

export function isReadOnly(schema: Place, dialect: Dialect): boolean {
  const own = get(schema.value, 'readOnly') === true;
  return own || conjuncts(schema, dialect).some(({ value }) => get(value, 'readOnly') === true);
}

const checks: Readonly<Record<string, Check>> = {
  type: (type, value) => {
    const types = [type].flat();
    return !types.every(isKnownType) || types.some((name) => isOfType(value, name));
  },
  enum: (values, value) => asArray(values).some((allowed) => isSame(allowed, value)),
  const: isSame,
  format: (format, value) => hasFormat(value, format),
  pattern: (pattern, value) =>
    typeof value !== 'string' || typeof pattern !== 'string' || matches(value, pattern),
  minLength: (limit, value) => typeof value !== 'string' || lengthOf(value) >= Number(limit),
  maxLength: (limit, value) => typeof value !== 'string' || lengthOf(value) <= Number(limit),
  minimum: (limit, value, { value: schema }) =>
    typeof value !== 'number' ||
    (get(schema, 'exclusiveMinimum') === true ? value > Number(limit) : value >= Number(limit)),
  maximum: (limit, value, { value: schema }) =>
    typeof value !== 'number' ||
    (get(schema, 'exclusiveMaximum') === true ? value < Number(limit) : value <= Number(limit)),
  exclusiveMinimum: (limit, value) =>
    typeof value !== 'number' || typeof limit !== 'number' || value > limit,
  exclusiveMaximum: (limit, value) =>
    typeof value !== 'number' || typeof limit !== 'number' || value < limit,
  multipleOf: (factor, value) => typeof value !== 'number' || isMultiple(value, Number(factor)),
  minItems: (limit, value) => !Array.isArray(value) || value.length >= Number(limit),
  maxItems: (limit, value) => !Array.isArray(value) || value.length <= Number(limit),
  uniqueItems: (unique, value) =>
    unique !== true || !Array.isArray(value) || new Set(value.map(canonical)).size === value.length,
  items: (_, value, schema, dialect) =>
    asArray(value).every((item) => accepts(at(schema, 'items'), item, dialect)),
  minProperties: (limit, value) => !isObject(value) || Object.keys(value).length >= Number(limit),
  maxProperties: (limit, value) => !isObject(value) || Object.keys(value).length <= Number(limit),
  required: (_, value, schema, dialect) => {
    if (!isObject(value)) return true;
    const missing = requiredNames(schema.value).filter((name) => !Object.hasOwn(value, name));
    if (missing.length === 0) return true;
    const absent = readOnlyNames(conjuncts(schema, dialect), dialect);
    return missing.every((name) => absent.has(name));
  },
  properties: (properties, value, schema, dialect) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([name, member]) =>
        get(properties, name) === undefined ||
        accepts(at(schema, 'properties', name), member, dialect),
    ),
  additionalProperties: (additional, value, schema, dialect) =>
    !isObject(value) ||
    typeof additional === 'string' ||
    Object.entries(value).every(
      ([name, member]) =>
        isDeclared(name, schema.value) ||
        accepts(at(schema, 'additionalProperties'), member, dialect),
    ),
  allOf: (_, value, schema, dialect) =>
    membersOf(at(schema, 'allOf')).every(([, member]) => accepts(member, value, dialect)),
  anyOf: (_, value, schema, dialect) => countAccepting(schema, 'anyOf', value, dialect) > 0,
  oneOf: (_, value, schema, dialect) => countAccepting(schema, 'oneOf', value, dialect) === 1,
  not: (_, value, schema, dialect) => !accepts(at(schema, 'not'), value, dialect),
};

function countAccepting(schema: Place, keyword: string, value: unknown, dialect: Dialect): number {
  const members = membersOf(at(schema, keyword));
  return members.filter(([, member]) => accepts(member, value, dialect)).length;
}

function isDeclared(name: string, schema: unknown): boolean {
  if (get(get(schema, 'properties'), name) !== undefined) return true;
  const patterns = Object.keys(get(schema, 'patternProperties') ?? {});
  return patterns.some((pattern) => matches(name, pattern));
}

const knownTypes = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];

function isKnownType(type: unknown): boolean {
  return typeof type === 'string' && knownTypes.includes(type);
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

const ajv = new Ajv2020({ formats: fullFormats, logger: false, strict: false });
const formats = new Map<unknown, ValidateFunction>();

/** Formats that nobody has defined accept everything. */
function hasFormat(value: unknown, format: unknown): boolean {
  if (typeof format !== 'string') return true;
  const validate = formats.get(format) ?? ajv.compile({ format });
  formats.set(format, validate);
  return validate(value);
}

const expressions = new Map<string, RegExp | undefined>();

function matches(value: string, pattern: string): boolean {
  if (!expressions.has(pattern)) expressions.set(pattern, compile(pattern));
  return expressions.get(pattern)?.test(value) ?? true;
}

function compile(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}

function isMultiple(value: number, factor: number): boolean {
  const quotient = value / factor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
