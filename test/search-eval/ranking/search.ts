import { firstSaying, type Action } from './action.js';
import type { SearchIndex } from './search-index.js';
import type { Saying } from './thesaurus.js';
import { isTelling, wordsOf } from './words.js';

/** What a query is read with. */
export interface Lexicon {
  readonly stem: (word: string) => string;
  /** What words and phrases of a query stand for besides, by their first stem. */
  readonly thesaurus: ReadonlyMap<string, readonly Saying[]>;
  /** Whether an operation that does what the first verb says goes before. */
  readonly actions: boolean;
}

/** A tool that fits, and how well: from 0 to 1. */
export interface Found {
  readonly number: number;
  readonly score: number;
}

/** How much counts what is not the word itself. */
export interface QueryWeights {
  readonly synonym: number;
  /** One of a word that the index has itself. */
  readonly synonymBeside: number;
  readonly prefix: number;
  /** An operation that does something else. */
  readonly otherAction: number;
  /** One that reads a single thing where many are wanted, or the other way round. */
  readonly otherRead: number;
  /** An operation that finds what a better one needs, of the score of that. */
  readonly finder: number;
  /** An operation that reads like a better one. */
  readonly alike: number;
  /** Exponent of how much a tool says that may not have been asked for. */
  readonly extent: number;
  /** Exponent of the share of the query that is matched. */
  readonly coordination: number;
  /** How alternatives of one word add up: 1 the sum, infinity the best alone. */
  readonly norm: number;
}

export const queryWeights: QueryWeights = {
  synonym: 0.8,
  synonymBeside: 0.68,
  extent: 0.3,
  prefix: 0.2,
  otherAction: 0.7,
  otherRead: 0.85,
  finder: 0.88,
  alike: 0.75,
  coordination: 0.25,
  norm: 2.5,
};

/** Tools that a search finds. */
const mostFound = 60;

interface Term {
  readonly numbers: Uint32Array;
  readonly weights: Float32Array;
  readonly rarity: number;
}

export type Search = (query: string) => readonly Found[];

/** A search over an index. */
export function createSearch(
  index: SearchIndex,
  lexicon: Lexicon,
  weights: QueryWeights = queryWeights,
): Search {
  const size = index.tools.length;
  const lines = readLines(index.terms);
  const sortedTerms = [...lines.keys()];
  const alike = new Map(index.alike.flatMap((group, key) => group.map((number) => [number, key])));
  const known = new Map<string, Term | undefined>();
  const termOf = (word: string): Term | undefined => {
    if (known.has(word)) return known.get(word);
    const line = lines.get(word);
    const term = line === undefined ? undefined : readTerm(line, size);
    if (term !== undefined) known.set(word, term);
    return term;
  };
  const ownTerms = (stemmed: string): readonly (readonly [Term, number])[] => {
    const own = termOf(stemmed);
    if (own !== undefined) return [[own, 1]];
    if (stemmed.length < 3 || /\d/.test(stemmed)) return [];
    return sortedTerms
      .filter((term) => term.startsWith(stemmed))
      .slice(0, 5)
      .flatMap((term) => termOf(term) ?? [])
      .map((term) => [term, weights.prefix]);
  };
  const termsOf = (concept: Concept): readonly (readonly [Term, number])[] => {
    const own = concept.own.flatMap(ownTerms);
    const share = own.some(([, weight]) => weight === 1) ? weights.synonymBeside : weights.synonym;
    const meant = concept.meanings.flatMap((meaning) => termOf(meaning) ?? []);
    return [...own, ...meant.map((term) => [term, share] as const)];
  };

  const best = new Float64Array(size);
  return (query) => {
    const words = wordsOf(query);
    const saying = lexicon.actions ? firstSaying(words) : undefined;
    const stems = words.map(lexicon.stem);
    const scores = new Float64Array(size);
    const matched = new Float64Array(size);
    let total = 0;
    for (const concept of conceptsOf(words, stems, lexicon.thesaurus)) {
      const terms = termsOf(concept);
      const rarity = Math.max(0, ...terms.map(([term, share]) => term.rarity * share));
      total += rarity;
      for (const [term, share] of terms) {
        term.numbers.forEach((number, place) => {
          const score = share * term.rarity * (term.weights[place] ?? 0);
          best[number] = (best[number] ?? 0) + score ** weights.norm;
        });
      }
      for (const [term] of terms) {
        for (const number of term.numbers) {
          const score = best[number] ?? 0;
          if (score === 0) continue;
          best[number] = 0;
          scores[number] = (scores[number] ?? 0) + score ** (1 / weights.norm);
          matched[number] = (matched[number] ?? 0) + rarity;
        }
      }
    }
    const fitting = new Map(
      ['l', 'g', 'c', 'u', 'd', '-'].map((letter) => [
        letter,
        fit(letter, saying?.actions ?? [], weights),
      ]),
    );
    let found: Found[] = [];
    let least = 0;
    for (let number = 0; number < size; number += 1) {
      const sum = scores[number] ?? 0;
      if (sum === 0) continue;
      const share = ((matched[number] ?? 0) / total) ** weights.coordination;
      const fits = fitting.get(index.actions[number] ?? '-') ?? 1;
      const extent = ((index.extents.charCodeAt(number) - 60) / 12) ** weights.extent;
      const score = ((sum / total) * share * fits) / extent;
      if (score <= least) continue;
      found.push({ number, score });
      if (found.length < 4 * mostFound) continue;
      found = found.sort(byScore).slice(0, mostFound);
      least = found.at(-1)?.score ?? 0;
    }
    found.sort(byScore);
    return diversify(
      withFinders(found.slice(0, mostFound), index, weights.finder),
      alike,
      weights.alike,
    );
  };
}

/** One thing that a query names: its words, the stems to look for, and what they may mean. */
interface Concept {
  readonly words: readonly string[];
  readonly own: readonly string[];
  readonly meanings: readonly string[];
}

function conceptsOf(
  words: readonly string[],
  stems: readonly string[],
  thesaurus: Lexicon['thesaurus'],
): readonly Concept[] {
  const concepts: Concept[] = [];
  let place = 0;
  while (place < words.length) {
    const said = (thesaurus.get(stems[place] ?? '') ?? []).filter((saying) =>
      saying.words.every((word, offset) => stems[place + offset] === word),
    );
    const length = Math.max(1, ...said.map((saying) => saying.words.length));
    const own = words.slice(place, place + length);
    const meanings = said
      .filter((saying) => saying.words.length === length)
      .flatMap((saying) => saying.meanings);
    const telling = stems.slice(place, place + length).filter((_, at) => isTelling(own[at] ?? ''));
    if (telling.length > 0 || length > 1) concepts.push({ words: own, own: telling, meanings });
    place += length;
  }
  return concepts;
}

function fit(action: string, wanted: readonly Action[], weights: QueryWeights): number {
  if (wanted.length === 0 || action === '-') return 1;
  const letters = wanted.map((each) => each[0] ?? '');
  if (letters.includes(action)) return 1;
  const reads = 'lg'.includes(action) && letters.some((letter) => 'lg'.includes(letter));
  return reads ? weights.otherRead : weights.otherAction;
}

function withFinders(found: readonly Found[], index: SearchIndex, share: number): readonly Found[] {
  const scores = new Map(found.map(({ number, score }) => [number, score]));
  for (const { number, score } of found.slice(0, 3)) {
    for (const finder of index.finders[number] ?? []) {
      scores.set(finder, Math.max(scores.get(finder) ?? 0, score * share));
    }
  }
  return [...scores].map(([number, score]) => ({ number, score })).toSorted(byScore);
}

/** Of tools that read alike, each further one goes further down. */
function diversify(
  found: readonly Found[],
  alike: ReadonlyMap<number, number>,
  share: number,
): readonly Found[] {
  const seen = new Map<number, number>();
  return found
    .map(({ number, score }) => {
      const group = alike.get(number);
      if (group === undefined) return { number, score };
      const before = seen.get(group) ?? 0;
      seen.set(group, before + 1);
      return { number, score: score * share ** before };
    })
    .toSorted(byScore);
}

function byScore(left: Found, right: Found): number {
  return right.score - left.score || left.number - right.number;
}

function readLines(terms: string): ReadonlyMap<string, string> {
  return new Map(
    terms.split('\n').map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1)];
    }),
  );
}

function readTerm(line: string, size: number): Term {
  const numbers: number[] = [];
  const weights: number[] = [];
  let number = -1;
  let distance = 0;
  for (let place = 0; place < line.length; place += 1) {
    const code = line.charCodeAt(place);
    if (code >= 97) distance = distance * 36 + code - 87;
    else if (code < 65) distance = distance * 36 + code - 48;
    else {
      number += distance;
      distance = 0;
      numbers.push(number);
      weights.push((code - 64.5) / 26);
    }
  }
  const rarity = Math.log(1 + (size - numbers.length + 0.5) / (numbers.length + 0.5));
  return { numbers: Uint32Array.from(numbers), weights: Float32Array.from(weights), rarity };
}
