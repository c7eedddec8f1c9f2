import type { AST } from '@eslint-community/regexpp';
import { rangesOf, type Range } from './character-ranges.js';

/**
 * Glushkov's position automaton of a regular expression: a state for every character that it can match, after
 * which others can follow. State 0 is the start.
 */
export interface Automaton {
  readonly states: readonly AutomatonState[];
  /** States after which the expression has matched. */
  readonly final: ReadonlySet<number>;
  readonly matchesEmpty: boolean;
  /** Lookaround assertions, each to be judged by itself. */
  readonly lookarounds: readonly AST.LookaroundAssertion[];
  /** Some assertion may refuse what a final state accepts. */
  readonly asserts: boolean;
  /** The most characters that its bounded repetitions match. */
  readonly boundedLength: number;
}

export interface AutomatonState {
  readonly ranges: readonly Range[];
  /** An unbounded repetition comes back to it. */
  unbounded: boolean;
  /** In how many ways another state follows. */
  readonly next: Map<number, number>;
}

interface Fragment {
  /** In how many ways it matches nothing. */
  readonly empty: number;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const maximumStates = 160;
const maximumEmpty = 4;
const maximumCopies = 64;
const maximumOptionalCopies = 8;

/** Thrown inside, where an expression has what a position automaton cannot stand for. */
class Unsupported extends Error {}

/** Builds the automaton; undefined if the expression is too large for it or has a backreference. */
export function createAutomaton(alternatives: readonly AST.Alternative[]): Automaton | undefined {
  try {
    return build(alternatives);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function build(root: readonly AST.Alternative[]): Automaton {
  const states: AutomatonState[] = [{ ranges: [], unbounded: false, next: new Map() }];
  const lookarounds = new Set<AST.LookaroundAssertion>();
  let asserts = false;
  let boundedLength = 0;
  const nothing: Fragment = { empty: 1, first: [], last: [] };

  const connect = (from: readonly number[], to: readonly number[]): void => {
    for (const state of from) {
      const next = states[state]?.next;
      for (const target of to) next?.set(target, (next.get(target) ?? 0) + 1);
    }
  };

  const sequence = (left: Fragment, right: Fragment): Fragment => {
    connect(left.last, right.first);
    return {
      empty: left.empty * right.empty,
      first: [...left.first, ...times(left.empty, right.first)],
      last: [...times(right.empty, left.last), ...right.last],
    };
  };

  const choice = (alternatives: readonly AST.Alternative[]): Fragment => {
    const fragments = alternatives.map(({ elements }) =>
      elements.map(visit).reduce(sequence, nothing),
    );
    const empty = fragments.reduce((sum, fragment) => sum + fragment.empty, 0);
    if (empty > maximumEmpty) throw new Unsupported();
    return {
      empty,
      first: fragments.flatMap(({ first }) => first),
      last: fragments.flatMap(({ last }) => last),
    };
  };

  const repeat = ({ element, min, max }: AST.Quantifier): Fragment => {
    if (max === 0) return nothing;
    const before = states.length;
    const once = visit(element);
    if ((once.empty > 0 && min > 0 && max > 1) || once.empty > maximumEmpty)
      throw new Unsupported();
    const size = states.length - before;
    if (max === 1) return min === 0 ? { ...once, empty: 1 } : once;
    const limit = min === max ? maximumCopies : maximumOptionalCopies;
    if (max === Infinity) for (const state of states.slice(before)) state.unbounded = true;
    else boundedLength += max * size;
    if (once.empty > 0 || max * size > limit) {
      connect(once.last, once.first);
      return min === 0 ? { ...once, empty: 1 } : once;
    }
    return copies(element, once, min, max);
  };

  /** `x{2,4}` as `xx(x(x)?)?`. */
  const copies = (element: AST.Element, once: Fragment, min: number, max: number): Fragment => {
    let fragment = once;
    let last = once.last;
    const ends = min <= 1 ? [...once.last] : [];
    for (let count = 2; count <= max; count++) {
      const next = visit(element);
      connect(last, next.first);
      last = next.last;
      if (count >= min) ends.push(...last);
      fragment = { empty: 0, first: once.first, last: ends };
    }
    return { ...fragment, empty: min === 0 ? 1 : 0 };
  };

  const visit = (node: AST.Element): Fragment => {
    switch (node.type) {
      case 'Group':
        if (node.modifiers !== null) throw new Unsupported();
        return choice(node.alternatives);
      case 'CapturingGroup':
        return choice(node.alternatives);
      case 'Quantifier':
        return repeat(node);
      case 'Assertion':
        if (node.kind === 'lookahead' || node.kind === 'lookbehind') lookarounds.add(node);
        asserts = true;
        return nothing;
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass': {
        if (states.length > maximumStates) throw new Unsupported();
        const position =
          states.push({ ranges: rangesOf(node), unbounded: false, next: new Map() }) - 1;
        return { empty: 0, first: [position], last: [position] };
      }
      case 'Backreference':
      case 'ExpressionCharacterClass':
        throw new Unsupported();
    }
  };

  const whole = choice(root);
  connect([0], whole.first);
  return {
    states,
    final: new Set(whole.last),
    matchesEmpty: whole.empty > 0,
    lookarounds: [...lookarounds],
    asserts,
    boundedLength,
  };
}

/** A list repeated for each way of reaching it. */
function times(ways: number, list: readonly number[]): readonly number[] {
  return Array.from({ length: ways }, () => list).flat();
}
