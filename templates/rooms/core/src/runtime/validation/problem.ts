import type { JsonSchema } from '../tool.js';

/** A value, and where it stands in the whole that is checked. */
export interface Spot {
  readonly value: unknown;
  /** The object or list that holds it; absent for the whole. */
  readonly parent?: Spot;
  readonly key?: string | number;
  /** The objects, lists and references that lead here. */
  readonly depth: number;
}

/** Something that a schema does not allow. Its text is made only for those that are shown. */
export interface Problem {
  readonly spot: Spot;
  readonly describe: () => string;
}

/** Holds a schema against a value; gives problems as they are found, none if the value is valid. */
export type Check = (schema: unknown, spot: Spot) => Iterable<Problem>;

/** What one keyword of a schema asks; `operand` is its value. */
export type Rule = (
  operand: unknown,
  spot: Spot,
  schema: JsonSchema,
  check: Check,
) => Iterable<Problem>;

const LONGEST_QUOTE = 300;
/** A large value can have millions; nobody reads them. */
const MOST_KEPT = 1_000;

/** Whether there is no problem; looks for one only. */
export function isValid(problems: Iterable<Problem>): boolean {
  return problems[Symbol.iterator]().next().done === true;
}

/** The first thousand problems. */
export function firstOf(problems: Iterable<Problem>): readonly Problem[] {
  const kept: Problem[] = [];
  for (const problem of problems) {
    kept.push(problem);
    if (kept.length === MOST_KEPT) break;
  }
  return kept;
}

/** A property or an item; its value is undefined if there is none. */
export function spotAt(parent: Spot, key: string | number): Spot {
  const container: unknown = parent.value;
  const value: unknown =
    typeof container === 'object' && container !== null && Object.hasOwn(container, key)
      ? Reflect.get(container, key)
      : undefined;
  return { value, parent, key, depth: parent.depth + 1 };
}

/** RFC 6901, section 3; empty for the whole. */
export function pointerOf({ parent, key }: Spot): string {
  if (parent === undefined) return '';
  return `${pointerOf(parent)}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** JSON, cut to a length that can be read. */
export function quote(value: unknown): string {
  return cut(JSON.stringify(value ?? null));
}

/** A text of at most 300 characters and a mark that something is missing. */
export function cut(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
}

/** A JSON object: neither null nor a list. */
export function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The properties that an object has; custom code may leave one undefined to say that there is none. */
export function namesOf(object: JsonSchema): readonly string[] {
  return Object.keys(object).filter((name) => object[name] !== undefined);
}

/** The properties of an object; none of anything else. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** A list as it is; anything else as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
