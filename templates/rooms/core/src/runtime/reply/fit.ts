import type { Tool } from '../tool.js';
import { isJson } from './compact-json.js';
import type { TextContent } from './content.js';
import { waysToLess, waysToMore } from './narrowing.js';
import { shortenJson, type Cut } from './shorten-json.js';

/** Text that is no longer than allowed, and what it leaves out, if it does. */
export interface Fitted {
  readonly text: string;
  /** In square brackets, on one line. */
  readonly statement?: string;
}

export interface Fit {
  readonly tool: Tool;
  /** Longest text and statement together, in UTF-16 code units. */
  readonly maxChars: number;
  /** Whether the API had more to say than was read. */
  readonly truncated: boolean;
}

/** What a statement gets of the room; most need no more than the first. */
const statementRooms = [200, 400];
const LONGEST_STATEMENT = 800;
const LONGEST_POINTER = 120;
const MOST_CUTS = 4;

/** Shortens JSON so that it stays JSON, lines after a line, and other text after a character, and says so. */
export function fitText(content: TextContent, fit: Fit): Fitted {
  const { text } = content;
  if (text.length <= fit.maxChars && !fit.truncated) return { text };
  const half = Math.floor(fit.maxChars / 2);
  for (const room of statementRooms.filter((each) => each <= half)) {
    const fitted = fitBeside(content, fit, room);
    if (fitted.statement === undefined || fitted.statement.length <= room) return fitted;
  }
  const room = Math.min(LONGEST_STATEMENT, half);
  const { text: kept, statement = '' } = fitBeside(content, fit, room);
  return { text: kept, statement: bounded(statement, room) };
}

/** Leaves so much room for the statement, which may not be enough. */
function fitBeside({ kind, text }: TextContent, fit: Fit, room: number): Fitted {
  const maxChars = fit.maxChars - room;
  const shortened = kind === 'json' ? shortenJson(text, maxChars) : undefined;
  if (shortened !== undefined) {
    if (shortened.cuts.length === 0) return { text };
    return { text: shortened.text, statement: cutsStatement(shortened.cuts, fit.tool) };
  }
  const kept = kind === 'lines' ? cutLines(text, maxChars) : cutText(text, maxChars);
  const last = count(Buffer.byteLength(kept) - 1);
  const total = count(Buffer.byteLength(text));
  const range = `bytes 0-${last} of ${fit.truncated ? 'more than ' : ''}${total}`;
  return { text: kept, statement: `[cut: ${range} are shown; ${waysToLess(fit.tool)}]` };
}

/** The beginning of a text, whole characters only. */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  // Half of a surrogate pair is no character.
  return text.slice(0, maxChars).replace(/[\ud800-\udbff]$/, '');
}

/** Whole lines, or what fits of the first. */
function cutLines(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const end = text.lastIndexOf('\n', maxChars);
  if (end > 0) return text.slice(0, end);
  const [first = ''] = text.split('\n', 1);
  const shortened = isJson(first) ? shortenJson(first, maxChars) : undefined;
  return shortened?.text ?? cutText(text, maxChars);
}

/** What is missing of a reply, and how to get it; in square brackets, on one line. */
export function cutsStatement(cuts: readonly Cut[], tool: Tool): string {
  const named = cuts.slice(0, MOST_CUTS).map(describe);
  const more = cuts.length - named.length;
  const parts = [...named, ...(more > 0 ? [`and so are ${count(more)} more places`] : [])];
  const isList = cuts.some((cut) => cut.of === 'entries');
  const way = isList ? waysToMore(tool) : waysToLess(tool);
  return `[shortened: ${parts.join('; ')}; ${way}]`;
}

function describe({ pointer, of, kept, total }: Cut): string {
  const place = pointer === '' ? 'the reply' : cutText(quoted(pointer), LONGEST_POINTER);
  return `${place} holds ${count(total)} ${of}, the first ${count(kept)} are shown`;
}

/** Control characters in a key must not look like the end of the statement. */
function quoted(pointer: string): string {
  return JSON.stringify(pointer.slice(0, LONGEST_POINTER)).slice(1, -1);
}

function bounded(statement: string, maxChars: number): string {
  return statement.length <= maxChars ? statement : `${cutText(statement, maxChars - 2)}…]`;
}

function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
