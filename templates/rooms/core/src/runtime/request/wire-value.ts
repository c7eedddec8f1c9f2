import type { Parameter } from '../tool.js';
import { plainJson, writeJson } from './json.js';
import { isJson } from './media-type.js';
import type { Place, Places } from './schema-places.js';

/**
 * What a style writes: a text, the texts of an array, or those of an object by their keys. Keys of a `deepObject` are
 * complete (`[a][b]`). There is at least one item or pair.
 */
export type WireValue =
  | string
  | { readonly items: readonly string[] }
  | { readonly pairs: readonly (readonly [key: string, text: string])[] };

/**
 * The texts of a value; undefined if nothing is left of it: null, and arrays and objects without anything else, are
 * undefined in RFC 6570, section 2.3. Deeper structures, which no style but `deepObject` covers, are JSON.
 */
export function wireValue(
  { style, contentType }: Pick<Parameter, 'style' | 'contentType'>,
  value: unknown,
  places: Places,
  place: Place,
): WireValue | undefined {
  if (contentType !== undefined && isJson(contentType)) return writeJson(value, places, place);
  if (value === null) return undefined;
  if (contentType !== undefined || !isStructured(value)) return textOf(value);
  if (style === 'deepObject') return pairsOrNothing(deepPairs(value, ''));
  if (!Array.isArray(value)) {
    const pairs = Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, text(item, places, places.property(place, key))] as const);
    return pairsOrNothing(pairs);
  }
  const items = value.flatMap((item, index) =>
    item === null ? [] : [text(item, places, places.item(place, index))],
  );
  return items.length === 0 ? undefined : { items };
}

/** The text of a value that is neither array nor object; that of others is JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : plainJson(value);
}

export function isStructured(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function text(item: unknown, places: Places, place: Place): string {
  return isStructured(item) ? writeJson(item, places, place) : textOf(item);
}

function pairsOrNothing(pairs: readonly (readonly [string, string])[]): WireValue | undefined {
  return pairs.length === 0 ? undefined : { pairs };
}

/**
 * OpenAPI leaves arrays and objects in a `deepObject` open. What qs, Rack, PHP and Stripe read: `[a][b]=1`, `[a][]=1`,
 * and indices where the items of an array have parts of their own.
 */
function deepPairs(value: object, prefix: string): readonly (readonly [string, string])[] {
  const isIndexed = Array.isArray(value) && value.some(isStructured);
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const name = `${prefix}[${Array.isArray(value) && !isIndexed ? '' : key}]`;
    if (item === null) return [];
    return isStructured(item) ? deepPairs(item, name) : [[name, textOf(item)] as const];
  });
}
