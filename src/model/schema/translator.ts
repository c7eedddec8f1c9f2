import type { Report } from '../../diagnostics.js';
import type { Component, JsonSchema } from '../model.js';
import { compare, field, isObject, objectField, textField, type JsonObject } from '../node.js';
import { identifiersFor, unique } from './component-names.js';
import { flattenObject, type FlattenedObject } from './flatten.js';
import { createNote, show } from './note.js';
import { createReadOnly } from './read-only.js';
import type { Reading } from './reading.js';
import { createRecursion } from './recursion.js';
import { createReferenceResolver } from './references.js';
import { readSchemaObject } from './schema-object.js';

export type { FlattenedObject, FlattenedProperty } from './flatten.js';

/** Schemas of recursive components by the name that `#/$defs/<name>` uses. */
export type Definitions = ReadonlyMap<string, JsonSchema>;

/** Reads the schemas of one OpenAPI document (3.0 or 3.1) as JSON Schema 2020-12. */
export interface SchemaTranslator {
  /**
   * The schema of what a caller sends, or gets. It depends on `schema` alone and is memoised: one component gives one
   * object (`===`), a recursive one `{ $ref: '#/$defs/<name>' }` into `definitions`. Never throws: what cannot
   * be understood is reported and accepts anything.
   */
  readonly translate: (schema: unknown, pointer: string) => JsonSchema;
  /** The properties of a body that may be given as arguments of their own; undefined: it is one argument. */
  readonly flatten: (
    schema: unknown,
    pointer: string,
    body: { readonly required: boolean },
  ) => FlattenedObject | undefined;
  /** Whether what `translate` or `flatten` gave is a file in a body that can carry one. */
  readonly isFile: (schema: JsonSchema) => boolean;
  /** The recursive components met so far. */
  readonly definitions: Definitions;
  /** The named components met so far, recursive ones too, sorted by name. */
  readonly components: () => readonly Component[];
}

/** Schemas that stand in each other deeper than this are no schemas that a caller could fill in. */
const maximumDepth = 200;

/** A translator for the schemas of `document` as requests or replies have them; findings go to `report`, once each. */
export function createSchemaTranslator(
  document: unknown,
  report: Report,
  direction: 'request' | 'reply' = 'request',
): SchemaTranslator {
  const resolve = createReferenceResolver(document);
  const readOnly = createReadOnly(resolve, direction === 'request' ? 'readOnly' : 'writeOnly');
  const recursion = createRecursion(resolve, readOnly.isReadOnly);
  const wider = new WeakSet();
  const files = new WeakSet();
  const translations = new WeakMap<JsonObject, JsonSchema>();
  const definitions = new Map<string, JsonSchema>();
  const references = new Map<string, JsonSchema>();
  const components = new Map<string, JsonSchema>();
  const definitionNames = new Set<string>();
  let depth = 0;

  const child = (schema: unknown, pointer: string, name: string): JsonSchema => {
    if (typeof schema === 'boolean') return schema ? {} : { not: {} };
    const note = createNote(report, pointer);
    if (!isObject(schema)) {
      note.warn('MG303', `Expected a schema, found ${show(schema)}.`);
      return {};
    }
    const known = translations.get(schema);
    if (known !== undefined) return known;
    if (depth === maximumDepth) {
      note.warn('MG314', `Schemas are nested more than ${maximumDepth} deep.`);
      return {};
    }
    depth++;
    const translation = readSchemaObject(schema, pointer, name, reading);
    depth--;
    translations.set(schema, translation);
    return translation;
  };

  const target = (reference: JsonObject, pointer: string): JsonSchema => {
    const ref = textField(reference, '$ref') ?? '';
    const note = createNote(report, pointer);
    const found = resolve(ref, pointer);
    if (found === undefined) {
      note.warn('MG301', `The reference ${show(ref)} leads nowhere.`);
      return {};
    }
    const recursive = recursion.isRecursive(found);
    if (recursive && recursion.isEndless(reference)) {
      note.warn('MG302', `The reference ${show(ref)} leads back to itself.`);
      return {};
    }
    const name = componentName(found.pointer);
    if (recursive) return defined(found.value, found.pointer, name);
    const translation = child(found.value, found.pointer, name);
    if (isComponent(found.pointer)) components.set(name, translation);
    return translation;
  };

  const defined = (schema: unknown, pointer: string, name: string): JsonSchema => {
    const known = references.get(pointer);
    if (known !== undefined) return known;
    const definition = unique(name.replace(/[^A-Za-z0-9_.-]/g, '_') || 'schema', definitionNames);
    const reference = { $ref: `#/$defs/${definition}` };
    references.set(pointer, reference);
    wider.add(reference);
    const translation = child(schema, pointer, name);
    definitions.set(definition, translation);
    if (isComponent(pointer)) components.set(name, translation);
    return reference;
  };

  const reading: Reading = {
    report,
    siblingsApply: !/^3\.0\b/.test(textField(document, 'openapi') ?? ''),
    readOnly,
    child,
    target,
    wider,
    files,
  };

  return {
    translate: (schema, pointer) => child(schema, pointer, ''),
    flatten: (schema, pointer, body) => {
      const translation = child(schema, pointer, '');
      const reference = field(translation, '$ref');
      const definition =
        typeof reference === 'string' && Object.keys(translation).length === 1
          ? definitions.get(reference.slice('#/$defs/'.length))
          : undefined;
      const object = definition ?? translation;
      const flattened = flattenObject(object, body);
      if (flattened !== undefined && ('minProperties' in object || 'maxProperties' in object)) {
        createNote(report, pointer).info('MG316', 'The number of properties is not checked.');
      }
      return flattened;
    },
    isFile: (schema) => files.has(schema),
    definitions,
    components: () => namedComponents(document, components),
  };
}

function namedComponents(
  document: unknown,
  schemas: ReadonlyMap<string, JsonSchema>,
): readonly Component[] {
  const declared = objectField(objectField(document, 'components'), 'schemas') ?? {};
  const identifiers = identifiersFor(Object.keys(declared));
  const seen = new Set<JsonSchema>();
  return [...schemas]
    .sort(([left], [right]) => compare(left, right))
    .flatMap(([name, schema]) => {
      const identifier = identifiers.get(name);
      if (identifier === undefined || seen.has(schema)) return [];
      seen.add(schema);
      return [{ name: identifier, schema }];
    })
    .sort((left, right) => compare(left.name, right.name));
}

function isComponent(pointer: string): boolean {
  return /^\/components\/schemas\/[^/]+$/.test(pointer);
}

/** The last segment of a pointer, as it was written. */
function componentName(pointer: string): string {
  const segment = pointer.slice(pointer.lastIndexOf('/') + 1);
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
