import { allowsDigits, type Place, type Places } from './schema-places.js';

/** JSON text of a value (RFC 8259) in which digits given for a 64-bit integer are a number, digit for digit. */
export function writeJson(value: unknown, places: Places, place: Place): string {
  if (typeof value === 'string') {
    return /^-?\d+$/.test(value) && allowsDigits(place)
      ? BigInt(value).toString()
      : JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => writeJson(item, places, places.item(place, index))).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, item]) =>
        `${JSON.stringify(key)}:${writeJson(item, places, places.property(place, key))}`,
    );
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
