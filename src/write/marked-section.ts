import { withLf } from './content-hash.js';

const begin = '<!-- mcp-gen:begin -->';
const end = '<!-- mcp-gen:end -->';

/** A text around its generated section; the markers belong to `head` and `tail`. */
export interface MarkedText {
  readonly head: string;
  readonly section: string;
  readonly tail: string;
}

/** Splits a text with LF at the markers, each on a line of its own; undefined unless each stands there once, in order. */
export function splitMarked(text: string): MarkedText | undefined {
  const lines = withLf(text).split('\n');
  const first = lines.indexOf(begin);
  const last = lines.indexOf(end);
  if (first < 0 || last < first) return undefined;
  if (lines.lastIndexOf(begin) !== first || lines.lastIndexOf(end) !== last) return undefined;
  return {
    head: lines.slice(0, first + 1).join('\n'),
    section: lines.slice(first + 1, last).join('\n'),
    tail: lines.slice(last).join('\n'),
  };
}

/** The text with another section between its markers. */
export function joinMarked({ head, tail }: MarkedText, section: string): string {
  return [head, section, tail].join('\n');
}
