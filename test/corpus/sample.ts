import { asArray, at, canonical, get, isSame, membersOf, type Place } from './document.js';
import { accepts, conjuncts, readOnlyNames, type Dialect } from './oracle.js';
import { wholeNumber, type Random } from './random.js';
import { sampleText } from './sample-text.js';
import { requiredNames } from './source-operation.js';

/** Thrown where no value can be made, for example where required properties recur for ever. */
class NoSample extends Error {}

const attempts = 6;
const deepest = 6;

/** A value that a request may hold by the schema; undefined if none is found. */
export function sampleValue(schema: Place, dialect: Dialect, random: Random): unknown {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const value = sample(schema, { dialect, random, depth: 0 });
      if (accepts(schema, value, dialect)) return value;
    } catch (error) {
      if (!(error instanceof NoSample)) throw error;
    }
  }
  return undefined;
}

interface Context {
  readonly dialect: Dialect;
  readonly random: Random;
  readonly depth: number;
}

function sample(schema: Place, context: Context): unknown {
  if (context.depth > deepest + 4) throw new NoSample('too deep');
  const views = withBranches(conjuncts(schema, context.dialect), context);
  const values = allowedValues(views);
  if (values !== undefined) return pick(values, context.random);
  switch (typeFor(views, context.random)) {
    case 'null':
      return null;
    case 'boolean':
      return context.random() < 0.5;
    case 'integer':
      return sampleNumber(views, 1, context.random);
    case 'number':
      return sampleNumber(views, hasIntegerFormat(views) ? 1 : 0.5, context.random);
    case 'array':
      return sampleArray(views, context);
    case 'object':
      return sampleObject(views, context);
    default:
      return sampleText(views, context.random);
  }
}

/** Adds one branch of every `oneOf` and `anyOf`. */
function withBranches(views: readonly Place[], context: Context): readonly Place[] {
  const chosen = views.flatMap((view) =>
    ['oneOf', 'anyOf'].flatMap((keyword) => {
      const branches = membersOf(at(view, keyword)).map(([, branch]) => branch);
      const branch = branches.length === 0 ? undefined : pick(branches, context.random);
      return branch === undefined ? [] : conjuncts(branch, context.dialect);
    }),
  );
  if (chosen.length === 0) return views;
  if (context.depth > deepest + 4) throw new NoSample('too deep');
  return [...views, ...withBranches(chosen, { ...context, depth: context.depth + 1 })];
}

function allowedValues(views: readonly Place[]): readonly unknown[] | undefined {
  const lists = views.flatMap(({ value }) => {
    const constant = get(value, 'const');
    const list = constant === undefined ? asArray(get(value, 'enum')) : [constant];
    return list.length === 0 ? [] : [list];
  });
  const [first, ...others] = lists;
  return first?.filter((value) =>
    others.every((list) => list.some((member) => isSame(member, value))),
  );
}

const telling: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ['object', ['properties', 'additionalProperties', 'required', 'minProperties']],
  ['array', ['items', 'minItems', 'maxItems']],
  ['string', ['pattern', 'minLength', 'maxLength', 'format']],
  ['number', ['minimum', 'maximum', 'multipleOf']],
];

function typeFor(views: readonly Place[], random: Random): string {
  const declared = views.flatMap(({ value }) => {
    const types = [get(value, 'type')].flat().filter((type) => typeof type === 'string');
    return types.length === 0 ? [] : [types];
  });
  const [first, ...others] = declared;
  if (first !== undefined) {
    const common = first.filter((type) => others.every((types) => types.includes(type)));
    return pick(common.length > 0 ? common : first, random);
  }
  const implied = telling.find(([, keywords]) =>
    views.some(({ value }) => keywords.some((keyword) => get(value, keyword) !== undefined)),
  );
  return implied?.[0] ?? 'string';
}

function sampleNumber(views: readonly Place[], step: number, random: Random): number {
  const factor = Math.max(step, ...numbersOf(views, 'multipleOf'));
  const exclusive = (keyword: string) => views.some(({ value }) => get(value, keyword) === true);
  const lows = [
    ...numbersOf(views, 'minimum').map((low) => low + (exclusive('exclusiveMinimum') ? factor : 0)),
    ...numbersOf(views, 'exclusiveMinimum').map((low) => low + factor),
  ];
  const highs = [
    ...numbersOf(views, 'maximum').map(
      (high) => high - (exclusive('exclusiveMaximum') ? factor : 0),
    ),
    ...numbersOf(views, 'exclusiveMaximum').map((high) => high - factor),
  ];
  const lowest = lows.length > 0 ? Math.max(...lows) : Math.min(1, ...highs);
  const highest = Math.min(...highs, lowest + 100 * factor, 2 ** 53 - 1);
  const [from, to] = [Math.ceil(lowest / factor), Math.floor(highest / factor)];
  return from > to ? (lowest + highest) / 2 : wholeNumber(random, from, to) * factor;
}

/** The formats of integers mean the same on `type: number`. */
function hasIntegerFormat(views: readonly Place[]): boolean {
  return views.some(({ value }) => /^u?int\d+$/.test(String(get(value, 'format'))));
}

function sampleArray(views: readonly Place[], context: Context): readonly unknown[] {
  const least = Math.max(0, ...numbersOf(views, 'minItems'));
  const most = Math.min(least + 2, ...numbersOf(views, 'maxItems'));
  const unique = views.some(({ value }) => get(value, 'uniqueItems') === true);
  const wanted = context.depth >= deepest ? least : wholeNumber(context.random, least, most);
  const holder = views.find(({ value }) => get(value, 'items') !== undefined);
  const items = new Map<string, unknown>();
  for (let index = 0; items.size < wanted && index < wanted * 4; index += 1) {
    const item = holder === undefined ? 'item' : sample(at(holder, 'items'), deeper(context));
    items.set(unique ? canonical(item) : String(index), item);
  }
  return [...items.values()];
}

function sampleObject(
  views: readonly Place[],
  context: Context,
): Readonly<Record<string, unknown>> {
  const { dialect, random, depth } = context;
  const required = new Set(views.flatMap(({ value }) => requiredNames(value)));
  const properties = new Map(views.flatMap((view) => membersOf(at(view, 'properties'))));
  const absent = readOnlyNames(views, dialect);
  const entries: (readonly [string, unknown])[] = [];
  for (const name of new Set([...required, ...properties.keys()])) {
    const keeps = required.has(name) || (depth < deepest && random() < 3 / properties.size + 0.2);
    if (absent.has(name) || !keeps) continue;
    const property = properties.get(name);
    entries.push([name, property === undefined ? 'value' : sample(property, deeper(context))]);
  }
  const additional = views.find(({ value }) => get(value, 'additionalProperties') !== undefined);
  const least = Math.max(properties.size === 0 ? 1 : 0, ...numbersOf(views, 'minProperties'));
  if (additional !== undefined && get(additional.value, 'additionalProperties') !== false) {
    for (let index = 1; entries.length < least; index += 1) {
      const place = at(additional, 'additionalProperties');
      entries.push([`key${index}`, sample(place, deeper(context))]);
    }
  }
  return Object.fromEntries(entries);
}

/** The finite numbers that the views have for a keyword. */
export function numbersOf(views: readonly Place[], keyword: string): readonly number[] {
  return views
    .map(({ value }) => get(value, keyword))
    .filter((value) => typeof value === 'number')
    .filter(Number.isFinite);
}

function deeper(context: Context): Context {
  return { ...context, depth: context.depth + 1 };
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new NoSample('nothing to choose from');
  return item;
}
