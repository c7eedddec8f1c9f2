/** A JSON object whose content nobody has looked at yet. */
export type JsonObject = Record<string, unknown>;

/** True for a JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets an own property, also one called `__proto__`. */
export function setOwn(object: JsonObject, key: string, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** The own property of an object, or the item of a list; undefined when there is none. */
export function child(value: unknown, token: string): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return /^(?:0|[1-9]\d*)$/.test(token) ? items[Number(token)] : undefined;
  }
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/** The tokens of a JSON pointer (RFC 6901). */
export function parsePointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The tokens of a JSON pointer in the form of a URI fragment: percent-encoded, without the `#`. */
export function parseFragment(fragment: string): readonly string[] {
  return parsePointer(fragment.split('/').map(decode).join('/'));
}

/** The JSON pointer (RFC 6901) of these tokens, not percent-encoded. */
export function formatPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}

/** The URI fragment, with `#`, of a JSON pointer (RFC 6901, section 6). */
export function formatFragment(pointer: string): string {
  return `#${pointer.split('/').map(encodeURIComponent).join('/')}`;
}

/** A token as it stands in a JSON pointer. */
export function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

function decode(token: string): string {
  // What is decoded to a slash was meant to be part of the token.
  try {
    return decodeURIComponent(token).replaceAll('/', '~1');
  } catch {
    return token;
  }
}
