import { compile } from '@jmespath-community/jmespath';
import { ArgumentsError } from '../tool-error.js';
import { callProblem } from './functions.js';
import type { Node } from './node.js';

/** Longest expression in UTF-16 code units. */
export const LONGEST_EXPRESSION = 1_000;

const EXAMPLE = '[].{id: id, owner: owner.login, tag: "e-tag"}';
const LONGEST_SHOWN = 40;

/** An expression that can be evaluated. ArgumentsError, with the place and an example, if there is something wrong with it. */
export function readExpression(text: string, argument: string): Node {
  const problem = (what: string): ArgumentsError =>
    new ArgumentsError(
      `Nothing was sent. Correct \`${argument}\`: ${what}. It takes a JMESPath expression over the reply, e.g. ${EXAMPLE}`,
    );
  if (text.length > LONGEST_EXPRESSION) {
    throw problem(`it has ${text.length} characters, and at most ${LONGEST_EXPRESSION} are read`);
  }
  const parsed = parse(text);
  if (parsed === undefined) throw problem(whereWrong(text));
  const flaw = flawIn(parsed);
  if (flaw !== undefined) throw problem(flaw);
  return parsed;
}

function parse(text: string): Node | undefined {
  try {
    return compile(text, { enable_legacy_literals: true });
  } catch {
    return undefined;
  }
}

/** The shortest beginning that nothing could follow ends with what is wrong. The library's messages tell no place. */
function whereWrong(text: string): string {
  if (text.trim() === '') return 'it is empty';
  let [right, wrong] = [0, text.length + 1];
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (couldGoOn(text.slice(0, middle))) right = middle;
    else wrong = middle;
  }
  if (wrong > text.length) return 'it ends too early';
  const shown = JSON.stringify(text.slice(wrong - 1, wrong - 1 + LONGEST_SHOWN));
  return `it goes wrong at character ${wrong}, at ${shown}`;
}

/** Whether the parser is content with the text, or finds nothing wrong but its end. */
function couldGoOn(text: string): boolean {
  try {
    compile(text, { enable_legacy_literals: true });
    return true;
  } catch (error) {
    return /\bEOF\b|unexpected end|undefined/.test(String(error));
  }
}

/** What is not in https://jmespath.org/specification.html, or cannot be asked for here. */
function flawIn(node: Node): string | undefined {
  switch (node.type) {
    case 'Function': {
      const problem = callProblem(node);
      if (problem !== undefined) return problem;
      return firstFlaw(
        node.children.map((child) => (child.type === 'ExpressionReference' ? child.child : child)),
      );
    }
    case 'Literal':
      return isExact(node.value)
        ? undefined
        : "a number beyond 2^53 loses digits; compare it as text, as in to_string(id) == '9007199254740993'";
    case 'Slice':
      return node.step === 0 ? 'a slice has no step of 0' : undefined;
    case 'Binding':
      return 'two values are compared with ==';
    case 'ExpressionReference':
      return 'an expression with & stands in functions such as sort_by alone';
    case 'Arithmetic':
    case 'Unary':
    case 'Ternary':
    case 'LetExpression':
    case 'Variable':
    case 'Root':
      return `it has no ${node.type}`;
    case 'MultiSelectHash':
      return firstFlaw(node.children.map(({ value }) => value));
    case 'MultiSelectList':
      return firstFlaw(node.children);
    case 'FilterProjection':
      return firstFlaw([node.left, node.condition, node.right]);
    case 'Flatten':
    case 'NotExpression':
      return flawIn(node.child);
    case 'Field':
    case 'Index':
    case 'Identity':
    case 'Current':
      return undefined;
    case 'AndExpression':
    case 'OrExpression':
    case 'Comparator':
    case 'IndexExpression':
    case 'Pipe':
    case 'Projection':
    case 'Subexpression':
    case 'ValueProjection':
      return firstFlaw([node.left, node.right]);
  }
}

function firstFlaw(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    const flaw = flawIn(node);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

/** Whether the numbers in a literal are what was written, as far as a double can tell. */
function isExact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) || !Number.isInteger(value);
  return (
    typeof value !== 'object' ||
    value === null ||
    Object.values(value).every((each) => isExact(each))
  );
}
