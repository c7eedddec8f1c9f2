/** An object of the document. What its fields hold is unknown: descriptions break their own schema all the time. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An OpenAPI 3.x document with internal references only, as plain JSON data. */
export type OpenApiDocument = JsonObject;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own field of an object, or undefined: `constructor` is a name like any other. */
export function field(node: unknown, key: string): unknown {
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}

export function objectField(node: unknown, key: string): JsonObject | undefined {
  const value = field(node, key);
  return isObject(value) ? value : undefined;
}

export function arrayField(node: unknown, key: string): readonly unknown[] {
  const value = field(node, key);
  return Array.isArray(value) ? value : [];
}

/** A field that holds text which is more than whitespace, as written. */
export function textField(node: unknown, key: string): string | undefined {
  const value = field(node, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function flagField(node: unknown, key: string): boolean | undefined {
  const value = field(node, key);
  return typeof value === 'boolean' ? value : undefined;
}

/** Sorts by code unit, the order of everything that is written. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
