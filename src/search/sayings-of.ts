import { isDeterminer } from '../../templates/rooms/core/src/runtime/search/phrase.js';
import type { SearchIndex } from '../../templates/rooms/core/src/runtime/search/search-index.js';
import { readThesaurus, type Entry } from './thesaurus/thesaurus.js';
import { actionOfVerb } from './verbs.js';

/** The part of the thesaurus that leads to terms of an index, as the index holds it. */
export function sayingsOf(
  isTerm: (stem: string) => boolean,
  stem: (word: string) => string,
): Pick<SearchIndex, 'senses' | 'sayings'> {
  const senses = new Map<string, number>();
  const numbers = new Map<string, Set<number>>();
  for (const entry of readThesaurus()) {
    const sense = knownSense(entry, isTerm, stem);
    if (sense === undefined) continue;
    const number = senses.get(sense) ?? senses.size;
    senses.set(sense, number);
    for (const words of entry.sayings) {
      const saying = stemsOf(words, stem);
      if (saying !== sense) numbers.set(saying, (numbers.get(saying) ?? new Set()).add(number));
    }
  }
  return { senses: [...senses.keys()], sayings: linesOf(numbers) };
}

/** The stems of a sense, `-` for one that is no term; undefined if none is, or only the verb of it. */
function knownSense(
  { sense }: Entry,
  isTerm: (stem: string) => boolean,
  stem: (word: string) => string,
): string | undefined {
  const known = sense.filter((word) => isTerm(stem(word)));
  if (known.every(isVerb) && !sense.every(isVerb)) return undefined;
  if (known.length === 0) return undefined;
  return [...new Set(known.map(stem)), ...sense.slice(known.length).map(() => '-')].join(' ');
}

function isVerb(word: string): boolean {
  return actionOfVerb(word) !== undefined;
}

/** The stems of a saying; determiners are looked over in queries too. */
function stemsOf(words: readonly string[], stem: (word: string) => string): string {
  const telling = words.filter((word) => !isDeterminer(word));
  return (telling.length === 0 ? words : telling.map(stem)).join(' ');
}

/** Sayings by their first words, sorted. */
function linesOf(numbers: ReadonlyMap<string, ReadonlySet<number>>): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const saying of [...numbers.keys()].toSorted()) {
    const [first = '', ...rest] = saying.split(' ');
    const meant = [...(numbers.get(saying) ?? [])].map((number) => number.toString(36)).join('.');
    lines.set(first, [...(lines.get(first) ?? []), [...rest, meant].join(' ')]);
  }
  return [...lines].map(([first, rests]) => `${first} ${rests.join(',')}`);
}
