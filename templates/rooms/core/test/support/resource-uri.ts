import type { ToolCase } from './cases.js';

/**
 * The URI of a resource with the arguments of a case for its variables (RFC 6570, sections 3.2.2, 3.2.8 and 3.2.9);
 * undefined if not all of them have one, or have a value that a URI can hold.
 */
export function resourceUri(template: string, { arguments: args }: ToolCase): string | undefined {
  const values = new Map(
    Object.entries(args).map(([name, value]) => [name.replaceAll('-', '_'), encoded(value)]),
  );
  const used = new Set<string>();
  const take = (name: string): string => {
    used.add(name);
    return values.get(name) ?? '';
  };
  const uri = template
    .replace(/\{([?&])([^{}]*)\}/g, (_, operator: string, names: string) => {
      const given = names.split(',').filter((name) => values.has(name));
      const pairs = given.map((name) => `${name}=${take(name)}`);
      return pairs.length > 0 ? operator + pairs.join('&') : '';
    })
    .replace(/\{([^{}]*)\}/g, (_, name: string) => take(name));
  const isWhole = [...values].every(([name, value]) => used.has(name) && value !== undefined);
  return isWhole ? uri : undefined;
}

function encoded(value: unknown): string | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isText = items.every((item) => ['string', 'number', 'boolean'].includes(typeof item));
  if (!isText || items.length === 0 || items.includes('')) return undefined;
  return items.map((item) => encodeURIComponent(String(item))).join(',');
}
