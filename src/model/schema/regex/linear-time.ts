import type { AST } from '@eslint-community/regexpp';
import { isAmbiguous } from './ambiguity.js';
import { createAutomaton, type Automaton, type AutomatonState } from './automaton.js';
import { everything } from './character-ranges.js';

const maximumAttempt = 1024;

/**
 * Whether a backtracking matcher searches any text for the expression in time linear in the text's length. It may
 * err on the safe side: false for some that are linear.
 */
export function isLinearTime(pattern: AST.Pattern): boolean {
  const automaton = createAutomaton(pattern.alternatives);
  if (automaton === undefined || isAmbiguous(automaton.states)) return false;
  const anchored = pattern.alternatives.every(startsAnchored);
  if (!automaton.lookarounds.every((assertion) => isCheap(assertion, anchored))) return false;
  if (anchored || (automaton.matchesEmpty && !automaton.asserts)) return true;
  const final = automaton.asserts ? new Set<number>() : automaton.final;
  return isShortLived(automaton, final) || !isAmbiguous(searching(automaton.states, final));
}

/** Every start that fails does so after a bounded number of characters. */
function isShortLived(automaton: Automaton, final: ReadonlySet<number>): boolean {
  return (
    automaton.boundedLength <= maximumAttempt &&
    automaton.states.every(({ unbounded }, state) => !unbounded || final.has(state))
  );
}

function startsAnchored({ elements: [first] }: AST.Alternative): boolean {
  if (first?.type === 'Group' || first?.type === 'CapturingGroup') {
    return first.alternatives.every(startsAnchored);
  }
  return first?.type === 'Assertion' && first.kind === 'start';
}

/** The automaton that may start anywhere; a start that reaches a final state is the last one. */
function searching(
  states: readonly AutomatonState[],
  final: ReadonlySet<number>,
): readonly AutomatonState[] {
  return states.map((state, index) => {
    if (index === 0)
      return { ...state, ranges: everything, next: new Map([[0, 1], ...state.next]) };
    return final.has(index) ? { ...state, next: new Map() } : state;
  });
}

/** A lookaround is tried at every place that the expression around it reaches. */
function isCheap(assertion: AST.LookaroundAssertion, anchored: boolean): boolean {
  const automaton = createAutomaton(assertion.alternatives);
  if (automaton === undefined || automaton.lookarounds.length > 0) return false;
  if (isAmbiguous(automaton.states)) return false;
  const repeats = automaton.states.some(({ next }, state) =>
    [...next.keys()].some((target) => target <= state),
  );
  return !repeats || (anchored && isLeading(assertion));
}

/** Nothing that matches a character stands before it, and nothing repeats it: it is tried once. */
function isLeading(node: AST.Node): boolean {
  const { parent } = node;
  if (parent === null || parent.type === 'Quantifier') return parent === null;
  const before =
    parent.type === 'Alternative'
      ? parent.elements.slice(
          0,
          parent.elements.findIndex((element) => element === node),
        )
      : [];
  return before.every(({ type }) => type === 'Assertion') && isLeading(parent);
}
