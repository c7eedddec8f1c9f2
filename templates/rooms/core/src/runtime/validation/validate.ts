import type { JsonSchema } from '../tool.js';
import { alternativeRules } from './alternatives.js';
import { assertions, type as typeRule } from './assertions.js';
import { listRules } from './lists.js';
import { objectRules } from './objects.js';
import { isObject, type Check, type Problem, type Rule, type Spot } from './problem.js';
import { createReferenceRule } from './reference.js';
import { createUnevaluatedRules } from './unevaluated.js';

const rules: ReadonlyMap<string, Rule> = new Map(
  Object.entries({ ...assertions, ...objectRules, ...listRules, ...alternativeRules }),
);

/**
 * What a schema does not allow of a JSON value, found one after the other. It reads no more of the schema than the
 * value touches, so that a large one costs nothing before it is used. JSON Schema 2020-12 with `$ref` as a pointer into
 * the same schema; `format` is an assertion; unknown keywords are ignored.
 */
export function validate(root: JsonSchema, value: unknown): Iterable<Problem> {
  let reference: Rule | undefined;
  const ruleOf: RuleOf = (keyword) => {
    switch (keyword) {
      case '$ref':
        return (reference ??= createReferenceRule(root));
      case 'unevaluatedItems':
      case 'unevaluatedProperties':
        return createUnevaluatedRules(root)[keyword];
      default:
        return rules.get(keyword);
    }
  };
  const check: Check = (schema, spot) => problemsOf(schema, spot, ruleOf, check);
  return check(root, { value, depth: 0 });
}

type RuleOf = (keyword: string) => Rule | undefined;

/** Not a closure of `validate`: each generator that is made anew has a prototype of its own, which costs more than its work. */
function* problemsOf(
  schema: unknown,
  spot: Spot,
  ruleOf: RuleOf,
  check: Check,
): Generator<Problem> {
  if (schema === false) yield { spot, describe: () => 'not allowed' };
  if (!isObject(schema)) return;
  let isMistyped = false;
  if ('type' in schema) {
    for (const problem of typeRule(schema['type'], spot, schema, check)) {
      isMistyped = true;
      yield problem;
    }
  }
  // What else a value of the wrong type breaks is no news.
  if (isMistyped) return;
  for (const keyword of Object.keys(schema)) {
    const rule = ruleOf(keyword);
    if (rule !== undefined) yield* rule(schema[keyword], spot, schema, check);
  }
}
