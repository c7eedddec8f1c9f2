import type { Evaluation } from './evaluate.js';
import {
  isEqual,
  keysOf,
  kindOf,
  plainText,
  valuesOf,
  type JsonText,
  type Kind,
} from './json-text.js';
import { EvaluationError } from './meter.js';
import type { Node, NodeOf } from './node.js';

/** What a function takes in a place: one of these kinds, anything, or an expression with `&`. */
type Taken = readonly Kind[] | 'any' | 'expression';

interface JmespathFunction {
  readonly takes: readonly Taken[];
  /** It takes any number of arguments, each as the first. */
  readonly variadic?: true;
  readonly apply: (args: readonly JsonText[], keyed: Keyed) => JsonText;
}

/** What a function gets besides values. */
interface Keyed extends Evaluation {
  /** Its `&expression` over an item; undefined if it was given none. */
  readonly by: (item: JsonText) => JsonText;
}

const text = ['string'] as const;
const list = ['array'] as const;
const stringOf = (value: string): JsonText => JSON.stringify(value);
const flagOf = (value: boolean): JsonText => String(value);

/** Of https://jmespath.org/specification.html#builtin-functions those that help to pick, and `lower` and `upper`. */
const functions: ReadonlyMap<string, JmespathFunction> = new Map(
  Object.entries<JmespathFunction>({
    avg: {
      takes: [list],
      apply: ([all = '[]']) => {
        const numbers = numbersIn(all);
        return numbers.length === 0 ? 'null' : JSON.stringify(sum(numbers) / numbers.length);
      },
    },
    contains: {
      takes: [['array', 'string'], 'any'],
      apply: ([subject = '', wanted = '']) =>
        flagOf(
          kindOf(subject) === 'array'
            ? valuesOf(subject).some((item) => isEqual(item, wanted))
            : kindOf(wanted) === 'string' && plainText(subject).includes(plainText(wanted)),
        ),
    },
    ends_with: {
      takes: [text, text],
      apply: ([subject = '', end = '']) => flagOf(plainText(subject).endsWith(plainText(end))),
    },
    join: {
      takes: [text, list],
      apply: ([between = '', all = ''], { meter }) => {
        const parts = valuesOf(all).map(plainText);
        const glue = plainText(between);
        meter.make(all.length + parts.length * glue.length);
        return stringOf(parts.join(glue));
      },
    },
    keys: {
      takes: [['object']],
      apply: ([object = ''], { meter }) => meter.join('[', keysOf(object), ']'),
    },
    length: {
      takes: [['array', 'object', 'string']],
      apply: ([subject = '']) =>
        String(
          kindOf(subject) === 'string'
            ? Array.from(plainText(subject)).length
            : valuesOf(subject).length,
        ),
    },
    lower: { takes: [text], apply: ([all = '']) => stringOf(plainText(all).toLowerCase()) },
    map: {
      takes: ['expression', list],
      apply: ([all = ''], { by, meter }) => meter.join('[', valuesOf(all).map(by), ']'),
    },
    max: { takes: [list], apply: ([all = ''], keyed) => rank(all, keyed).ranked.at(-1) ?? 'null' },
    max_by: {
      takes: [list, 'expression'],
      apply: ([all = ''], keyed) => rank(all, keyed).ranked.at(-1) ?? 'null',
    },
    merge: {
      takes: [['object']],
      variadic: true,
      apply: (all, { meter }) => {
        const members = new Map<string, JsonText>();
        for (const object of all) {
          const values = valuesOf(object);
          for (const [index, key] of keysOf(object).entries()) {
            members.set(key, values[index] ?? 'null');
          }
        }
        const written = Array.from(members, ([key, value]) => `${key}:${value}`);
        return meter.join('{', written, '}');
      },
    },
    min: { takes: [list], apply: ([all = ''], keyed) => rank(all, keyed).ranked[0] ?? 'null' },
    min_by: {
      takes: [list, 'expression'],
      apply: ([all = ''], keyed) => rank(all, keyed).ranked[0] ?? 'null',
    },
    not_null: {
      takes: ['any'],
      variadic: true,
      apply: (all) => all.find((value) => value !== 'null') ?? 'null',
    },
    reverse: {
      takes: [list],
      apply: ([all = ''], { meter }) => meter.join('[', valuesOf(all).toReversed(), ']'),
    },
    sort: { takes: [list], apply: ([all = ''], keyed) => sort(all, keyed) },
    sort_by: { takes: [list, 'expression'], apply: ([all = ''], keyed) => sort(all, keyed) },
    starts_with: {
      takes: [text, text],
      apply: ([subject = '', start = '']) =>
        flagOf(plainText(subject).startsWith(plainText(start))),
    },
    sum: { takes: [list], apply: ([all = '']) => JSON.stringify(sum(numbersIn(all))) },
    to_array: {
      takes: ['any'],
      apply: ([value = ''], { meter }) =>
        kindOf(value) === 'array' ? value : meter.join('[', [value], ']'),
    },
    to_number: {
      takes: ['any'],
      apply: ([value = '']) => {
        const written = plainText(value).trim();
        const isNumber = kindOf(value) === 'number' || kindOf(value) === 'string';
        return isNumber && isJsonNumber(written) ? written : 'null';
      },
    },
    to_string: {
      takes: ['any'],
      apply: ([value = '']) => (kindOf(value) === 'string' ? value : stringOf(value)),
    },
    type: { takes: ['any'], apply: ([value = '']) => stringOf(kindOf(value)) },
    upper: { takes: [text], apply: ([all = '']) => stringOf(plainText(all).toUpperCase()) },
    values: {
      takes: [['object']],
      apply: ([object = ''], { meter }) => meter.join('[', valuesOf(object), ']'),
    },
  }),
);

export const functionNames: readonly string[] = [...functions.keys()];

/** What is wrong with a call of a function, whatever it is called with; undefined if nothing is. */
export function callProblem({ name, children }: NodeOf<'Function'>): string | undefined {
  const found = functions.get(name);
  if (found === undefined)
    return `there is no function ${name}; there are ${functionNames.join(', ')}`;
  const { takes, variadic } = found;
  if (variadic ? children.length === 0 : children.length !== takes.length) {
    return `${name} takes ${variadic ? 'at least ' : ''}${takes.length}, not ${children.length} arguments`;
  }
  const isRight = children.every(
    ({ type }, index) => (type === 'ExpressionReference') === (takes[index] === 'expression'),
  );
  return isRight
    ? undefined
    : `${name} takes an expression such as &name where the others take a value`;
}

/** @throws EvaluationError if the function does not take what it gets. */
export function callFunction(
  { name, children }: NodeOf<'Function'>,
  json: JsonText,
  evaluation: Evaluation,
): JsonText {
  const found = functions.get(name);
  if (found === undefined) throw new EvaluationError(`there is no function ${name}`);
  const { meter, visit } = evaluation;
  let by: Node = { type: 'Identity' };
  const args: JsonText[] = [];
  for (const [index, child] of children.entries()) {
    if (child.type === 'ExpressionReference') by = child.child;
    else args.push(argument(name, visit(child, json), found.takes[found.variadic ? 0 : index]));
  }
  for (const { length } of args) meter.read(length);
  const result = found.apply(args, { ...evaluation, by: (item) => visit(by, item) });
  meter.make(result.length);
  return result;
}

function argument(name: string, value: JsonText, taken: Taken = 'any'): JsonText {
  if (taken === 'expression' || taken === 'any' || taken.includes(kindOf(value))) return value;
  throw new EvaluationError(`${name} takes ${taken.join(' or ')}, not ${kindOf(value)}`);
}

interface Ranking {
  /** By numbers or by strings. */
  readonly ranked: readonly JsonText[];
  /** What has no key. */
  readonly others: readonly JsonText[];
}

function rank(all: JsonText, { by, meter }: Keyed): Ranking {
  const keyed = valuesOf(all).map((item) => ({ item, key: by(item) }));
  const withKey = keyed.filter(({ key }) => key !== 'null');
  const kinds = new Set(withKey.map(({ key }) => kindOf(key)));
  const [kind = 'number'] = kinds;
  if (kinds.size > 1 || (kind !== 'number' && kind !== 'string')) {
    throw new EvaluationError(`there is no order among ${[...kinds].join(', ')}`);
  }
  const comparisons = Math.ceil(Math.log2(withKey.length + 1));
  for (const { key } of withKey) meter.read(key.length * comparisons);
  const ranked = withKey
    .map(({ item, key }) => ({ item, key: kind === 'number' ? Number(key) : plainText(key) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return {
    ranked: ranked.map(({ item }) => item),
    others: keyed.filter(({ key }) => key === 'null').map(({ item }) => item),
  };
}

function sort(all: JsonText, keyed: Keyed): JsonText {
  const { ranked, others } = rank(all, keyed);
  return keyed.meter.join('[', [...ranked, ...others], ']');
}

function numbersIn(all: JsonText): readonly number[] {
  const values = valuesOf(all);
  const other = values.find((value) => kindOf(value) !== 'number');
  if (other === undefined) return values.map(Number);
  throw new EvaluationError(`there is no sum of what holds ${kindOf(other)}`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** RFC 8259, section 6. */
function isJsonNumber(written: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(written);
}
