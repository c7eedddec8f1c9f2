import { asArray, at, canonical, get, isObject, membersOf, type Place } from './document.js';
import { accepts, conjuncts, readOnlyNames, type Dialect } from './oracle.js';
import { requiredNames } from './source-operation.js';

/** A valid value with one keyword broken. */
export interface Violation {
  readonly keyword: string;
  readonly value: unknown;
  /** Where in the value. */
  readonly path: readonly string[];
  /** Pointers of the schemas that apply there and above. */
  readonly trail: readonly string[];
}

/** Every way to break a single keyword of the schema at one place of `instance`, which is valid. */
export function violationsOf(
  schema: Place,
  instance: unknown,
  dialect: Dialect,
): readonly Violation[] {
  return visit(schema, instance, { dialect, path: [], trail: [] })
    .map((violation) => ({
      ...violation,
      value: replace(instance, violation.path, violation.value),
    }))
    .filter(({ value }) => !accepts(schema, value, dialect));
}

interface Context {
  readonly dialect: Dialect;
  readonly path: readonly string[];
  readonly trail: readonly string[];
}

function visit(schema: Place, value: unknown, context: Context): readonly Violation[] {
  const views = conjuncts(schema, context.dialect);
  const trail = [...context.trail, schema.pointer, ...views.map(({ pointer }) => pointer)];
  const { path } = context;
  // The bounds of a text do not hold for the file that it may be.
  const isFile = views.some((view) => get(view.value, 'format') === 'binary');
  const here = views.flatMap((view) =>
    Object.entries(breakers).flatMap(([keyword, breaker]) => {
      const operand = get(view.value, keyword);
      if (operand === undefined || (isFile && keyword !== 'type')) return [];
      const values = breaker(operand, value, view, context.dialect);
      return values.map((broken) => ({ keyword, value: broken, path, trail }));
    }),
  );
  const branches = views.flatMap((view) =>
    ['oneOf', 'anyOf'].flatMap((keyword) => membersOf(at(view, keyword)).map(([, one]) => one)),
  );
  const chosen = branches.filter((branch) => accepts(branch, value, context.dialect));
  const below = views.flatMap((view) => partsOf(view, value));
  return [
    ...here,
    ...chosen.flatMap((branch) => visit(branch, value, { ...context, trail })),
    ...below.flatMap(({ key, part }) =>
      visit(part, get(value, key), { ...context, path: [...path, key], trail }),
    ),
  ];
}

/** The schemas of the members and items that the value has. */
function partsOf(view: Place, value: unknown): readonly { key: string; part: Place }[] {
  if (Array.isArray(value)) {
    return value.slice(0, 1).map(() => ({ key: '0', part: at(view, 'items') }));
  }
  return Object.keys(isObject(value) ? value : {})
    .map((key) => ({ key, part: at(view, 'properties', key) }))
    .filter(({ part }) => part.value !== undefined);
}

type Breaker = (
  operand: unknown,
  value: unknown,
  schema: Place,
  dialect: Dialect,
) => readonly unknown[];

const unlikely = 'not-one-of-these';

const breakers: Readonly<Record<string, Breaker>> = {
  type: (_, value) => [typeof value === 'string' ? 7.5 : isObject(value) ? 7.5 : unlikely],
  enum: (_, value) => [typeof value === 'number' ? 987_654_321 : unlikely],
  const: () => [unlikely],
  format: (format, value) => {
    const text = '\u2603 no such format';
    const isKnown = !accepts({ value: { format }, pointer: '' }, text, bare);
    return typeof value === 'string' && isKnown ? [text] : [];
  },
  pattern: (pattern, value) => {
    if (typeof value !== 'string') return [];
    // Of the same length first, so that no other keyword is broken.
    const same = ['\u2603', '~', ' '].map((character) => character.repeat(value.length));
    const text = [...same, `${value}\u2603`, ''].find(
      (candidate) => !accepts({ value: { pattern }, pointer: '' }, candidate, bare),
    );
    return text === undefined ? [] : [text];
  },
  minLength: (limit, value) =>
    typeof value === 'string' && Number(limit) > 0 ? [value.slice(0, Number(limit) - 1)] : [],
  maxLength: (limit, value) =>
    typeof value === 'string' && Number(limit) < 5_000
      ? [value + (value.slice(-1) || 'x').repeat(Number(limit) + 1 - value.length)]
      : [],
  minimum: (limit, value) => ofNumber(value, Number(limit) - 1),
  maximum: (limit, value) => ofNumber(value, Number(limit) + 1),
  exclusiveMinimum: (limit, value, schema) =>
    ofNumber(value, limit === true ? get(schema.value, 'minimum') : limit),
  exclusiveMaximum: (limit, value, schema) =>
    ofNumber(value, limit === true ? get(schema.value, 'maximum') : limit),
  multipleOf: (factor, value) => ofNumber(value, Number(value) + Number(factor) / 2),
  minItems: (limit, value) =>
    Number(limit) > 0 ? [asArray(value).slice(0, Number(limit) - 1)] : [],
  maxItems: (limit, value) => {
    const items = asArray(value);
    const more = Number(limit) + 1;
    if (items.length === 0 || more > 200) return [];
    return [Array.from({ length: more }, (_, index) => items[index] ?? items[0])];
  },
  uniqueItems: (_, value) => {
    const items = asArray(value);
    return items.length === 0 ? [] : [[...items, items[0]]];
  },
  minProperties: (_, value) => (isObject(value) ? [{}] : []),
  required: (_, value, schema, dialect) => {
    if (!isObject(value)) return [];
    const absent = readOnlyNames(conjuncts(schema, dialect), dialect);
    return requiredNames(schema.value)
      .filter((name) => Object.hasOwn(value, name) && !absent.has(name))
      .map((name) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)));
  },
  additionalProperties: (additional, value) =>
    additional === false && isObject(value) ? [{ ...value, unlikely }] : [],
};

const bare: Dialect = { document: {}, siblingsApply: true };

function ofNumber(value: unknown, broken: unknown): readonly unknown[] {
  return typeof value === 'number' && Number.isSafeInteger(Math.trunc(Number(broken)))
    ? [broken]
    : [];
}

function replace(value: unknown, path: readonly string[], part: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return part;
  const member = replace(get(value, key), rest, part);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (String(index) === key ? member : item));
  }
  return isObject(value) ? { ...value, [key]: member } : value;
}

/** What tells two violations apart. */
export function violationKey({ keyword, path, value }: Violation): string {
  return `${keyword} ${path.join('/')} ${canonical(value)}`;
}
