import { stringLiteral } from './string-literal.js';
import { textWidth } from './text-width.js';

/** Key under which `Code` keeps its text; a symbol, so that no data read from a file can claim to be code. */
export const source = Symbol('source');

/** TypeScript source text. Only `code.ts` makes it. */
export interface Code {
  readonly [source]: string;
}

/** Where a literal is printed: the depth of its line, and the columns that the rest of the line leaves it. */
export interface Place {
  readonly depth: number;
  readonly room: number;
}

/** Columns of a line. */
export const lineWidth = 100;
const indentation = '  ';
const asciiName = /^[A-Za-z_$][\w$]*$/;
/** ECMAScript 5.1, section 7.6: what prettier leaves without quotes. */
const identifierName =
  /^(?!.*[^\0-\uffff])[$_\p{L}\p{Nl}][$_\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u;
/** A string moves to a line of its own only behind a key of at least this width. */
const shortKeyWidth = 5;

/**
 * Prints data as a TypeScript literal that evaluates to it, wrapped at 100 columns as prettier does with
 * `singleQuote`. `Code` stands verbatim wherever a value may; a property whose value is `undefined` is left
 * out; anything else that is not JSON is a TypeError.
 */
export function printLiteral(value: unknown, { depth, room }: Place): string {
  if (!isContainer(value)) return scalar(value);
  const flat = onOneLine(value, room);
  if (flat !== undefined) return flat;
  return isArray(value) ? printArray(value, depth) : printObject(value, depth);
}

type Container = readonly unknown[] | Readonly<Record<string, unknown>>;
type Entry = readonly [key: string, value: unknown];

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && !(source in value);
}

/** `Array.isArray` makes `any[]` of a readonly array. */
function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function entries(value: Container): readonly Entry[] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function isEmpty(value: Container): boolean {
  return Object.values(value).every((item) => item === undefined);
}

function margin(depth: number): string {
  return indentation.repeat(depth);
}

/** What is left of a line of this depth before a comma. */
function roomAt(depth: number): number {
  return lineWidth - depth * indentation.length - ','.length;
}

function printArray(items: readonly unknown[], depth: number): string {
  const inner = { depth: depth + 1, room: roomAt(depth + 1) };
  const lines = isNumbers(items)
    ? filledLines(items, inner.room)
    : items.map((item) => `${printLiteral(item, inner)},`);
  return block('[', lines, ']', depth);
}

function printObject(value: Container, depth: number): string {
  const lines = entries(value).map((entry) => printEntry(entry, depth + 1));
  return block('{', lines, '}', depth);
}

function block(open: string, lines: readonly string[], close: string, depth: number): string {
  const start = `\n${margin(depth + 1)}`;
  // V8 appends without copying; join would copy the innermost text once for every block around it.
  const filled = lines.reduce((text, line) => text + start + line, open);
  return `${filled}\n${margin(depth)}${close}`;
}

function printEntry([key, value]: Entry, depth: number): string {
  if (isShorthand(key, value)) return `${key},`;
  const name = propertyName(key);
  const width = textWidth(name);
  const room = roomAt(depth) - width - ': '.length;
  if (width < shortKeyWidth || isUnsigned(value) || minimalWidth(value) <= room) {
    return `${name}: ${printLiteral(value, { depth, room })},`;
  }
  const below = { depth: depth + 1, room: roomAt(depth + 1) };
  return `${name}:\n${margin(depth + 1)}${printLiteral(value, below)},`;
}

/** Prettier does not part these from their key. */
function isUnsigned(value: unknown): boolean {
  return (
    typeof value === 'boolean' || (typeof value === 'number' && !scalar(value).startsWith('-'))
  );
}

/** Columns that the value takes beside its key; that of a filled container can do with its bracket, in the comma's place. */
function minimalWidth(value: unknown): number {
  if (!isContainer(value)) return textWidth(scalar(value));
  return isEmpty(value) ? '[]'.length : 0;
}

/** The value on one line if it fits into `room` columns, and does not read better on several; scalars have no choice. */
function onOneLine(value: unknown, room: number): string | undefined {
  if (!isContainer(value)) return scalar(value);
  return isArray(value) ? arrayOnOneLine(value, room) : objectOnOneLine(value, room);
}

function arrayOnOneLine(items: readonly unknown[], room: number): string | undefined {
  if (isTable(items)) return undefined;
  const text = joined(items, room - '[]'.length, onOneLine);
  return text === undefined ? undefined : `[${text}]`;
}

function objectOnOneLine(value: Container, room: number): string | undefined {
  const properties = entries(value);
  if (properties.length === 0) return '{}';
  if (properties.filter(([, item]) => isNested(item)).length > 1) return undefined;
  const text = joined(properties, room - '{  }'.length, entryOnOneLine);
  return text === undefined ? undefined : `{ ${text} }`;
}

function entryOnOneLine([key, value]: Entry, room: number): string | undefined {
  if (isShorthand(key, value)) return key;
  const name = propertyName(key);
  const text = onOneLine(value, room - textWidth(name) - ': '.length);
  return text === undefined ? undefined : `${name}: ${text}`;
}

function joined<Item>(
  items: readonly Item[],
  room: number,
  print: (item: Item, room: number) => string | undefined,
): string | undefined {
  const parts: string[] = [];
  let left = room;
  for (const item of items) {
    const text = print(item, left);
    left -= textWidth(text ?? '');
    if (text === undefined || left < 0) return undefined;
    parts.push(text);
    left -= ', '.length;
  }
  return parts.join(', ');
}

/** Prettier never joins an array of several objects, or arrays, with several members each. */
function isTable(items: readonly unknown[]): boolean {
  const [first] = items;
  return (
    items.length > 1 &&
    items.every(
      (item) => isContainer(item) && isArray(item) === isArray(first) && entries(item).length > 1,
    )
  );
}

/** An object with more than one of these reads better on several lines. */
function isNested(value: unknown): boolean {
  if (!isContainer(value)) return false;
  return isArray(value) ? value.some(isContainer) : !isEmpty(value);
}

function isNumbers(items: readonly unknown[]): items is readonly number[] {
  return items.length > 1 && items.every((item) => typeof item === 'number');
}

/** Prettier puts as many numbers on a line as fit. */
function filledLines(numbers: readonly number[], room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const number of numbers) {
    const longer = `${line} ${scalar(number)},`.trimStart();
    if (line !== '' && longer.length > room + ','.length) {
      lines.push(line);
      line = `${scalar(number)},`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (isCode(value)) return value[source];
  throw new TypeError(`A value of type ${typeof value} has no literal`);
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no literal`);
  return Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e');
}

export function isCode(value: unknown): value is Code {
  return typeof value === 'object' && value !== null && source in value;
}

/** `name` instead of `name: name`. */
function isShorthand(key: string, value: unknown): boolean {
  return isCode(value) && value[source] === key;
}

function propertyName(key: string): string {
  if (key === '__proto__') return `['__proto__']`;
  if (asciiName.test(key)) return key;
  const quoted = stringLiteral(key);
  return identifierName.test(key) && quoted === `'${key}'` ? key : quoted;
}
