import { ToolError } from '../tool-error.js';
import type { Given } from './given.js';
import { isOwnHeader } from './own-headers.js';
import { cookiePairs, headerText } from './style.js';

/** The headers that parameters make, names in lower case. OpenAPI 3.1, section 4.8.12. */
export function buildHeaders(given: readonly Given[]): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  const cookies: string[] = [];
  for (const { parameter, value } of given) {
    if (parameter.in === 'cookie') cookies.push(...cookiePairs(parameter, value));
    if (parameter.in === 'header') {
      const name = headerName(parameter.name);
      const text = headerText(parameter, value);
      if (name === 'cookie') cookies.push(text);
      else headers.set(name, text);
    }
  }
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  for (const [name, value] of headers) checkHeaderValue(name, value);
  return Object.fromEntries(headers);
}

/** Throws if a value is not one header field value (RFC 9110, section 5.5): CR, LF and NUL above all. */
export function checkHeaderValue(name: string, value: string): void {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw new ToolError(
      `The header ${name} cannot carry control characters or characters beyond Latin-1.`,
    );
  }
}

function headerName(name: string): string {
  const lower = name.toLowerCase();
  if (isOwnHeader(lower) || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    throw new ToolError(`The header ${name} cannot be set by an argument.`);
  }
  return lower;
}
