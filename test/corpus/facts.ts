import { asArray, at, canonical, get, isObject, membersOf, type Place } from './document.js';
import { conjuncts, readOnlyNames, type Dialect } from './oracle.js';
import { requiredNames } from './source-operation.js';

/** One thing that a schema says of a place in its values. */
export interface Fact {
  /** `/name` for members, `/[]` for items, `/*` for values of a map. */
  readonly path: string;
  readonly keyword: string;
  /** Canonical JSON; several where several alternatives say it. */
  readonly values: Set<string>;
  /** Pointers of the schemas that say it, and of those above, for each time that it is said. */
  readonly trails: (readonly string[])[];
}

export type Facts = ReadonlyMap<string, Fact>;

const deepest = 4;
const most = 400;

const constraintTypes: Readonly<Record<string, readonly string[]>> = {
  format: ['string', 'number', 'integer'],
  pattern: ['string'],
  minLength: ['string'],
  maxLength: ['string'],
  minimum: ['number', 'integer'],
  maximum: ['number', 'integer'],
  exclusiveMinimum: ['number', 'integer'],
  exclusiveMaximum: ['number', 'integer'],
  multipleOf: ['number', 'integer'],
  minItems: ['array'],
  maxItems: ['array'],
  uniqueItems: ['array'],
  minProperties: ['object'],
  maxProperties: ['object'],
};

/** Keywords that say which values there are. */
const valueKeywords = ['enum', 'const', 'default'] as const;

/** What the schema says, four levels deep and at most 400 facts, by path and keyword. */
export function factsOf(schema: Place, dialect: Dialect): Facts {
  const facts = new Map<string, Fact>();
  visit([schema], { dialect, facts, path: '', level: 0, trail: [] });
  return facts;
}

interface Context {
  readonly dialect: Dialect;
  readonly facts: Map<string, Fact>;
  readonly path: string;
  readonly level: number;
  readonly trail: readonly string[];
}

/** Visits a place in the values, to which all of `schemas` apply. */
function visit(schemas: readonly Place[], context: Context): void {
  const { dialect, facts, level } = context;
  if (facts.size >= most || context.trail.length > 200) return;
  const own = schemas.flatMap((schema) => conjuncts(schema, dialect));
  const views = withBranches(own, dialect);
  const trail = [...context.trail, ...views.map(({ pointer }) => pointer)];
  const here = { ...context, trail };
  const types = new Set(views.flatMap(({ value }) => [get(value, 'type')].flat()));
  const absent = readOnlyNames(views, dialect);
  for (const { value } of views) noteKeywords(value, types, absent, here);
  if (level >= deepest) return;
  for (const [name, parts] of applies('object', types) ? propertiesOf(views) : []) {
    if (absent.has(name)) continue;
    const path = `${context.path}/${name}`;
    note({ ...here, path }, 'property', true);
    visit(parts, { ...here, path, level: level + 1 });
  }
  if (applies('array', types)) visitBelow(views, 'items', '[]', here);
  if (applies('object', types)) visitBelow(views, 'additionalProperties', '*', here);
}

/** What all views say of each property. */
function propertiesOf(views: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const properties = new Map<string, Place[]>();
  for (const [name, part] of views.flatMap((view) => membersOf(at(view, 'properties')))) {
    const parts = properties.get(name) ?? [];
    parts.push(part);
    properties.set(name, parts);
  }
  return properties;
}

function visitBelow(
  views: readonly Place[],
  keyword: string,
  name: string,
  context: Context,
): void {
  const parts = views.map((view) => at(view, keyword)).filter(({ value }) => isObject(value));
  if (parts.length === 0) return;
  visit(parts, { ...context, path: `${context.path}/${name}`, level: context.level + 1 });
}

function noteKeywords(
  schema: unknown,
  types: ReadonlySet<unknown>,
  absent: ReadonlySet<string>,
  context: Context,
): void {
  for (const type of [get(schema, 'type')].flat()) {
    if (typeof type === 'string' && type !== 'null') note(context, 'type', type);
  }
  const required = applies('object', types) ? requiredNames(schema) : [];
  for (const name of required) if (!absent.has(name)) note(context, 'required', name);
  for (const keyword of valueKeywords) {
    const value = get(schema, keyword);
    const values = keyword === 'enum' ? asArray(value) : value === undefined ? [] : [value];
    for (const one of values) if (one !== null) note(context, keyword, one);
  }
  for (const [keyword, restricted] of Object.entries(constraintTypes)) {
    if (restricted.some((type) => applies(type, types))) noteConstraint(schema, keyword, context);
  }
}

/** Whether values can be of `type`, by the types that are declared; `undefined` stands for none. */
function applies(type: string, types: ReadonlySet<unknown>): boolean {
  return types.has(type) || (types.has(undefined) && types.size === 1);
}

/** A boolean `exclusiveMinimum` (OpenAPI 3.0) is noted as the numeric one that it means. */
function noteConstraint(schema: unknown, keyword: string, context: Context): void {
  const value = get(schema, keyword);
  if (value === undefined || value === null || value === '' || value === false) return;
  // Bytes are a file, or a string like any other.
  if (keyword === 'format' && (value === 'binary' || value === 'file')) return;
  const bound = { exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum' }[keyword];
  if (value === true && bound !== undefined) {
    note(context, keyword, get(schema, bound));
    return;
  }
  const exclusion = { minimum: 'exclusiveMinimum', maximum: 'exclusiveMaximum' }[keyword];
  if (exclusion === undefined || get(schema, exclusion) !== true) note(context, keyword, value);
}

function note({ facts, path, trail }: Context, keyword: string, value: unknown): void {
  if (value === undefined) return;
  const key = `${path}#${keyword}`;
  const fact = facts.get(key) ?? { path, keyword, values: new Set<string>(), trails: [] };
  fact.values.add(canonical(value));
  fact.trails.push(trail);
  facts.set(key, fact);
}

/** All branches of every `oneOf` and `anyOf`, too. */
function withBranches(views: readonly Place[], dialect: Dialect, level = 0): readonly Place[] {
  const branches = views.flatMap((view) =>
    ['oneOf', 'anyOf'].flatMap((keyword) =>
      membersOf(at(view, keyword)).flatMap(([, branch]) => conjuncts(branch, dialect)),
    ),
  );
  if (branches.length === 0 || level > 4 || views.length > 200) return views;
  return [...views, ...withBranches(branches, dialect, level + 1)];
}
