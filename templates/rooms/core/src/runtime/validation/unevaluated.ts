import type { JsonSchema } from '../tool.js';
import { matching } from './lists.js';
import { has, isDeclared, unknownProperty } from './objects.js';
import {
  isObject,
  isValid,
  listOf,
  membersOf,
  namesOf,
  spotAt,
  type Check,
  type Rule,
  type Spot,
} from './problem.js';
import { resolve } from './reference.js';

/** The keywords about properties and items that no other keyword is about. JSON Schema 2020-12 core, section 11. */
export function createUnevaluatedRules(root: JsonSchema): Readonly<Record<string, Rule>> {
  return {
    unevaluatedProperties: function* (operand, spot, schema, check) {
      if (!isObject(spot.value)) return;
      const below = schemasBelow(schema, root, spot, check);
      const isEvaluated = (name: string): boolean =>
        evaluatesProperty(schema, name) ||
        below.some((each) => 'unevaluatedProperties' in each || evaluatesProperty(each, name));
      for (const name of namesOf(spot.value)) {
        if (isEvaluated(name)) continue;
        if (operand === false) yield unknownProperty(spotAt(spot, name), [schema, ...below]);
        else yield* check(operand, spotAt(spot, name));
      }
    },
    unevaluatedItems: function* (operand, spot, schema, check) {
      const below = schemasBelow(schema, root, spot, check);
      if (below.some((each) => 'unevaluatedItems' in each)) return;
      const contained = new Set([schema, ...below].flatMap((each) => evaluated(each, spot, check)));
      for (const index of listOf(spot.value).keys()) {
        if (!contained.has(index)) yield* check(operand, spotAt(spot, index));
      }
    },
  };
}

/** The schemas that a schema holds against the same value, and that accept it. */
function schemasBelow(
  schema: JsonSchema,
  root: JsonSchema,
  spot: Spot,
  check: Check,
): readonly JsonSchema[] {
  const accepts = (each: unknown): boolean => isValid(check(each, spot));
  const { $ref: reference, allOf, anyOf, oneOf, if: condition } = schema;
  const dependent = membersOf(schema['dependentSchemas'])
    .filter(([name]) => isObject(spot.value) && has(spot.value, name))
    .map(([, each]) => each);
  return [
    typeof reference === 'string' ? resolve(root, reference) : undefined,
    ...listOf(allOf),
    ...[...listOf(anyOf), ...listOf(oneOf)].filter(accepts),
    ...(accepts(condition) ? [condition, schema['then']] : [schema['else']]),
    ...dependent,
  ]
    .filter(isObject)
    .flatMap((each) => [each, ...schemasBelow(each, root, spot, check)]);
}

function evaluatesProperty(schema: JsonSchema, name: string): boolean {
  return 'additionalProperties' in schema || isDeclared(schema, name);
}

/** The indexes of the items that `prefixItems`, `items` and `contains` of a schema are about. */
function evaluated(schema: JsonSchema, spot: Spot, check: Check): readonly number[] {
  const indexes = [...listOf(spot.value).keys()];
  if ('items' in schema) return indexes;
  const prefix = indexes.slice(0, listOf(schema['prefixItems']).length);
  return 'contains' in schema ? [...prefix, ...matching(schema['contains'], spot, check)] : prefix;
}
