/** Levels of nesting whose values can be told apart; what is deeper is part of its parent. */
export const DEEPEST = 64;
/** The ends of shorter containers are found again when they are needed. */
const LARGE = 1_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Compact JSON text, and where the value that starts at an index ends: found without parsing, in constant time if it is large. */
export interface JsonSpans {
  readonly text: string;
  readonly endOf: (start: number) => number;
}

/** An element of an array or a member of an object, by indices into the text. */
export interface Entry {
  /** Where the member's key starts; of an element, its value. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** Of valid JSON without whitespace; reads the text once, and keeps nothing of the containers that are small. */
export function jsonSpans(text: string): JsonSpans {
  const ends = new Map<number, number>();
  const endOf = (start: number): number => ends.get(start) ?? valueEnd(text, start);
  if (text.startsWith('{') || text.startsWith('[')) {
    containerEnd(text, 0, (start, end) => {
      if (end - start >= LARGE) ends.set(start, end);
    });
  }
  return { text, endOf };
}

/** Where the value that starts at an index ends, in time that its length takes. */
export function valueEnd(text: string, start: number): number {
  switch (text.charAt(start)) {
    case '"':
      return stringEnd(text, start);
    case '{':
    case '[':
      return containerEnd(text, start);
    default:
      return scalarEnd(text, start);
  }
}

/** What the container at `start` holds, in order. */
export function* entriesOf({ text, endOf }: JsonSpans, start: number): Generator<Entry> {
  const isObject = text[start] === '{';
  let at = start + 1;
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    const value = isObject ? stringEnd(text, at) + 1 : at;
    const end = endOf(value);
    yield { from: at, start: value, end };
    at = text[end] === ',' ? end + 1 : end;
  }
}

type Closed = (start: number, end: number) => void;

function containerEnd(text: string, from: number, closed: Closed = () => undefined): number {
  const starts: number[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = stringEnd(text, at) - 1;
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        if (depth <= DEEPEST) starts[depth] = at;
        depth += 1;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth -= 1;
        if (depth <= DEEPEST) closed(starts[depth] ?? from, at + 1);
        if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** Where the string that starts at an index ends; the end of the text if nothing closes it. */
export function stringEnd(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote === -1 ? text.length : quote + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

function scalarEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isBetween(text.charCodeAt(end))) end += 1;
  return end;
}

function isBetween(code: number): boolean {
  return code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET;
}
