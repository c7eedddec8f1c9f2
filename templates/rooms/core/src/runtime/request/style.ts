import { ToolError } from '../tool-error.js';
import type { Parameter } from '../tool.js';
import { isJson } from './media-type.js';
import { percentEncode, percentEncodeReserved } from './percent-encoding.js';
import type { WireValue } from './wire-value.js';

type Encode = (text: string) => string;

/** A name, and the texts that one value is made of. */
interface Field {
  readonly name: string;
  readonly texts: readonly string[];
}

/** Between the texts of one field, where it is no comma. */
const delimiters: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** A value in a path. OpenAPI 3.1, section 4.8.12.3: `simple`, `label`, `matrix` (RFC 6570, 3.2.2, 3.2.5, 3.2.7). */
export function pathText(parameter: Parameter, value: WireValue): string {
  const explode = parameter.explode ?? false;
  if (parameter.style === 'label') {
    return `.${parts(value, explode, percentEncode).join(explode ? '.' : ',')}`;
  }
  if (parameter.style !== 'matrix') return parts(value, explode, percentEncode).join(',');
  return fields(parameter.name, value, explode)
    .map(({ name, texts }) => `;${percentEncode(name)}${matrixValue(texts)}`)
    .join('');
}

/** The `name=value` pairs of a query or a form. OpenAPI 3.1, section 4.8.12.3: `form` and its kin (RFC 6570, 3.2.8). */
export function queryPairs(parameter: Parameter, value: WireValue): readonly string[] {
  const reserved = delimiters[parameter.style ?? 'form'];
  const delimiter = reserved === undefined ? ',' : percentEncode(reserved);
  const encodeText = parameter.allowReserved ? percentEncodeReserved : percentEncode;
  const encode: Encode = (text) =>
    // A comma of an item must not be mistaken for one between items.
    typeof value === 'string' ? encodeText(text) : encodeText(text).replaceAll(',', '%2C');
  return namedTexts(parameter, value).map(
    ({ name, texts }) => `${percentEncode(name)}=${texts.map(encode).join(delimiter)}`,
  );
}

/** As `queryPairs`, nothing encoded: the parts of a multipart body. OpenAPI 3.1, section 4.8.15. */
export function plainPairs(
  parameter: Parameter,
  value: WireValue,
): readonly (readonly [name: string, text: string])[] {
  const delimiter = delimiters[parameter.style ?? 'form'] ?? ',';
  return namedTexts(parameter, value).map(({ name, texts }) => [name, texts.join(delimiter)]);
}

/** A header's value. OpenAPI 3.1, section 4.8.12.3: `simple`, nothing encoded; JSON in ASCII. */
export function headerText({ contentType, explode }: Parameter, value: WireValue): string {
  const text = parts(value, explode ?? false, (part) => part).join(',');
  return contentType !== undefined && isJson(contentType) ? inAscii(text) : text;
}

/**
 * The `name=value` pairs of a cookie header (RFC 6265, section 4.2.1): `form`, where each pair is a cookie. What has a
 * media type other than JSON stands as it is. OpenAPI 3.1, section 4.8.12.2.2.
 */
export function cookiePairs(parameter: Parameter, value: WireValue): readonly string[] {
  const { name, contentType } = parameter;
  if (contentType === undefined || isJson(contentType)) return queryPairs(parameter, value);
  const text = parts(value, false, (part) => part).join(',');
  if (text.includes(';')) throw new ToolError(`The cookie ${name} cannot hold a semicolon.`);
  return [`${percentEncode(name)}=${text}`];
}

function namedTexts(parameter: Parameter, value: WireValue): readonly Field[] {
  const { name, style = 'form', explode = style === 'form' } = parameter;
  if (style !== 'deepObject' || typeof value === 'string' || 'items' in value) {
    return fields(name, value, explode);
  }
  return value.pairs.map(([key, text]) => ({ name: `${name}${key}`, texts: [text] }));
}

function fields(name: string, value: WireValue, explode: boolean): readonly Field[] {
  if (!explode || typeof value === 'string') {
    return [{ name, texts: parts(value, false, (text) => text) }];
  }
  return 'items' in value
    ? value.items.map((text) => ({ name, texts: [text] }))
    : value.pairs.map(([key, text]) => ({ name: key, texts: [text] }));
}

function parts(value: WireValue, explode: boolean, encode: Encode): readonly string[] {
  if (typeof value === 'string') return [encode(value)];
  if ('items' in value) return value.items.map(encode);
  return value.pairs.flatMap(([key, text]) => {
    const pair = [encode(key), encode(text)];
    return explode ? [pair.join('=')] : pair;
  });
}

/** RFC 6570, section 3.2.7: a name without a value has no `=`. */
function matrixValue(texts: readonly string[]): string {
  const text = texts.map(percentEncode).join(',');
  return text === '' ? '' : `=${text}`;
}

function inAscii(json: string): string {
  return json.replace(
    /[\x7f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
