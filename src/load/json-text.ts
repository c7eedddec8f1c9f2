import { limits } from './limits.js';

/** What a scan does with the members of an object or list; see `scanJson`. */
export interface JsonVisitor {
  /**
   * Called for each member with the offset of its key (of its value in a list) and of its value.
   * Answers how to scan the value; undefined skips it without checking its syntax.
   */
  readonly member: (token: string, start: number, value: number) => JsonVisitor | undefined;
}

/** Where and why a text is not JSON (RFC 8259), or why it is not read. */
export class JsonTextError extends Error {
  override readonly name = 'JsonTextError';
  constructor(
    message: string,
    readonly offset: number,
    readonly reason: 'syntax' | 'duplicate' | 'depth' = 'syntax',
  ) {
    super(message);
  }
}

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const string = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;

/** Scans the value at `offset` and answers the offset after it; throws `JsonTextError`. */
export function scanJson(
  text: string,
  offset: number,
  visitor: JsonVisitor | undefined,
  depth = 0,
): number {
  const start = skipSpace(text, offset);
  const first = text[start];
  if (visitor === undefined) return skipValue(text, start, depth);
  if (first !== '{' && first !== '[') {
    return match(first === '"' ? string : scalar, text, start, 'a value');
  }
  if (depth >= limits.depth) throw new JsonTextError('Nested too deeply.', start, 'depth');
  return scanMembers(text, start, visitor, depth + 1);
}

function scanMembers(text: string, open: number, visitor: JsonVisitor, depth: number): number {
  const inObject = text[open] === '{';
  const close = inObject ? '}' : ']';
  let offset = skipSpace(text, open + 1);
  if (text[offset] === close) return offset + 1;
  for (let index = 0; ; index++) {
    const start = offset;
    let token = String(index);
    if (inObject) {
      offset = match(string, text, start, 'a key in double quotes');
      token = unquote(text.slice(start, offset));
      offset = skipSpace(text, expect(text, skipSpace(text, offset), ':'));
    }
    offset = scanJson(text, offset, visitor.member(token, start, offset), depth);
    offset = skipSpace(text, offset);
    if (text[offset] === close) return offset + 1;
    offset = skipSpace(text, expect(text, offset, ',', close));
  }
}

function skipValue(text: string, start: number, depth: number): number {
  let nested = depth;
  for (let offset = start; offset < text.length; offset++) {
    switch (text.charCodeAt(offset)) {
      case 0x22: // "
        offset = endOfString(text, offset);
        if (nested === depth) return offset + 1;
        break;
      case 0x7b: // {
      case 0x5b: // [
        if (++nested > limits.depth) throw new JsonTextError('Nested too deeply.', offset, 'depth');
        break;
      case 0x7d: // }
      case 0x5d: // ]
        // A scalar ends where the object around it does.
        if (nested === depth) return offset;
        if (--nested === depth) return offset + 1;
        break;
      case 0x2c: // ,
        if (nested === depth) return offset;
        break;
    }
  }
  return text.length;
}

function endOfString(text: string, open: number): number {
  for (let end = text.indexOf('"', open + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

function unquote(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

function skipSpace(text: string, from: number): number {
  let offset = from;
  for (; ; offset++) {
    const code = text.charCodeAt(offset);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return offset;
  }
}

function match(pattern: RegExp, text: string, offset: number, wanted: string): number {
  pattern.lastIndex = offset;
  if (!pattern.test(text)) throw unexpected(text, offset, wanted);
  return pattern.lastIndex;
}

function expect(text: string, offset: number, ...wanted: readonly [string, ...string[]]): number {
  const [first] = wanted;
  if (text[offset] !== first) {
    throw unexpected(text, offset, wanted.map((character) => `\`${character}\``).join(' or '));
  }
  return offset + 1;
}

function unexpected(text: string, offset: number, wanted: string): JsonTextError {
  const character = text.codePointAt(offset);
  const found =
    character === undefined ? 'the text ends' : `there is \`${String.fromCodePoint(character)}\``;
  return new JsonTextError(`Expected ${wanted}, but ${found}.`, offset);
}
