import type { JsonSchema } from '../tool.js';

/** The schemas that apply to one place of a value, references and alternatives followed. */
export type Place = readonly JsonSchema[];

/** Walks along a schema beside a value. */
export interface Places {
  readonly root: () => Place;
  readonly property: (place: Place, key: string) => Place;
  readonly item: (place: Place, index: number) => Place;
}

/** The places of an input schema; `$ref` leads to the `$defs` of the same schema. */
export function placesOf(root: JsonSchema): Places {
  const expand = (schemas: readonly unknown[]): Place => {
    const found = new Set<JsonSchema>();
    const visit = (schema: unknown): void => {
      if (!isSchema(schema) || found.has(schema)) return;
      found.add(schema);
      if (typeof schema['$ref'] === 'string') visit(resolve(root, schema['$ref']));
      for (const keyword of ['allOf', 'anyOf', 'oneOf']) arrayOf(schema[keyword]).forEach(visit);
      for (const keyword of ['then', 'else']) visit(schema[keyword]);
    };
    schemas.forEach(visit);
    return [...found];
  };
  let start: Place | undefined;
  return {
    root: () => (start ??= expand([root])),
    property: (place, key) => expand(place.flatMap((schema) => propertySchemas(schema, key))),
    item: (place, index) =>
      expand(place.map((schema) => arrayOf(schema['prefixItems'])[index] ?? schema['items'])),
  };
}

/** Whether an integer may stand at a place. */
export function allowsInteger(place: Place): boolean {
  return place.some((schema) => typesOf(schema).includes('integer'));
}

/** Whether a string of digits stands for a 64-bit integer at a place, and not for a text that may be there as well. */
export function allowsDigits(place: Place): boolean {
  const wide = place.filter(isInt64).flatMap(typesOf);
  return (
    wide.includes('integer') &&
    wide.includes('string') &&
    !place.some((schema) => !isInt64(schema) && isFreeText(schema))
  );
}

/** The types that a schema declares, itself or by its alternatives. */
export function declaredTypes(schema: JsonSchema | undefined): readonly unknown[] {
  if (schema === undefined) return [];
  return [schema, ...arrayOf(schema['anyOf']).filter(isSchema)].flatMap(typesOf);
}

/** Whether a file may stand at a place: bytes that an argument holds or names. */
export function isFilePlace(place: Place): boolean {
  return place.some(isFile);
}

/**
 * Whether a value is a file at a place where one may stand. Where a text may stand as well, only a `data:` or `file:`
 * URL is one; where another object may, only what has the form of a file.
 */
export function isFileAt(place: Place, value: unknown): boolean {
  if (!isFilePlace(place)) return false;
  const others = place.filter((schema) => !isFile(schema)).flatMap(typesOf);
  if (typeof value === 'string') {
    return !others.includes('string') || /^(?:data|file):/i.test(value);
  }
  return isSchema(value) && (!others.includes('object') || typeof value['data'] === 'string');
}

/** The names of the properties that are declared at a place, in their order. */
export function propertyNames(place: Place): readonly string[] {
  return place.flatMap(({ properties }) => (isSchema(properties) ? Object.keys(properties) : []));
}

/** JSON Schema 2020-12, core, section 10.3.2: what has no schema of its own has that of the rest. */
function propertySchemas(schema: JsonSchema, key: string): readonly unknown[] {
  const { patternProperties, additionalProperties, unevaluatedProperties } = schema;
  const patterns = isSchema(patternProperties) ? Object.entries(patternProperties) : [];
  const matching = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(key));
  const named = [own(schema['properties'], key), ...matching.map(([, each]) => each)];
  const found = named.filter((each) => each !== undefined);
  return found.length > 0 ? found : [additionalProperties, unevaluatedProperties];
}

function isInt64(schema: JsonSchema): boolean {
  return schema['format'] === 'int64' || schema['format'] === 'uint64';
}

function isFreeText(schema: JsonSchema): boolean {
  const narrow = ['const', 'enum', 'format', 'pattern'];
  return typesOf(schema).includes('string') && !narrow.some((keyword) => keyword in schema);
}

function isFile(schema: JsonSchema): boolean {
  return schema['format'] === 'binary';
}

function typesOf(schema: JsonSchema): readonly unknown[] {
  return Array.isArray(schema['type']) ? schema['type'] : [schema['type']];
}

function resolve(root: JsonSchema, reference: string): unknown {
  const name = reference.replace(/^#\/\$defs\//, '');
  return own(root['$defs'], name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function own(record: unknown, key: string): unknown {
  return isSchema(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
