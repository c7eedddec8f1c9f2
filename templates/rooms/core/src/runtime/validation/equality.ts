/** Whether two JSON values are equal, whatever the order of their keys. JSON Schema 2020-12 core, section 4.2.2. */
export function isEqual(one: unknown, other: unknown): boolean {
  const areNested = [one, other].every((value) => typeof value === 'object' && value !== null);
  return areNested ? canonicalJson(one) === canonicalJson(other) : one === other;
}

/** Whether no two items are equal, in time that grows with their number. */
export function areUnique(items: readonly unknown[]): boolean {
  return new Set(items.map(canonicalJson)).size === items.length;
}

/** The same text for equal values. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
