import { field, isObject } from '../node.js';
import { lookup, pointerTo, type Located } from '../reference.js';

const maximumHops = 16;

/** Finds the schema that a `$ref` at `pointer` names; undefined if there is none. */
export type ResolveReference = (ref: string, pointer: string) => Located | undefined;

/**
 * OpenAPI 3.1, section 4.6: a fragment is a JSON pointer from the document's root. Two forms that descriptions
 * use beside it are understood: a path through another reference, and one from the root of an enclosing schema.
 */
export function createReferenceResolver(document: unknown): ResolveReference {
  return (ref, pointer) =>
    lookup(document, ref) ??
    lookupThrough(document, ref, 0) ??
    lookupEnclosing(document, ref, pointer);
}

function lookupThrough(document: unknown, ref: string, hops: number): Located | undefined {
  if (hops === maximumHops || !ref.startsWith('#/')) return undefined;
  const tokens = ref.split('/');
  for (let length = tokens.length - 1; length > 1; length--) {
    const passed = lookup(document, tokens.slice(0, length).join('/'));
    if (passed === undefined) continue;
    const next = field(passed.value, '$ref');
    if (typeof next !== 'string') return undefined;
    const through = [next, ...tokens.slice(length)].join('/');
    return lookup(document, through) ?? lookupThrough(document, through, hops + 1);
  }
  return undefined;
}

function lookupEnclosing(document: unknown, ref: string, pointer: string): Located | undefined {
  if (!/^#\/(\$defs|definitions)\//.test(ref)) return undefined;
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const found = lookup(document, `#${pointer.slice(0, end)}${ref.slice(1)}`);
    if (found !== undefined) return found;
  }
  return lookup(document, `#${pointer}${ref.slice(1)}`);
}

/** A schema of the document below another one. */
export interface SourceSubschema extends Located {
  /** It applies to the very value that the outer schema applies to. */
  readonly inPlace: boolean;
}

const inPlaceSchemas = ['not', 'if', 'then', 'else'] as const;
const inPlaceLists = ['allOf', 'anyOf', 'oneOf'] as const;
const innerSchemas = [
  'additionalProperties',
  'items',
  'additionalItems',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
] as const;
const innerMaps = ['properties', 'patternProperties'] as const;

/** The schemas directly below a schema of the document, by position: a property called `not` is a property. */
export function sourceSubschemas({ value, pointer }: Located): readonly SourceSubschema[] {
  const found: SourceSubschema[] = [];
  const add = (schema: unknown, inPlace: boolean, ...path: readonly (string | number)[]) => {
    if (isObject(schema))
      found.push({ value: schema, pointer: pointerTo(pointer, ...path), inPlace });
  };
  const addAll = (schemas: unknown, inPlace: boolean, keyword: string) => {
    if (!Array.isArray(schemas) && !isObject(schemas)) return;
    for (const [key, schema] of Object.entries(schemas)) add(schema, inPlace, keyword, key);
  };
  for (const keyword of inPlaceSchemas) add(field(value, keyword), true, keyword);
  for (const keyword of inPlaceLists) addAll(field(value, keyword), true, keyword);
  addAll(field(value, 'dependentSchemas'), true, 'dependentSchemas');
  for (const keyword of innerSchemas) add(field(value, keyword), false, keyword);
  for (const keyword of innerMaps) addAll(field(value, keyword), false, keyword);
  const items = field(value, 'items');
  if (Array.isArray(items)) addAll(items, false, 'items');
  addAll(field(value, 'prefixItems'), false, 'prefixItems');
  return found;
}
