import { arrayField, field, isObject, objectField, type JsonObject } from '../node.js';
import type { Resolver } from '../reference.js';

/** The value that a schema of the document shows for itself, or undefined. */
export type ReadSchemaExample = (schema: unknown) => unknown;

/**
 * Reads `example`, `examples` (JSON Schema 2020-12, Validation, section 9.5) or, where a schema has none, those of
 * its properties and items together. What is read-only is left out.
 */
export function createSchemaExamples(resolve: Resolver): ReadSchemaExample {
  const known = new Map<JsonObject, unknown>();

  const read = (node: unknown): unknown => {
    if (!isObject(node)) return undefined;
    if (known.has(node)) return known.get(node);
    // What is met again inside itself has no example there.
    known.set(node, undefined);
    const example = ownExample(node) ?? inherited(node) ?? composed(node);
    known.set(node, example);
    return example;
  };

  const inherited = (node: JsonObject): unknown =>
    typeof node['$ref'] === 'string' ? read(resolve(node, '')?.value) : undefined;

  const composed = (node: JsonObject): unknown => {
    const item = read(field(node, 'items'));
    if (item !== undefined) return [item];
    const members = arrayField(node, 'allOf').map(read);
    const properties = Object.entries(objectField(node, 'properties') ?? {})
      .filter(([, property]) => field(property, 'readOnly') !== true)
      .map(([name, property]) => [name, read(property)] as const)
      .filter(([, value]) => value !== undefined);
    const parts = [...members.filter(isObject), Object.fromEntries(properties)];
    const entries = parts.flatMap((part) => Object.entries(part));
    if (entries.length > 0) return Object.fromEntries(entries);
    return members.find((member) => member !== undefined);
  };

  return read;
}

function ownExample(node: JsonObject): unknown {
  return field(node, 'example') ?? arrayField(node, 'examples')[0];
}
