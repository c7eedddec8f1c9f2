import type { FieldEncoding } from '../tool.js';
import type { BodyField } from './body.js';
import type { Places } from './schema-places.js';
import { queryPairs } from './style.js';
import { isStructured, wireValue } from './wire-value.js';

/** How fields are written, by name, where not as their values make it. */
export type Encodings = Readonly<Record<string, FieldEncoding>>;

/**
 * Text of an `application/x-www-form-urlencoded` body. OpenAPI 3.1, section 4.8.15.1: without an encoding of its own an
 * object is JSON, and an array one field an item. Null is an empty text, which is how forms unset a field.
 */
export function formText(
  fields: readonly BodyField[],
  encodings: Encodings,
  places: Places,
): string {
  return fields
    .flatMap(({ name, value, place }) => {
      const encoding = encodingOf(encodings, name) ?? defaultEncoding(value);
      const isStyled = encoding.contentType === undefined;
      const written = wireValue(encoding, isStyled ? withoutNull(value) : value, places, place);
      return written === undefined ? [] : queryPairs({ in: 'query', name, ...encoding }, written);
    })
    .join('&');
}

/** The encoding of a field, if it has one; nothing inherited counts. */
export function encodingOf(encodings: Encodings, name: string): FieldEncoding | undefined {
  return Object.hasOwn(encodings, name) ? encodings[name] : undefined;
}

/** A value in which null, which no style can write, is an empty text. */
export function withoutNull(value: unknown): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(withoutNull);
  if (!isStructured(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutNull(item)]));
}

function defaultEncoding(value: unknown): FieldEncoding {
  return isStructured(value) && !Array.isArray(value) ? { contentType: 'application/json' } : {};
}
