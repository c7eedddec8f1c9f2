import type { Saying } from './thesaurus.js';
import { compoundsOf, isTelling, wordsOf } from './words.js';

/** One thing that a query names. */
export interface Concept {
  /** Stems of its own words. */
  readonly own: readonly string[];
  /** Stems of what it may be called elsewhere. */
  readonly meanings: readonly string[];
}

/** What a query is read with. */
export interface Lexicon {
  readonly stem: (word: string) => string;
  /** What words and phrases stand for, by their first stem. */
  readonly thesaurus: ReadonlyMap<string, readonly Saying[]>;
}

/** What a query names, the longest phrases of the thesaurus first; `isKnown` tells the terms of the index. */
export function conceptsOf(
  query: string,
  { stem, thesaurus }: Lexicon,
  isKnown: (stem: string) => boolean,
): readonly Concept[] {
  const words = wordsOf(query);
  const stems = words.map(stem);
  const concepts: Concept[] = [];
  let place = 0;
  while (place < words.length) {
    const sayings = longest(thesaurus.get(stems[place] ?? '') ?? [], stems.slice(place));
    const length = sayings[0]?.words.length ?? 1;
    const own = words
      .slice(place, place + length)
      .filter(isTelling)
      .map(stem);
    const meanings = sayings.flatMap((saying) => saying.meanings);
    if (own.length > 0 || length > 1) concepts.push({ own, meanings });
    place += length;
  }
  const compounds = [...compoundsOf(query), ...pairsOf(words)].map(stem).filter(isKnown);
  return [...concepts, ...[...new Set(compounds)].map((own) => ({ own: [own], meanings: [] }))];
}

/** Of the sayings that `stems` starts with, the longest. */
function longest(sayings: readonly Saying[], stems: readonly string[]): readonly Saying[] {
  const said = sayings.filter(({ words }) => words.every((word, place) => stems[place] === word));
  const length = Math.max(0, ...said.map(({ words }) => words.length));
  return said.filter(({ words }) => words.length === length);
}

/** Words that stand side by side, as one: people write "cron job" where an identifier says CronJob. */
function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, place) => (words[place] ?? '') + word);
}
