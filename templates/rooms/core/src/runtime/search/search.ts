import { firstSaying, type Action } from './action.js';
import { conceptsOf, type Concept, type Lexicon } from './concepts.js';
import { byScore, diversify, titleCodeAt, withFinders, type Found } from './found.js';
import { lexicon as english } from './lexicon.js';
import { queryWeights, type QueryWeights } from './query-weights.js';
import type { SearchIndex } from './search-index.js';
import { openTerms, type Term, type Terms } from './terms.js';
import { titleCode } from './title-code.js';
import { wordsOf } from './words.js';

/** Tools that a search finds at most. */
const mostFound = 60;

/** The tools that fit a query in words, the best first, of those that `isWanted`. */
export type Search = (query: string, isWanted?: (tool: number) => boolean) => readonly Found[];

/** A search over an index. */
export function createSearch(
  index: SearchIndex,
  lexicon: Lexicon = english,
  weights: QueryWeights = queryWeights,
): Search {
  const size = index.actions.length;
  const terms = openTerms(index.terms, size);
  return (query, isWanted = () => true) => {
    const concepts = conceptsOf(query, lexicon, terms.has);
    const scores = scoreConcepts(concepts, terms, size, weights);
    const actions = firstSaying(wordsOf(query))?.actions ?? [];
    const fits = new Map(
      ['l', 'g', 'c', 'u', 'd', '-'].map((letter) => [letter, fit(letter, actions, weights)]),
    );
    const title = titleCode(query);
    const judge = (score: number, tool: number): number => {
      if (!isWanted(tool)) return 0;
      const extent = (index.extents.charCodeAt(tool) - 60) ** weights.extent;
      const named = titleCodeAt(index, tool) === title ? weights.title : 1;
      return (score * named * (fits.get(index.actions[tool] ?? '-') ?? 1)) / extent;
    };
    const found = withFinders(best(scores, judge), index, weights.finder).filter(({ tool }) =>
      isWanted(tool),
    );
    return diversify(found, index, weights.alike).slice(0, mostFound);
  };
}

/** For each tool how well its words fit; 0 where none does. */
function scoreConcepts(
  concepts: readonly Concept[],
  terms: Terms,
  size: number,
  weights: QueryWeights,
): Float64Array {
  const scores = new Float64Array(size);
  for (const concept of concepts) {
    const alternatives = termsOf(concept, terms, weights);
    const powers = sumPowers(alternatives, size, weights.norm);
    for (let tool = 0; tool < size; tool += 1) {
      const power = powers[tool] ?? 0;
      if (power !== 0) scores[tool] = (scores[tool] ?? 0) + power ** (1 / weights.norm);
    }
  }
  return scores;
}

/** For each tool the sum of what the words for one thing count, each to the power of `norm`. */
function sumPowers(
  alternatives: readonly (readonly [Term, number])[],
  size: number,
  norm: number,
): Float64Array {
  const powers = new Float64Array(size);
  for (const [{ tools, weights, rarity }, share] of alternatives) {
    const most = (share * rarity) ** norm;
    // Each of tens of thousands of tools counts here: iterators would double the time.
    for (let place = 0; place < tools.length; place += 1) {
      const tool = tools[place] ?? 0;
      powers[tool] = (powers[tool] ?? 0) + most * (weights[place] ?? 0) ** norm;
    }
  }
  return powers;
}

/** The terms for a concept, and how much each counts. */
function termsOf(
  { own, meanings }: Concept,
  terms: Terms,
  weights: QueryWeights,
): readonly (readonly [Term, number])[] {
  const exact = own.flatMap((stem) => terms.find(stem) ?? []);
  const share = exact.length > 0 ? weights.synonymBeside : weights.synonym;
  const meant = meanings.flatMap((stem) => terms.find(stem) ?? []);
  const begun = own.filter((stem) => !terms.has(stem) && /^\D{3,}$/.test(stem));
  return [
    ...exact.map((term) => [term, 1] as const),
    ...meant.map((term) => [term, share] as const),
    ...begun.flatMap((stem) =>
      terms.startingWith(stem, 5).map((term) => [term, weights.prefix] as const),
    ),
  ];
}

/** How well a tool of an action, by its letter, fits what is wanted. */
function fit(letter: string, wanted: readonly Action[], weights: QueryWeights): number {
  const letters = wanted.map((action) => action.charAt(0));
  if (letters.length === 0 || letter === '-' || letters.includes(letter)) return 1;
  const reads = 'lg'.includes(letter) && letters.some((other) => 'lg'.includes(other));
  return reads ? weights.otherRead : weights.otherAction;
}

/** The best tools by their judged scores. */
function best(
  scores: Float64Array,
  judge: (score: number, tool: number) => number,
): readonly Found[] {
  let found: Found[] = [];
  let least = 0;
  for (let tool = 0; tool < scores.length; tool += 1) {
    const raw = scores[tool] ?? 0;
    if (raw === 0) continue;
    const score = judge(raw, tool);
    if (score <= least) continue;
    found.push({ tool, score });
    if (found.length < 4 * mostFound) continue;
    found = found.toSorted(byScore).slice(0, mostFound);
    least = found.at(-1)?.score ?? 0;
  }
  return found.toSorted(byScore).slice(0, mostFound);
}
