import { firstOf, isValid, listOf, quote, type Problem, type Rule, type Spot } from './problem.js';

/** The keywords that hold further schemas against the same value. JSON Schema 2020-12 core, section 10.2. */
export const alternativeRules: Readonly<Record<string, Rule>> = {
  allOf: function* (schemas, spot, _, check) {
    for (const schema of listOf(schemas)) yield* check(schema, spot);
  },
  anyOf: (schemas, spot, _, check) => {
    const found: (readonly Problem[])[] = [];
    for (const schema of listOf(schemas)) {
      const problems = firstOf(check(schema, spot));
      if (problems.length === 0) return [];
      found.push(problems);
    }
    return meant(found, spot) ?? [mismatch(spot, 'match one of', schemas)];
  },
  oneOf: (schemas, spot, _, check) => {
    const found = listOf(schemas).map((schema) => firstOf(check(schema, spot)));
    const valid = found.filter((problems) => problems.length === 0);
    if (valid.length === 1) return [];
    const problems = valid.length === 0 ? meant(found, spot) : undefined;
    return problems ?? [mismatch(spot, 'match exactly one of', schemas)];
  },
  not: (schema, spot, _, check) =>
    isValid(check(schema, spot)) ? [mismatch(spot, 'not match', schema)] : [],
  if: (condition, spot, schema, check) => {
    const branch = isValid(check(condition, spot)) ? schema['then'] : schema['else'];
    return check(branch, spot);
  },
};

/** The problems of the one alternative that fits the value but for something inside of it, if there is just one. */
function meant(
  alternatives: readonly (readonly Problem[])[],
  spot: Spot,
): readonly Problem[] | undefined {
  const fitting = alternatives.filter((problems) =>
    problems.every((problem) => !isSamePlace(problem.spot, spot)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isSamePlace(one: Spot, other: Spot): boolean {
  return one.parent === other.parent && one.key === other.key;
}

function mismatch(spot: Spot, demand: string, schemas: unknown): Problem {
  return { spot, describe: () => `must ${demand} ${quote(schemas)}, not ${quote(spot.value)}` };
}
