import { ToolError } from '../tool-error.js';

/** RFC 3986, section 2.3: everything but unreserved characters is encoded. */
export function percentEncode(text: string): string {
  return encode(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** As `percentEncode`, but the reserved characters that mean nothing in a query stand as they are. */
export function percentEncodeReserved(text: string): string {
  return encode(text).replace(/%(?:3A|2F|3F|40|24|2C|3B|5B|5D)/g, decodeURIComponent);
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new ToolError('An argument holds half of a surrogate pair, which no URL can carry.');
  }
}
