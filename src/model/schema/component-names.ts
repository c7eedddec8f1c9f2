import { createHash } from 'node:crypto';
import { compare } from '../node.js';
import { joinWithin, splitWords } from '../naming/words.js';

/** Words that cannot name a constant in an ECMAScript module. */
const reserved: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private
  protected public return static super switch this throw true try typeof undefined var void while with
  yield`.split(/\s+/),
);

/** Identifiers in camelCase for names, unique case-insensitively; they depend on the set of names alone. */
export function identifiersFor(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    [...names].sort(compare).map((name) => [name, unique(identifierFor(name), taken)]),
  );
}

/** They name files too, which have to fit into paths and archives. */
const nameLimit = 64;
const hashLength = 6;

function identifierFor(name: string): string {
  const identifier = shorten(splitWords(name), name);
  if (identifier === '') return 'schema';
  return /^\d/.test(identifier) || reserved.has(identifier)
    ? `schema${identifier.charAt(0).toUpperCase()}${identifier.slice(1)}`
    : identifier;
}

/** Words in camelCase; of more than 64 characters the last are left out, and a hash of the name tells such ones apart. */
function shorten(words: readonly string[], name: string): string {
  const whole = camelCase(words);
  if (whole.length <= nameLimit) return whole;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, hashLength);
  const kept = joinWithin(words, ' ', nameLimit - hashLength).split(' ');
  return camelCase([...kept, hash]);
}

function camelCase([first = '', ...rest]: readonly string[]): string {
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Adds a number where a name is taken. */
export function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${name}${number}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
