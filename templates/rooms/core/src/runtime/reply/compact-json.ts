const STRINGS_AND_SPACE = /("[^"\\]*(?:\\.[^"\\]*)*")|\s+/g;
const STRINGS = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

/** JSON text (RFC 8259) without the whitespace between its tokens, digits and all; undefined if it is no JSON. */
export function compactJson(text: string): string | undefined {
  if (!isJson(text)) return undefined;
  return /\s/.test(text) ? text.replace(STRINGS_AND_SPACE, '$1') : text;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON text without secrets, also where an escape such as `\u0061` hides a character of one. */
export function redactJson(text: string, redact: (text: string) => string): string {
  const redacted = redact(text);
  if (!/\\[u/]/.test(redacted)) return redacted;
  return redacted.replace(STRINGS, (token) => {
    const plain = token.includes('\\') ? meaning(token) : '';
    const safe = redact(plain);
    return safe === plain ? token : JSON.stringify(safe);
  });
}

/** What stands between the quotes of a string; '' if it is none. */
function meaning(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return '';
  }
}
