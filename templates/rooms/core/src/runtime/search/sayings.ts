import type { SearchIndex } from './search-index.js';

/** A phrase of a query, and what it may mean. */
export interface Saying {
  /** Stems, without determiners. */
  readonly words: readonly string[];
  /** Of each meaning the stems of the words for it. */
  readonly senses: readonly (readonly string[])[];
}

/** The sayings that start with a stem. */
export type Sayings = (first: string) => readonly Saying[];

/** Opens the sayings of an index; those of a first stem are decoded when they are first asked for. */
export function openSayings({ sayings, senses }: SearchIndex): Sayings {
  const lines = new Map<string, string>();
  for (const line of sayings) {
    const space = line.indexOf(' ');
    lines.set(line.slice(0, space), line.slice(space + 1));
  }
  const decoded = new Map<string, readonly Saying[]>();
  return (first) => {
    const known = decoded.get(first);
    if (known !== undefined) return known;
    const line = lines.get(first);
    if (line === undefined) return [];
    const found = line.split(',').map((rest) => decode(first, rest, senses));
    decoded.set(first, found);
    return found;
  };
}

function decode(first: string, rest: string, senses: readonly string[]): Saying {
  const words = rest.split(' ');
  const numbers = (words.at(-1) ?? '').split('.');
  return {
    words: [first, ...words.slice(0, -1)],
    senses: numbers.map((number) => (senses[Number.parseInt(number, 36)] ?? '').split(' ')),
  };
}
