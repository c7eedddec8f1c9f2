import { areUnique, isEqual } from './equality.js';
import { isOfFormat } from './format.js';
import { isObject, listOf, namesOf, quote, type Rule } from './problem.js';

/** JSON Schema 2020-12 validation, section 6.1.1. */
export const type: Rule = of(
  isAnything,
  (value, types) =>
    Array.isArray(types) ? types.some((each) => isOfType(value, each)) : isOfType(value, types),
  (types) => `be ${[types].flat().join(' or ')}`,
);

/** The keywords without schemas below them. JSON Schema 2020-12 validation, sections 6 and 7. */
export const assertions: Readonly<Record<string, Rule>> = {
  enum: of(
    isAnything,
    (value, values) => listOf(values).some((each) => isEqual(value, each)),
    (values) => `be one of ${quote(values)}`,
  ),
  const: of(isAnything, isEqual, (value) => `be ${quote(value)}`),
  format: of(
    isAnything,
    (value, format) => isOfFormat(value, String(format)),
    (format) => `match format ${quote(format)}`,
  ),
  minimum: of(isNumber, (number, limit) => number >= Number(limit), says('be >= %')),
  maximum: of(isNumber, (number, limit) => number <= Number(limit), says('be <= %')),
  exclusiveMinimum: of(isNumber, (number, limit) => number > Number(limit), says('be > %')),
  exclusiveMaximum: of(isNumber, (number, limit) => number < Number(limit), says('be < %')),
  multipleOf: of(
    isNumber,
    (number, factor) => isMultiple(number, Number(factor)),
    says('be a multiple of %'),
  ),
  pattern: of(
    isText,
    (text, pattern) => expression(String(pattern)).test(text),
    (pattern) => `match pattern ${quote(pattern)}`,
  ),
  minLength: of(
    isText,
    (text, limit) => characters(text) >= Number(limit),
    says('not have fewer than % characters'),
  ),
  maxLength: of(
    isText,
    (text, limit) => characters(text) <= Number(limit),
    says('not have more than % characters'),
  ),
  minItems: of(
    Array.isArray,
    (items, limit) => items.length >= Number(limit),
    says('not have fewer than % items'),
  ),
  maxItems: of(
    Array.isArray,
    (items, limit) => items.length <= Number(limit),
    says('not have more than % items'),
  ),
  uniqueItems: of(
    Array.isArray,
    (items, unique) => unique !== true || areUnique(items),
    says('not have duplicate items'),
  ),
  minProperties: of(
    isObject,
    (object, limit) => namesOf(object).length >= Number(limit),
    says('not have fewer than % properties'),
  ),
  maxProperties: of(
    isObject,
    (object, limit) => namesOf(object).length <= Number(limit),
    says('not have more than % properties'),
  ),
};

/** The rule that the values which `applies` picks out must meet a demand; it allows all others. */
function of<Value>(
  applies: (value: unknown) => value is Value,
  holds: (value: Value, operand: unknown) => boolean,
  demand: (operand: unknown) => string,
): Rule {
  return (operand, spot) =>
    !applies(spot.value) || holds(spot.value, operand)
      ? []
      : [{ spot, describe: () => `must ${demand(operand)}, not ${quote(spot.value)}` }];
}

function says(demand: string): (operand: unknown) => string {
  return (operand) => demand.replace('%', () => quote(operand));
}

function isAnything(value: unknown): value is unknown {
  return value !== undefined;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/** Section 6.2.1, for numbers as people write them: 0.3 is a multiple of 0.1, though 0.3 / 0.1 is not 3. */
function isMultiple(number: number, factor: number): boolean {
  if (Number.isInteger(number) && Number.isInteger(factor)) return number % factor === 0;
  const quotient = number / factor;
  return Math.abs(quotient - Math.round(quotient)) <= Math.abs(quotient) * Number.EPSILON;
}

const expressions = new Map<string, RegExp>();

/** Section 6.3.3; each is compiled once. */
export function expression(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, known);
  return known;
}

/** The length of a text as section 6.3.1 counts it. */
function characters(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g);
  return text.length - (pairs?.length ?? 0);
}
