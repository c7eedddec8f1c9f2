import type { JsonSchema } from '../tool.js';

/** The schemas that apply to one place of a value, references and alternatives followed. */
export type Place = readonly JsonSchema[];

/** Walks along a schema beside a value. */
export interface Places {
  readonly root: Place;
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
  return {
    root: expand([root]),
    property: (place, key) =>
      expand(
        place.map((schema) => own(schema['properties'], key) ?? schema['additionalProperties']),
      ),
    item: (place, index) =>
      expand(place.map((schema) => arrayOf(schema['prefixItems'])[index] ?? schema['items'])),
  };
}

/** Whether an integer may stand at a place. */
export function allowsInteger(place: Place): boolean {
  return place.some((schema) => typesOf(schema).includes('integer'));
}

/** Whether a string of digits stands for a 64-bit integer at a place. */
export function allowsDigits(place: Place): boolean {
  return place.some(
    (schema) =>
      schema['format'] === 'int64' &&
      ['integer', 'string'].every((type) => typesOf(schema).includes(type)),
  );
}

/** Whether a value at a place is a file: bytes that an argument holds or names. */
export function isFilePlace(place: Place): boolean {
  return place.some((schema) => schema['format'] === 'binary');
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
