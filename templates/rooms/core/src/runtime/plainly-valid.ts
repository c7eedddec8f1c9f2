import type { Arguments } from './custom.js';
import {
  areUnique,
  characters,
  isAmong,
  isMultiple,
  isOfFormat,
  isOfType,
  matches,
  type Verdict,
} from './plain-rules.js';
import type { InputSchema } from './tool.js';

/**
 * Whether arguments certainly have no problem. It never says yes where Ajv says no, but may say no because it does
 * not know a keyword, and then Ajv decides. It reads no more of a schema than the arguments touch, where Ajv compiles
 * all of it first, which takes a hundred times as long for a large one.
 */
export function isPlainlyValid(schema: InputSchema, args: Arguments): boolean {
  return isExact(args) && judge(schema, args, { root: schema, depth: 0 }) === true;
}

interface Context {
  readonly root: InputSchema;
  readonly depth: number;
}

/** Judges a value by one keyword; `schema` is where that stands. */
type Rule = (operand: unknown, value: unknown, schema: JsonObject, context: Context) => Verdict;

type JsonObject = Readonly<Record<string, unknown>>;

const DEEPEST = 100;

const annotation: Rule = () => true;

/** JSON Schema 2020-12; what is not here is left to Ajv. */
const rules: ReadonlyMap<string, Rule> = new Map([
  ...['$comment', '$defs', 'contentEncoding', 'contentMediaType', 'default', 'deprecated'].map(
    (keyword) => [keyword, annotation] as const,
  ),
  ...['description', 'examples', 'readOnly', 'title', 'writeOnly'].map(
    (keyword) => [keyword, annotation] as const,
  ),
  ['type', (types, value) => [types].flat().some((type) => isOfType(value, type))],
  ['const', (constant, value) => isAmong(value, [constant])],
  ['enum', (values, value) => isAmong(value, values)],
  ['format', (format, value) => isOfFormat(value, String(format))],
  ['pattern', ofText((text, pattern) => matches(text, String(pattern)))],
  ['minLength', ofText((text, limit) => characters(text) >= Number(limit))],
  ['maxLength', ofText((text, limit) => characters(text) <= Number(limit))],
  ['minimum', ofNumber((number, limit) => number >= limit)],
  ['maximum', ofNumber((number, limit) => number <= limit)],
  ['exclusiveMinimum', ofNumber((number, limit) => number > limit)],
  ['exclusiveMaximum', ofNumber((number, limit) => number < limit)],
  ['multipleOf', ofNumber(isMultiple)],
  ['minItems', ofList((items, limit) => items.length >= Number(limit))],
  ['maxItems', ofList((items, limit) => items.length <= Number(limit))],
  ['uniqueItems', ofList((items, unique) => unique === false || areUnique(items))],
  ['items', ofList(judgeItems)],
  ['minProperties', ofObject((object, limit) => Object.keys(object).length >= Number(limit))],
  ['maxProperties', ofObject((object, limit) => Object.keys(object).length <= Number(limit))],
  ['required', ofObject((object, names) => hasAll(object, names))],
  ['properties', ofObject(judgeProperties)],
  ['additionalProperties', ofObject(judgeOthers)],
  ['allOf', ofBranches((branches, judgeBranch) => every(branches, judgeBranch))],
  ['anyOf', ofBranches(isOneTrue)],
  ['oneOf', ofBranches(isJustOneTrue)],
  ['$ref', (reference, value, _, context) => judgeReference(String(reference), value, context)],
]);

function judge(schema: unknown, value: unknown, { root, depth }: Context): Verdict {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema) || depth > DEEPEST) return undefined;
  const below = { root, depth: depth + 1 };
  return every(Object.keys(schema), (keyword) =>
    rules.get(keyword)?.(schema[keyword], value, schema, below),
  );
}

/** False if one verdict is, else undefined if one is. */
function every<Item>(items: readonly Item[], judgeItem: (item: Item) => Verdict): Verdict {
  let verdict: Verdict = true;
  for (const item of items) {
    const judged = judgeItem(item);
    if (judged === false) return false;
    verdict &&= judged;
  }
  return verdict;
}

function isOneTrue<Item>(items: readonly Item[], judgeItem: (item: Item) => Verdict): Verdict {
  const no = every(items, (item) => {
    const judged = judgeItem(item);
    return judged === undefined ? undefined : !judged;
  });
  return no === undefined ? undefined : !no;
}

function isJustOneTrue<Item>(items: readonly Item[], judgeItem: (item: Item) => Verdict): Verdict {
  const verdicts = items.map(judgeItem);
  if (verdicts.filter((verdict) => verdict === true).length > 1) return false;
  return verdicts.includes(undefined) ? undefined : verdicts.includes(true);
}

/** An integer that may have lost digits is a problem wherever the schema speaks of integers. */
function isExact(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isExact);
}

function judgeItems(
  items: readonly unknown[],
  operand: unknown,
  schema: JsonObject,
  context: Context,
): Verdict {
  if ('prefixItems' in schema) return undefined;
  return every(items, (item) => judge(operand, item, context));
}

function hasAll(object: JsonObject, names: unknown): Verdict {
  if (!Array.isArray(names)) return undefined;
  return names.every((name) => Object.hasOwn(object, String(name)));
}

function judgeProperties(
  object: JsonObject,
  properties: unknown,
  _: JsonObject,
  context: Context,
): Verdict {
  if (!isObject(properties)) return undefined;
  const names = Object.keys(object).filter((name) => Object.hasOwn(properties, name));
  return every(names, (name) => judge(properties[name], object[name], context));
}

function judgeOthers(
  object: JsonObject,
  operand: unknown,
  { properties = {}, patternProperties }: JsonObject,
  context: Context,
): Verdict {
  if (!isObject(properties) || patternProperties !== undefined) return undefined;
  const names = Object.keys(object).filter((name) => !Object.hasOwn(properties, name));
  return every(names, (name) => judge(operand, object[name], context));
}

function judgeReference(reference: string, value: unknown, context: Context): Verdict {
  const [, name = ''] = /^#\/\$defs\/([^/~%]+)$/.exec(reference) ?? [];
  const definitions = context.root['$defs'];
  const isKnown = isObject(definitions) && Object.hasOwn(definitions, name);
  return isKnown ? judge(definitions[name], value, context) : undefined;
}

function ofText(rule: (text: string, operand: unknown) => Verdict): Rule {
  return (operand, value) => typeof value !== 'string' || rule(value, operand);
}

function ofNumber(rule: (number: number, operand: number) => Verdict): Rule {
  return (operand, value) => typeof value !== 'number' || rule(value, Number(operand));
}

type RuleOf<Value> = (
  value: Value,
  operand: unknown,
  schema: JsonObject,
  context: Context,
) => Verdict;

function ofList(rule: RuleOf<readonly unknown[]>): Rule {
  return (operand, value, schema, context) =>
    !Array.isArray(value) || rule(value, operand, schema, context);
}

function ofObject(rule: RuleOf<JsonObject>): Rule {
  return (operand, value, schema, context) =>
    !isObject(value) || rule(value, operand, schema, context);
}

function ofBranches(
  rule: (branches: readonly unknown[], judgeBranch: (branch: unknown) => Verdict) => Verdict,
): Rule {
  return (branches, value, _, context) =>
    Array.isArray(branches) ? rule(branches, (branch) => judge(branch, value, context)) : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
