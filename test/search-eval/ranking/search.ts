import { firstSaying, type Action } from './action.js';
import type { SearchIndex } from './search-index.js';
import { isTelling, wordsOf } from './words.js';

/** What a query is read with. */
export interface Lexicon {
  readonly stem: (word: string) => string;
  /** Stems that mean the same, or nearly, by stem. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** Whether an operation that does what the first verb says goes before. */
  readonly actions: boolean;
}

/** A tool that fits, and how well: from 0 to 1. */
export interface Found {
  readonly number: number;
  readonly score: number;
}

/** Weights of what is not the word itself. */
const synonymWeight = 0.6;
const prefixWeight = 0.5;
const verbWeight = 0.5;
const otherAction = 0.7;
const finderShare = 0.9;
const alikeShare = 0.85;
const coordination = 0.5;

interface Term {
  readonly numbers: Uint32Array;
  readonly weights: Float32Array;
  readonly rarity: number;
}

export type Search = (query: string) => readonly Found[];

/** A search over an index. */
export function createSearch(index: SearchIndex, lexicon: Lexicon): Search {
  const size = index.tools.length;
  const lines = readLines(index.terms);
  const sortedTerms = [...lines.keys()];
  const alike = new Map(index.alike.flatMap((group, key) => group.map((number) => [number, key])));
  const termOf = (word: string): Term | undefined => {
    const line = lines.get(word);
    return line === undefined ? undefined : readTerm(line, size);
  };
  const alternatives = (word: string): readonly (readonly [Term, number])[] => {
    const stemmed = lexicon.stem(word);
    const own = termOf(stemmed);
    const near = (lexicon.synonyms.get(stemmed) ?? []).flatMap((other) => termOf(other) ?? []);
    const found: (readonly [Term, number])[] = near.map((term) => [term, synonymWeight]);
    if (own !== undefined) return [[own, 1], ...found];
    if (found.length > 0 || stemmed.length < 3) return found;
    return sortedTerms
      .filter((term) => term.startsWith(stemmed))
      .slice(0, 5)
      .flatMap((term) => termOf(term) ?? [])
      .map((term) => [term, prefixWeight]);
  };

  return (query) => {
    const words = wordsOf(query);
    const saying = lexicon.actions ? firstSaying(words) : undefined;
    const telling = [...new Set(words.filter(isTelling))];
    const scores = new Float64Array(size);
    const matched = new Float64Array(size);
    let total = 0;
    for (const word of telling) {
      const weight = saying?.words.includes(word) === true ? verbWeight : 1;
      const best = new Map<number, number>();
      let rarity = 0;
      for (const [term, share] of alternatives(word)) {
        rarity = Math.max(rarity, term.rarity * share);
        term.numbers.forEach((number, place) => {
          const score = weight * share * term.rarity * (term.weights[place] ?? 0);
          if (score > (best.get(number) ?? 0)) best.set(number, score);
        });
      }
      total += weight * rarity;
      for (const [number, score] of best) {
        scores[number] = (scores[number] ?? 0) + score;
        matched[number] = (matched[number] ?? 0) + weight * rarity;
      }
    }
    const found: Found[] = [];
    scores.forEach((score, number) => {
      if (score === 0) return;
      const share = ((matched[number] ?? 0) / total) ** coordination;
      const fits = fit(index.actions[number] ?? '-', saying?.actions ?? []);
      found.push({ number, score: (score / total) * share * fits });
    });
    found.sort(byScore);
    return diversify(withFinders(found.slice(0, 60), index), alike);
  };
}

function fit(action: string, wanted: readonly Action[]): number {
  if (wanted.length === 0 || action === '-') return 1;
  const letters = wanted.map((each) => each[0] ?? '');
  if (letters.includes(action)) return 1;
  const reads = 'lg'.includes(action) && letters.some((letter) => 'lg'.includes(letter));
  return reads ? 0.95 : otherAction;
}

function withFinders(found: readonly Found[], index: SearchIndex): readonly Found[] {
  const scores = new Map(found.map(({ number, score }) => [number, score]));
  for (const { number, score } of found.slice(0, 3)) {
    for (const finder of index.finders[number] ?? []) {
      scores.set(finder, Math.max(scores.get(finder) ?? 0, score * finderShare));
    }
  }
  return [...scores].map(([number, score]) => ({ number, score })).toSorted(byScore);
}

/** Of tools that read alike, each further one goes further down. */
function diversify(found: readonly Found[], alike: ReadonlyMap<number, number>): readonly Found[] {
  const seen = new Map<number, number>();
  return found
    .map(({ number, score }) => {
      const group = alike.get(number);
      if (group === undefined) return { number, score };
      const before = seen.get(group) ?? 0;
      seen.set(group, before + 1);
      return { number, score: score * alikeShare ** before };
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
