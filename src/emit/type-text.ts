const listedValues = 12;

/** What a JSON Schema allows, in a few words: `integer`, `array of string`, `"a" or "b"`. */
export function typeText(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null) return 'any';
  if ('const' in schema) return JSON.stringify(schema.const);
  if ('enum' in schema && Array.isArray(schema.enum)) return valuesText(schema.enum);
  if ('anyOf' in schema && Array.isArray(schema.anyOf) && !('type' in schema)) {
    const texts = new Set(schema.anyOf.map(typeText));
    return texts.has('any') ? 'any' : [...texts].join(' or ');
  }
  if (!('type' in schema)) return 'any';
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types
    .map((type) =>
      type === 'array' && 'items' in schema ? `array of ${typeText(schema.items)}` : String(type),
    )
    .join(' or ');
}

function valuesText(values: readonly unknown[]): string {
  const listed = values.slice(0, listedValues).map((value) => JSON.stringify(value));
  const more = values.length - listed.length;
  return more > 0 ? `${listed.join(', ')} … (${String(more)} more)` : listed.join(' or ');
}
