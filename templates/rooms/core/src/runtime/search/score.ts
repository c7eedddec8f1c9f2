import type { Concept } from './concepts.js';
import type { QueryWeights } from './query-weights.js';
import type { Term, Terms } from './terms.js';

/** Rare words of a user's are often beside the point: they count less than they would in a search for documents. */
const rarityPower = 0.6;

/** For each tool how well it fits what a query names; 0 where nothing does. */
export function scoreConcepts(
  concepts: readonly Concept[],
  terms: Terms,
  size: number,
  weights: QueryWeights,
): Float64Array {
  const scores = new Float64Array(size);
  const squares = new Float64Array(size);
  const sums = new Float64Array(size);
  const isFluent = concepts.every(({ own }) => own.every(terms.has));
  const meaning = isFluent ? weights.fluentMeaning : weights.meaning;
  for (const { own, senses, weight } of concepts) {
    for (const [term, share] of ownTerms(own, terms, weights)) {
      addTerms(squares, sums, [term], share);
    }
    for (const sense of senses) {
      const meant = sense.flatMap((stem) => terms.find(stem) ?? []);
      addTerms(squares, sums, meant, meaning / sense.length ** weights.breadth);
    }
    for (let tool = 0; tool < size; tool += 1) {
      const square = squares[tool] ?? 0;
      if (square !== 0) scores[tool] = (scores[tool] ?? 0) + weight * Math.sqrt(square);
    }
    squares.fill(0);
  }
  return scores;
}

/** The terms of a concept's own words, and how much each counts. */
function ownTerms(
  own: readonly string[],
  terms: Terms,
  weights: QueryWeights,
): readonly (readonly [Term, number])[] {
  return own.flatMap((stem) => {
    const exact = terms.find(stem);
    if (exact !== undefined) return [[exact, 1] as const];
    if (!/^\D{3,}$/.test(stem)) return [];
    return terms.startingWith(stem, 5).map((term) => [term, weights.prefix] as const);
  });
}

/**
 * Adds for each tool the square of what the terms for one meaning count together; `sums` is all zero before and after.
 * Between meanings the best one thus counts more than the sum of poor ones. Each of tens of thousands of tools counts
 * here: entries() would double the time.
 */
function addTerms(
  squares: Float64Array,
  sums: Float64Array,
  terms: readonly Term[],
  share: number,
): void {
  for (const { tools, weights, rarity } of terms) {
    const most = share * rarity ** rarityPower;
    for (let place = 0; place < tools.length; place += 1) {
      const tool = tools[place] ?? 0;
      sums[tool] = (sums[tool] ?? 0) + most * (weights[place] ?? 0);
    }
  }
  for (const { tools } of terms) {
    for (const tool of tools) {
      squares[tool] = (squares[tool] ?? 0) + (sums[tool] ?? 0) ** 2;
      sums[tool] = 0;
    }
  }
}
