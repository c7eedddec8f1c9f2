import { compare } from '../node.js';
import { splitWords } from '../naming/words.js';

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

function identifierFor(name: string): string {
  const [first = '', ...rest] = splitWords(name);
  const identifier =
    first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  if (identifier === '') return 'schema';
  return /^\d/.test(identifier) || reserved.has(identifier)
    ? `schema${identifier.charAt(0).toUpperCase()}${identifier.slice(1)}`
    : identifier;
}

/** Adds a number where a name is taken. */
export function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${name}${number}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
