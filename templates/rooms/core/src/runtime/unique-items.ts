import type { FuncKeywordDefinition } from 'ajv';

/** JSON Schema 2020-12, validation section 6.4.3, in linear time; Ajv's own compares every item with every other. */
export const uniqueItems: FuncKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  error: { message: 'must NOT have duplicate items' },
  validate: (unique: boolean, items: readonly unknown[]) =>
    !unique || new Set(items.map(canonicalJson)).size === items.length,
};

/** The same text for equal values, whatever the order of their keys. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
