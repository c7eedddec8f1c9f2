import type { Parameter } from '../tool.js';
import { percentEncode, percentEncodeReserved } from './percent-encoding.js';

type Encode = (text: string) => string;

/** Between the items of an array that is not exploded, where it is no comma. */
const delimiters: Readonly<Record<string, string>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
};

/** A value in a path. OpenAPI 3.1, section 4.8.12.3: `simple`, `label`, `matrix` (RFC 6570, 3.2.2, 3.2.5, 3.2.7). */
export function pathText(parameter: Parameter, value: unknown): string {
  const explode = parameter.explode ?? false;
  const parts = members(value, explode, percentEncode);
  if (parameter.style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  if (parameter.style !== 'matrix') return parts.join(',');
  const name = percentEncode(parameter.name);
  if (!explode || !isStructured(value)) return `;${name}=${parts.join(',')}`;
  return parts.map((part) => (Array.isArray(value) ? `;${name}=${part}` : `;${part}`)).join('');
}

/** The `name=value` pairs of a query. OpenAPI 3.1, section 4.8.12.3: `form` and its kin (RFC 6570, 3.2.8). */
export function queryPairs(parameter: Parameter, value: unknown): readonly string[] {
  const encode = parameter.allowReserved ? percentEncodeReserved : percentEncode;
  const name = percentEncode(parameter.name);
  if (parameter.contentType !== undefined) {
    return [`${name}=${encode(typeof value === 'string' ? value : JSON.stringify(value))}`];
  }
  if (!isStructured(value)) return [`${name}=${encode(scalarText(value))}`];
  if (parameter.style === 'deepObject') return deepPairs(parameter.name, value, encode);
  const explode = parameter.explode ?? (parameter.style ?? 'form') === 'form';
  const parts = members(value, explode, encode);
  if (parts.length === 0) return [];
  if (explode) return Array.isArray(value) ? parts.map((part) => `${name}=${part}`) : parts;
  return [`${name}=${parts.join(delimiters[parameter.style ?? 'form'] ?? ',')}`];
}

/** A header's value. OpenAPI 3.1, section 4.8.12.3: `simple`, nothing encoded. */
export function headerText(parameter: Parameter, value: unknown): string {
  if (parameter.contentType !== undefined && typeof value !== 'string')
    return JSON.stringify(value);
  return members(value, parameter.explode ?? false, (text) => text).join(',');
}

/** One `name=value` of a cookie header (RFC 6265, section 4.2.1), encoded as `form` without explode. */
export function cookiePair(parameter: Parameter, value: unknown): string {
  return `${percentEncode(parameter.name)}=${members(value, false, percentEncode).join(',')}`;
}

/** The text of a value that is neither array nor object; deeper structures, which no style covers, are JSON. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function members(value: unknown, explode: boolean, encode: Encode): readonly string[] {
  if (Array.isArray(value)) return value.map((item) => encode(scalarText(item)));
  if (!isStructured(value)) return [encode(scalarText(value))];
  return Object.entries(value).flatMap(([key, item]) => {
    const pair = [encode(key), encode(scalarText(item))];
    return explode ? [pair.join('=')] : pair;
  });
}

function deepPairs(name: string, value: object, encode: Encode): readonly string[] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    const inner = Array.isArray(value) ? `${name}[]` : `${name}[${key}]`;
    return isStructured(item)
      ? deepPairs(inner, item, encode)
      : [`${percentEncode(inner)}=${encode(scalarText(item))}`];
  });
}

function isStructured(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
