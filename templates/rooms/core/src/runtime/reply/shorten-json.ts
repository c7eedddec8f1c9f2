import { DEEPEST, entriesOf, jsonSpans, type Entry, type JsonSpans } from './json-spans.js';

/** A part of a JSON text that is not shown whole. */
export interface Cut {
  /** RFC 6901. */
  readonly pointer: string;
  readonly of: 'entries' | 'members' | 'characters';
  readonly kept: number;
  readonly total: number;
}

export interface ShortenedJson {
  readonly text: string;
  readonly cuts: readonly Cut[];
}

const MARK = '… [shortened]';
/** A value that gets less room than this is left out with those after it. */
const SHORTEST_VALUE = 40;

/**
 * Compact JSON text in at most `maxChars` UTF-16 code units that is still JSON: of arrays the first entries are kept,
 * of long strings the first characters, of objects all members, the long ones shortened, or the first if there are too
 * many. What is kept is as it was, digit for digit. Takes time in proportion to the text. Undefined if nothing fits:
 * a number that is longer than that.
 */
export function shortenJson(text: string, maxChars: number): ShortenedJson | undefined {
  if (text.length <= maxChars) return { text, cuts: [] };
  const root = { start: 0, end: text.length, pointer: '', depth: 0 };
  return shorten(jsonSpans(text), root, maxChars);
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly pointer: string;
  readonly depth: number;
}

function shorten(json: JsonSpans, place: Place, room: number): ShortenedJson | undefined {
  const { start, end, depth, pointer } = place;
  if (end - start <= room) return { text: json.text.slice(start, end), cuts: [] };
  if (depth > DEEPEST) return undefined;
  switch (json.text.charAt(start)) {
    case '"':
      return shortenString(json.text.slice(start, end), pointer, room);
    case '[':
      return keepFirst(json, place, room);
    case '{':
      return shortenMembers(json, place, room) ?? keepFirst(json, place, room);
    default:
      return undefined;
  }
}

/** The first entries that fit; the one after them shortened if it is long itself. */
function keepFirst(json: JsonSpans, place: Place, room: number): ShortenedJson | undefined {
  const { text } = json;
  if (room < 2) return undefined;
  const isObject = text[place.start] === '{';
  let kept = 0;
  let keptEnd = place.start + 1;
  let total = 0;
  let next: Entry | undefined;
  for (const entry of entriesOf(json, place.start)) {
    total += 1;
    if (next !== undefined) continue;
    if (entry.end - place.start + 1 <= room) {
      kept = total;
      keptEnd = entry.end;
    } else next = entry;
  }
  const first = text.slice(place.start, keptEnd);
  const left = room - first.length;
  // What is left out anyway need not be shown in part, unless that makes most of what can be shown.
  const last =
    next && (kept === 0 || left > room / 2)
      ? shortenNext(json, { place, entry: next, index: kept }, left)
      : undefined;
  const shown = kept + (last === undefined ? 0 : 1);
  const cut: Cut = {
    pointer: place.pointer,
    of: isObject ? 'members' : 'entries',
    kept: shown,
    total,
  };
  return {
    text: `${first}${last?.text ?? ''}${isObject ? '}' : ']'}`,
    cuts: [...(shown < total ? [cut] : []), ...(last?.cuts ?? [])],
  };
}

interface Next {
  readonly place: Place;
  readonly entry: Entry;
  readonly index: number;
}

/** Room is what the entries before leave, with the closing bracket; the text begins with the comma that is due. */
function shortenNext(
  json: JsonSpans,
  { place, entry, index }: Next,
  room: number,
): ShortenedJson | undefined {
  const before = `${index > 0 ? ',' : ''}${json.text.slice(entry.from, entry.start)}`;
  const left = room - before.length - 1;
  if (left < SHORTEST_VALUE) return undefined;
  const value = shorten(json, childPlace(json, place, { entry, index }), left);
  return value && { text: `${before}${value.text}`, cuts: value.cuts };
}

/** All members, the long ones shortened to equal shares; undefined if there are too many for that, or one that cannot be. */
function shortenMembers(json: JsonSpans, place: Place, room: number): ShortenedJson | undefined {
  const entries: Entry[] = [];
  let fixed = 1;
  let least = 0;
  for (const entry of entriesOf(json, place.start)) {
    entries.push(entry);
    fixed += entry.start - entry.from + 1;
    const size = entry.end - entry.start;
    least += Math.min(size, SHORTEST_VALUE);
    const isFixed = place.depth === DEEPEST || !'{["'.includes(json.text.charAt(entry.start));
    if (fixed + least > room || (isFixed && size > SHORTEST_VALUE)) return undefined;
  }
  const shares = new Map<Entry, ShortenedJson>();
  const bySize = entries.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  let left = room - fixed;
  for (const [index, entry] of bySize.entries()) {
    const share = Math.floor(left / (bySize.length - index));
    const value = shorten(json, childPlace(json, place, { entry, index: 0 }), share);
    if (value === undefined) return undefined;
    shares.set(entry, value);
    left -= value.text.length;
  }
  const members = entries.map(
    (entry) => json.text.slice(entry.from, entry.start) + (shares.get(entry)?.text ?? ''),
  );
  const cuts = entries.flatMap((entry) => shares.get(entry)?.cuts ?? []);
  return { text: `{${members.join(',')}}`, cuts };
}

function childPlace(
  { text }: JsonSpans,
  { pointer, depth }: Place,
  { entry, index }: { readonly entry: Entry; readonly index: number },
): Place {
  const { from, start, end } = entry;
  const key: unknown = from === start ? index : JSON.parse(text.slice(from, start - 1));
  const step = String(key).replaceAll('~', '~0').replaceAll('/', '~1');
  return { start, end, pointer: `${pointer}/${step}`, depth: depth + 1 };
}

function shortenString(token: string, pointer: string, room: number): ShortenedJson | undefined {
  const whole: unknown = JSON.parse(token);
  if (typeof whole !== 'string') return undefined;
  let kept = Math.min(whole.length, room);
  for (;;) {
    // Half of a surrogate pair is no character.
    const shown = whole.slice(0, kept).replace(/[\ud800-\udbff]$/, '');
    const text = JSON.stringify(shown + MARK);
    const over = text.length - room;
    const cut: Cut = { pointer, of: 'characters', kept: shown.length, total: whole.length };
    if (over <= 0) return { text, cuts: [cut] };
    if (kept === 0) return undefined;
    // A character is written with at most six.
    kept = Math.max(0, kept - Math.ceil(over / 6));
  }
}
