import { fullFormats } from 'ajv-formats/dist/formats.js';

const formats = new Map(Object.entries(fullFormats));

/** The expression for `url` takes time in the square of a text's length; a longer text is judged as a URI. */
const LONGEST_URL = 2_000;

/** Whether a value is of a format; one that nobody has defined allows everything. JSON Schema 2020-12 validation, section 7. */
export function isOfFormat(value: unknown, name: string): boolean {
  const isLong = name === 'url' && typeof value === 'string' && value.length > LONGEST_URL;
  const format = formats.get(isLong ? 'uri' : name) ?? true;
  if (format === true) return true;
  const isDefinition = typeof format === 'object' && 'validate' in format;
  const type = isDefinition && 'type' in format ? format.type : 'string';
  if (typeof value !== (type ?? 'string')) return true;
  const validate = isDefinition ? format.validate : format;
  if (typeof validate !== 'function') return new RegExp(validate).test(String(value));
  // It takes what its type says, which has just been compared.
  return validate(value as never) === true;
}
