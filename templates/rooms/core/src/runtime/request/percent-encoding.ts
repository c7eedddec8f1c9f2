import { ToolError } from '../tool-error.js';

/** RFC 3986, section 2.3: everything but unreserved characters is encoded. */
export function percentEncode(text: string): string {
  return encode(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * As `percentEncode`, but what is percent-encoded already and the reserved characters stand as they are (RFC 6570,
 * section 3.2.3), save those that a query cannot hold (`[]#`) or that separate its fields (`&=+`). OpenAPI 3.1, section
 * 4.8.12.2.1, `allowReserved`.
 */
export function percentEncodeReserved(text: string): string {
  return encode(text).replace(
    /%25([\da-f]{2})|%(?:3A|2F|3F|40|24|2C|3B)/gi,
    (code, triple?: string) => (triple === undefined ? decodeURIComponent(code) : `%${triple}`),
  );
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new ToolError('An argument holds half of a surrogate pair, which no URL can carry.');
  }
}
