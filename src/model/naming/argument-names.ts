import type { ParameterLocation } from '../model.js';
import { compare } from '../node.js';
import { transliterate } from './words.js';

/** Something that a call gives a value to. */
export interface NamedInput {
  /** `reply`: not sent, it says what to read of the reply. */
  readonly in: ParameterLocation | 'body' | 'reply';
  /** The name on the wire; '' for a body that is one argument. */
  readonly name: string;
}

/** What a pin of an argument is kept by, e.g. `query:$filter`. */
export function argumentKey(input: NamedInput): string {
  return `${input.in}:${input.name}`;
}

const locations = ['path', 'query', 'header', 'cookie', 'body', 'reply'] as const;
const nameLimit = 64;

/**
 * The argument name of every input by `argumentKey`: unique in the tool, `[A-Za-z0-9_.-]{1,64}`, the name on the
 * wire where that is legal. On a clash path, query, header, cookie, body and reply keep the bare name in this order.
 * Names that are not pinned are also `suitable`, for which letters, digits and `_` must do.
 */
export function nameArguments(
  inputs: readonly NamedInput[],
  pinned: Readonly<Record<string, string>>,
  suitable: (name: string) => boolean = () => true,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const give = (key: string, name: string): void => {
    names.set(key, name);
    taken.add(name);
  };
  for (const input of inputs) {
    const key = argumentKey(input);
    const pin = Object.hasOwn(pinned, key) ? pinned[key] : undefined;
    if (pin !== undefined && isArgumentName(pin) && !taken.has(pin)) give(key, pin);
  }
  for (const input of inputs.toSorted(precedence)) {
    const key = argumentKey(input);
    if (!names.has(key)) give(key, unusedName(input, taken, suitable));
  }
  return names;
}

/** What every host accepts as a property of an input schema; `__proto__` is none in many JSON readers. */
function isArgumentName(name: string): boolean {
  return /^[A-Za-z0-9_.-]{1,64}$/.test(name) && name !== '__proto__';
}

function precedence(left: NamedInput, right: NamedInput): number {
  return (
    locations.indexOf(left.in) - locations.indexOf(right.in) ||
    Number(isArgumentName(right.name)) - Number(isArgumentName(left.name)) ||
    compare(left.name, right.name)
  );
}

function unusedName(
  input: NamedInput,
  taken: ReadonlySet<string>,
  suitable: (name: string) => boolean,
): string {
  const legal = isArgumentName(input.name) ? input.name : sanitise(input);
  const bare = suitable(legal) ? legal : wordOf(legal);
  if (!taken.has(bare)) return bare;
  const qualified = `${bare.slice(0, nameLimit - 10)}_${input.in}`;
  let name = qualified;
  for (let count = 2; taken.has(name); count += 1) name = `${qualified}_${count}`;
  return name;
}

/** `X-Request-Id` is `X_Request_Id`, `2fa` is `_2fa`. */
function wordOf(name: string): string {
  const word = name.replace(/[.-]+/g, '_');
  return (/^\d/.test(word) ? `_${word}` : word).slice(0, nameLimit);
}

/** `$filter` is `filter`, `page[limit]` is `page_limit`, `ids[]` is `ids`. */
function sanitise({ in: location, name }: NamedInput): string {
  const text = transliterate(name)
    .replace(/[^A-Za-z0-9_.-]+/g, '_')
    .slice(0, nameLimit)
    .replace(/^_+|_+$/g, '');
  return text === '' ? location : text;
}
