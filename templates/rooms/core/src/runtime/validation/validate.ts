import type { JsonSchema } from '../tool.js';
import { alternativeRules } from './alternatives.js';
import { assertions, type as typeRule } from './assertions.js';
import { listRules } from './lists.js';
import { objectRules } from './objects.js';
import { isObject, type Check, type Problem, type Rule } from './problem.js';
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
  const ruleOf = (keyword: string): Rule | undefined => {
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
  const check: Check = function* (schema, spot) {
    if (schema === false) yield { spot, describe: () => 'not allowed' };
    if (!isObject(schema)) return;
    const mistyped = 'type' in schema ? [...typeRule(schema['type'], spot, schema, check)] : [];
    yield* mistyped;
    // What else a value of the wrong type breaks is no news.
    if (mistyped.length > 0) return;
    for (const keyword of Object.keys(schema)) {
      const rule = ruleOf(keyword);
      if (rule !== undefined) yield* rule(schema[keyword], spot, schema, check);
    }
  };
  return check(root, { value, depth: 0 });
}
