import { actionsIn, type Action } from './action.js';
import { conceptsOf } from './concepts.js';
import { byScore, diversify, titleCodeAt, withFinders, type Found } from './found.js';
import { queryWeights, type QueryWeights } from './query-weights.js';
import { openSayings } from './sayings.js';
import { scoreConcepts } from './score.js';
import type { SearchIndex } from './search-index.js';
import { stem } from './stem.js';
import { openTerms } from './terms.js';
import { titleCode } from './title-code.js';
import { queryWordsOf } from './words.js';

/** Tools that a search finds at most. */
const mostFound = 60;

/** The tools that fit a query in words, the best first, of those that `isWanted`. */
export type Search = (query: string, isWanted?: (tool: number) => boolean) => readonly Found[];

/** A search over an index, whose terms were made with `stemOf`. */
export function createSearch(
  index: SearchIndex,
  stemOf: (word: string) => string = stem,
  weights: QueryWeights = queryWeights,
): Search {
  const size = index.actions.length;
  const terms = openTerms(index.terms, size);
  const reading = { stem: stemOf, sayings: openSayings(index), weights, isKnown: terms.has };
  return (query, isWanted = () => true) => {
    const words = queryWordsOf(query);
    const scores = scoreConcepts(conceptsOf(words, reading), terms, size, weights);
    const actions = actionsIn(words.map(({ word }) => word));
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
