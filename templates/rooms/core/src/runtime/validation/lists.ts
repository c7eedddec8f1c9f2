import { isValid, listOf, quote, spotAt, type Check, type Rule, type Spot } from './problem.js';

/** The keywords about the items of a list. JSON Schema 2020-12 core, section 10.3.1; validation, section 6.4. */
export const listRules: Readonly<Record<string, Rule>> = {
  prefixItems: function* (schemas, spot, _, check) {
    const { length } = listOf(spot.value);
    for (const [index, schema] of listOf(schemas).slice(0, length).entries()) {
      yield* check(schema, spotAt(spot, index));
    }
  },
  items: function* (operand, spot, { prefixItems }, check) {
    const { length } = listOf(spot.value);
    for (let index = listOf(prefixItems).length; index < length; index += 1) {
      yield* check(operand, spotAt(spot, index));
    }
  },
  contains: (operand, spot, { minContains = 1, maxContains = Infinity }, check) => {
    if (!Array.isArray(spot.value)) return [];
    const count = matching(operand, spot, check).length;
    const tooFew = count < Number(minContains) && `at least ${quote(minContains)}`;
    const tooMany = count > Number(maxContains) && `at most ${quote(maxContains)}`;
    const amount = tooFew || tooMany;
    const describe = (): string =>
      `must have ${String(amount)} items that match ${quote(operand)}, not ${count}`;
    return amount === false ? [] : [{ spot, describe }];
  },
};

/** The indexes of the items that a schema accepts. */
export function matching(schema: unknown, spot: Spot, check: Check): readonly number[] {
  const indexes = [...listOf(spot.value).keys()];
  return indexes.filter((index) => isValid(check(schema, spotAt(spot, index))));
}
