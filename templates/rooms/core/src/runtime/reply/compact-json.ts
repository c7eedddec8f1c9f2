import { stringEnd } from './json-spans.js';

const QUOTE = 0x22;
const SPACE = 0x20;

/** So many records that are no JSON tell that none is: to find that out takes microseconds of each. */
const MOST_FAILURES = 1_000;

/** JSON text (RFC 8259) without the whitespace between its tokens, digits and all; undefined if it is no JSON. */
export function compactJson(text: string): string | undefined {
  return isJson(text) ? withoutSpace(text) : undefined;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One line for each record: JSON compact, what is none as it is, or as a JSON string if it has several lines. */
export function compactRecords(records: readonly string[]): string {
  let failures = 0;
  const lines = records.map((record) => {
    const compact = failures < MOST_FAILURES ? compactJson(record) : undefined;
    if (compact !== undefined) return compact;
    failures += 1;
    return record.includes('\n') ? JSON.stringify(record) : record;
  });
  return lines.join('\n');
}

/** JSON text without secrets, also where an escape such as `\u0061` hides a character of one. */
export function redactJson(text: string, redact: (text: string) => string): string {
  const redacted = redact(text);
  if (!redacted.includes('\\u')) return redacted;
  let safe = '';
  let from = 0;
  for (let at = redacted.indexOf('"'); at !== -1; at = redacted.indexOf('"', from)) {
    const end = stringEnd(redacted, at);
    safe += redacted.slice(from, at) + redactToken(redacted.slice(at, end), redact);
    from = end;
  }
  return safe + redacted.slice(from);
}

function redactToken(token: string, redact: (text: string) => string): string {
  const plain = token.includes('\\u') ? meaning(token) : '';
  const safe = redact(plain);
  return safe === plain ? token : JSON.stringify(safe);
}

/** What stands between the quotes of a string; '' if it is none. */
function meaning(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return '';
  }
}

/** Of valid JSON. A regular expression would run out of stack in a string of a few million escapes. */
function withoutSpace(text: string): string {
  let compact = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (code <= SPACE) {
      compact += text.slice(from, at);
      from = at + 1;
    }
  }
  return compact + text.slice(from);
}
