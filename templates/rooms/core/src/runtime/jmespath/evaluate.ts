import { callFunction } from './functions.js';
import { isEqual, isFalse, kindOf, membersOf, plainText, type JsonText } from './json-text.js';
import { elementsOf, flatten, memberValuesOf, project, slice } from './lists.js';
import { createMeter, EvaluationError, type Meter } from './meter.js';
import type { Node, NodeOf } from './node.js';

/** Objects whose members are kept. */
const MOST_RECENT = 16;

/** What an expression picked. */
export interface Outcome {
  readonly json: JsonText;
  /** Names in the expression under which nothing stands wherever it looked for them. */
  readonly missed: readonly string[];
}

/** How the parts of an expression are evaluated. */
export interface Evaluation {
  readonly visit: (node: Node, json: JsonText) => JsonText;
  readonly meter: Meter;
}

/**
 * What a checked expression picks from compact JSON text, digit for digit.
 * @throws EvaluationError if a function does not take what it gets, or it takes or makes too much.
 */
export function evaluate(expression: Node, json: JsonText): Outcome {
  const meter = createMeter();
  const membersIn = createMembers(meter);
  const wasFound = new Map<Node, boolean>();
  const visit = (node: Node, value: JsonText): JsonText => {
    if (node.type !== 'Field') return visitNode(node, value, { visit, meter });
    const member = membersIn(value).get(node.name);
    if (member !== undefined || wasFound.get(node) !== true) {
      wasFound.set(node, member !== undefined);
    }
    return member ?? 'null';
  };
  const picked = visit(expression, json);
  const missed = [...wasFound].flatMap(([node, found]) =>
    found || node.type !== 'Field' ? [] : [node.name],
  );
  return { json: picked, missed: [...new Set(missed)] };
}

/** Reads the members of the objects that were looked at last only once: many names are looked for in each. */
function createMembers({ read }: Meter): typeof membersOf {
  const recent = new Map<JsonText, ReadonlyMap<string, JsonText>>();
  return (json) => {
    const known = recent.get(json);
    read(known === undefined ? json.length : 0);
    if (known !== undefined) return known;
    const members = membersOf(json);
    if (recent.size === MOST_RECENT) recent.clear();
    recent.set(json, members);
    return members;
  };
}

function visitNode(node: Node, json: JsonText, evaluation: Evaluation): JsonText {
  const { visit, meter } = evaluation;
  meter.read(0);
  switch (node.type) {
    case 'Identity':
    case 'Current':
      return json;
    case 'Literal':
      return JSON.stringify(node.value);
    case 'Subexpression': {
      const left = visit(node.left, json);
      return left === 'null' ? left : visit(node.right, left);
    }
    case 'IndexExpression':
    case 'Pipe':
      return visit(node.right, visit(node.left, json));
    case 'OrExpression': {
      const left = visit(node.left, json);
      return isFalse(left) ? visit(node.right, json) : left;
    }
    case 'AndExpression': {
      const left = visit(node.left, json);
      return isFalse(left) ? left : visit(node.right, json);
    }
    case 'NotExpression':
      return String(isFalse(visit(node.child, json)));
    case 'Comparator':
      return compare(node, json, evaluation);
    case 'MultiSelectList':
    case 'MultiSelectHash':
      return json === 'null' ? json : select(node, json, evaluation);
    case 'Function':
      return callFunction(node, json, evaluation);
    case 'Index':
      return elementsOf(json, meter)?.at(node.value) ?? 'null';
    case 'Slice':
      return slice(elementsOf(json, meter), node, meter);
    case 'Projection':
      return project(elementsOf(visit(node.left, json), meter), node.right, evaluation);
    case 'ValueProjection':
      return project(memberValuesOf(visit(node.left, json), meter), node.right, evaluation);
    case 'FilterProjection': {
      const list = elementsOf(visit(node.left, json), meter);
      const matching = list?.filter((item) => !isFalse(visit(node.condition, item)));
      return project(matching, node.right, evaluation);
    }
    case 'Flatten':
      return flatten(elementsOf(visit(node.child, json), meter), meter);
    case 'Field':
    case 'ExpressionReference':
    case 'Binding':
    case 'LetExpression':
    case 'Variable':
    case 'Root':
    case 'Ternary':
    case 'Arithmetic':
    case 'Unary':
      // `readExpression` lets none of these through to where it could be met here.
      throw new EvaluationError(`it has a part of the kind ${node.type}`);
  }
}

function compare(
  { name, left, right }: NodeOf<'Comparator'>,
  json: JsonText,
  { visit, meter }: Evaluation,
): JsonText {
  const [first, second] = [visit(left, json), visit(right, json)];
  meter.read(first.length + second.length);
  if (name === 'EQ') return String(isEqual(first, second));
  if (name === 'NE') return String(!isEqual(first, second));
  const kind = kindOf(first);
  const isOrdered = kind === 'number' || kind === 'string';
  if (!isOrdered || kind !== kindOf(second)) return 'null';
  // Strings too, which the specification leaves out: dates are strings.
  const [a, b] =
    kind === 'number' ? [Number(first), Number(second)] : [plainText(first), plainText(second)];
  switch (name) {
    case 'GT':
      return String(a > b);
    case 'GTE':
      return String(a >= b);
    case 'LT':
      return String(a < b);
    case 'LTE':
      return String(a <= b);
  }
}

function select(
  node: NodeOf<'MultiSelectList' | 'MultiSelectHash'>,
  json: JsonText,
  { visit, meter }: Evaluation,
): JsonText {
  if (node.type === 'MultiSelectList') {
    return meter.join(
      '[',
      node.children.map((child) => visit(child, json)),
      ']',
    );
  }
  const members = node.children.map(
    ({ name, value }) => `${JSON.stringify(name)}:${visit(value, json)}`,
  );
  return meter.join('{', members, '}');
}
