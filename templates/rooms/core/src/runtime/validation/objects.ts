import { nearest } from '../nearest.js';
import type { JsonSchema } from '../tool.js';
import { expression } from './assertions.js';
import {
  cut,
  isObject,
  listOf,
  membersOf,
  namesOf,
  quote,
  spotAt,
  type Check,
  type Problem,
  type Rule,
  type Spot,
} from './problem.js';

/** A longer name is not one that somebody mistyped. */
const LONGEST_NAME = 300;

/** The keywords about the properties of an object. JSON Schema 2020-12 core, section 10.3.2; validation, section 6.5. */
export const objectRules: Readonly<Record<string, Rule>> = {
  required: ofObject(function* (names, spot, object) {
    for (const name of listOf(names).map(String)) {
      if (!has(object, name)) {
        yield { spot: spotAt(spot, name), describe: () => 'required but missing' };
      }
    }
  }),
  dependentRequired: ofObject(function* (lists, spot, object) {
    for (const [given, names] of membersOf(lists)) {
      if (!has(object, given)) continue;
      const missing = listOf(names)
        .map(String)
        .filter((name) => !has(object, name));
      const describe = (): string => `required but missing, since ${quote(given)} is given`;
      for (const name of missing) yield { spot: spotAt(spot, name), describe };
    }
  }),
  properties: ofObject(function* (properties, spot, object, _, check) {
    if (!isObject(properties)) return;
    for (const name of namesOf(object)) {
      if (Object.hasOwn(properties, name)) yield* check(properties[name], spotAt(spot, name));
    }
  }),
  patternProperties: ofObject(function* (patterns, spot, object, _, check) {
    for (const [pattern, schema] of membersOf(patterns)) {
      for (const name of namesOf(object)) {
        if (expression(pattern).test(name)) yield* check(schema, spotAt(spot, name));
      }
    }
  }),
  additionalProperties: ofObject(function* (operand, spot, object, schema, check) {
    for (const name of namesOf(object)) {
      if (isDeclared(schema, name)) continue;
      if (operand === false) yield unknownProperty(spotAt(spot, name), [schema]);
      else yield* check(operand, spotAt(spot, name));
    }
  }),
  propertyNames: ofObject(function* (operand, spot, object, _, check) {
    for (const name of namesOf(object)) {
      yield* check(operand, { ...spotAt(spot, name), value: name });
    }
  }),
  dependentSchemas: ofObject(function* (schemas, spot, object, _, check) {
    for (const [name, schema] of membersOf(schemas)) {
      if (has(object, name)) yield* check(schema, spot);
    }
  }),
};

/** Whether `properties` or `patternProperties` of a schema are about a property. */
export function isDeclared({ properties, patternProperties }: JsonSchema, name: string): boolean {
  if (isObject(properties) && Object.hasOwn(properties, name)) return true;
  return membersOf(patternProperties).some(([pattern]) => expression(pattern).test(name));
}

/** A property that none of these schemas allows. */
export function unknownProperty(spot: Spot, schemas: readonly JsonSchema[]): Problem {
  return { spot, describe: () => `unknown; ${known(String(spot.key), schemas)}` };
}

function known(name: string, schemas: readonly JsonSchema[]): string {
  const names = schemas.flatMap(({ properties }) => membersOf(properties).map(([each]) => each));
  const near = name.length > LONGEST_NAME ? undefined : nearest(name, names);
  if (near !== undefined) return `did you mean ${quote(near)}?`;
  return names.length === 0 ? 'none is taken here' : `known here: ${cut(names.join(', '))}`;
}

/** Whether an object has a property of its own. */
export function has(object: JsonSchema, name: string): boolean {
  return Object.hasOwn(object, name) && object[name] !== undefined;
}

type ObjectRule = (
  operand: unknown,
  spot: Spot,
  object: JsonSchema,
  schema: JsonSchema,
  check: Check,
) => Iterable<Problem>;

function ofObject(rule: ObjectRule): Rule {
  return (operand, spot, schema, check) =>
    isObject(spot.value) ? rule(operand, spot, spot.value, schema, check) : [];
}
