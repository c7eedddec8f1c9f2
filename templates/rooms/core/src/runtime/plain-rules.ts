import type { Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Undefined where only Ajv can tell. */
export type Verdict = boolean | undefined;

/** JSON Schema 2020-12, validation section 6.1.1. */
export function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/** Validation sections 6.1.2 and 6.1.3; objects and arrays are not compared. */
export function isAmong(value: unknown, values: unknown): Verdict {
  if (!Array.isArray(values) || (typeof value === 'object' && value !== null)) return undefined;
  return values.includes(value);
}

const formats: ReadonlyMap<string, Format> = new Map(Object.entries(fullFormats));

/** Validation section 7, with the formats that Ajv has; one that nobody knows allows everything. */
export function isOfFormat(value: unknown, name: string): Verdict {
  const format = formats.get(name) ?? true;
  if (format === true) return true;
  if (typeof format === 'string' || ('async' in format && format.async)) return undefined;
  const type = 'type' in format ? format.type : 'string';
  if (typeof value !== (type ?? 'string')) return true;
  const check = 'validate' in format ? format.validate : format;
  if (typeof check !== 'function') return new RegExp(check).test(String(value));
  // It takes what its type says, which has just been compared.
  return check(value as never);
}

const patterns = new Map<string, RegExp>();

/** Validation section 6.3.3. */
export function matches(text: string, pattern: string): boolean {
  const compiled = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, compiled);
  return compiled.test(text);
}

/** The length of a text as validation section 6.3.1 counts it. */
export function characters(text: string): number {
  return Array.from(text).length;
}

/** Validation section 6.2.1; Ajv has its own way of rounding fractions. */
export function isMultiple(number: number, factor: number): Verdict {
  return Number.isInteger(number) && Number.isInteger(factor) ? number % factor === 0 : undefined;
}

/** Validation section 6.4.3; objects and arrays are not compared. */
export function areUnique(items: readonly unknown[]): Verdict {
  if (items.some((item) => typeof item === 'object' && item !== null)) return undefined;
  return new Set(items).size === items.length;
}
