import type { JsonSchema } from '../tool.js';
import { allowsInteger, placesOf, type Place } from './schema-places.js';

/** JSON pointers to the numbers that stand for integers but are beyond ±2^53, where digits are lost. */
export function unsafeIntegers(value: unknown, schema: JsonSchema): readonly string[] {
  if (isExact(value)) return [];
  const places = placesOf(schema);
  const visit = (item: unknown, place: Place, pointer: string): readonly string[] => {
    if (typeof item === 'number') {
      const unsafe = Number.isInteger(item) && !Number.isSafeInteger(item) && allowsInteger(place);
      return unsafe ? [pointer] : [];
    }
    if (Array.isArray(item)) {
      return item.flatMap((each, index) =>
        visit(each, places.item(place, index), `${pointer}/${index}`),
      );
    }
    if (typeof item !== 'object' || item === null) return [];
    return Object.entries(item).flatMap(([key, each]) =>
      visit(each, places.property(place, key), `${pointer}/${key}`),
    );
  };
  return visit(value, places.root(), '');
}

/** Most arguments are, and need no look at their schema. */
function isExact(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isExact);
}
