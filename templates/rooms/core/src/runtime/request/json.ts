import { ToolError } from '../tool-error.js';
import { allowsDigits, type Place, type Places } from './schema-places.js';

/** JSON text of a value (RFC 8259) in which digits given for a 64-bit integer are a number, digit for digit. */
export function writeJson(value: unknown, places: Places, place: Place): string {
  if (typeof value === 'string') {
    return /^-?\d+$/.test(value) && allowsDigits(place)
      ? value.replace(/^(-?)0+(?=\d)/, '$1')
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
  return plainJson(value);
}

/**
 * JSON text of a value as JSON.stringify writes it.
 * @throws ToolError if it is a number that was too large to be read, in place of which null would be written.
 */
export function plainJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new ToolError('A number is too large: it must be below 1.8e308.');
  }
  return JSON.stringify(value);
}

/** Whether a text is that of a JSON object or array. */
export function isJsonStructure(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
