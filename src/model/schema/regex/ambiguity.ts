import { createComponentFinder } from '../connected-components.js';
import type { AutomatonState } from './automaton.js';
import { overlap } from './character-ranges.js';

/** How many places may be reached in two ways by the same text; each multiplies the time by a constant. */
const toleratedMerges = 4;

/** Steps after which an expression is too complex to judge. */
const maximumSteps = 100_000;

/** Thrown inside, when the steps are used up. */
class TooComplex extends Error {}

/**
 * Whether some text leads to one state in a number of ways that grows with the text, or in very many: what a
 * backtracking matcher may try one after the other (Weber and Seidl, "On the degree of ambiguity of finite
 * automata", 1991). It may err on the safe side, true.
 */
export function isAmbiguous(states: readonly AutomatonState[]): boolean {
  try {
    return judge(states);
  } catch (error) {
    if (error instanceof TooComplex) return true;
    throw error;
  }
}

function judge(states: readonly AutomatonState[]): boolean {
  const product = createProduct(states);
  const pairs = product.reachablePairs();
  const merges = new Set<number>();
  for (const pair of pairs) {
    const [left, right] = product.split(pair);
    for (const [next, ways] of states[left]?.next ?? []) {
      if (left === right ? ways > 1 : states[right]?.next.has(next)) merges.add(next);
    }
  }
  if (merges.size === 0) return false;
  return merges.size > toleratedMerges || isDoubled(states) || grows(product, pairs);
}

/** A repetition comes from one state to the next in two ways. */
function isDoubled(states: readonly AutomatonState[]): boolean {
  const loopOf = createComponentFinder((state: number) => [...(states[state]?.next.keys() ?? [])]);
  return states.some(({ next }, state) =>
    [...next].some(([target, ways]) => ways > 1 && loopOf(state) === loopOf(target)),
  );
}

/**
 * Whether a pair of states lets the number of ways grow with each repetition of some text: exponentially, if the
 * text leads from one state to both and back; polynomially, if it leads from each to itself and from one to the other.
 */
function grows(product: Product, pairs: ReadonlySet<number>): boolean {
  const componentOf = createComponentFinder(product.successors);
  return [...pairs].some((pair) => {
    const [left, right] = product.split(pair);
    const component = componentOf(pair);
    if (left === right || !component.cyclic) return false;
    return (
      component === componentOf(product.join(left, left)) ||
      component === componentOf(product.join(right, right)) ||
      product.leadsOver(left, right) ||
      product.leadsOver(right, left)
    );
  });
}

/** The automaton run several times in parallel on the same text. */
interface Product {
  readonly split: (pair: number) => readonly [number, number];
  readonly join: (left: number, right: number) => number;
  readonly successors: (pair: number) => readonly number[];
  /** Pairs of states that the same text leads to. */
  readonly reachablePairs: () => ReadonlySet<number>;
  /** Some text leads from each state to itself, and from one to the other. */
  readonly leadsOver: (from: number, to: number) => boolean;
}

function createProduct(states: readonly AutomatonState[]): Product {
  const size = states.length;
  const overlapping = new Map<number, boolean>();
  let steps = 0;

  const split = (pair: number) => [Math.floor(pair / size), pair % size] as const;
  const join = (left: number, right: number) =>
    left < right ? left * size + right : right * size + left;
  const nextOf = (state: number) => states[state]?.next.keys() ?? [];

  const overlaps = (left: number, right: number): boolean => {
    if (++steps > maximumSteps) throw new TooComplex();
    const pair = join(left, right);
    const known = overlapping.get(pair);
    if (known !== undefined) return known;
    const result = overlap(states[left]?.ranges ?? [], states[right]?.ranges ?? []);
    overlapping.set(pair, result);
    return result;
  };

  const successors = (pair: number): readonly number[] => {
    const [left, right] = split(pair);
    const found = new Set<number>();
    for (const one of nextOf(left)) {
      for (const other of nextOf(right)) if (overlaps(one, other)) found.add(join(one, other));
    }
    return [...found];
  };

  const reachablePairs = () => {
    const reached = new Set([join(0, 0)]);
    for (const pair of reached) for (const next of successors(pair)) reached.add(next);
    return reached;
  };

  const leadsOver = (from: number, to: number): boolean => {
    const reached = new Set([join(from, from) * size + to]);
    for (const triple of reached) {
      const [one, two] = split(Math.floor(triple / size));
      for (const first of nextOf(one)) {
        for (const second of nextOf(two)) {
          if (!overlaps(first, second)) continue;
          for (const third of nextOf(triple % size)) {
            if (!overlaps(first, third) || !overlaps(second, third)) continue;
            // In this order the first run stays and the second moves over.
            reached.add((first * size + second) * size + third);
          }
        }
      }
    }
    return reached.has((from * size + to) * size + to);
  };

  return { split, join, successors, reachablePairs, leadsOver };
}
