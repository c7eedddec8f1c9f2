/**
 * JSON as a test can compare it: scalars by their text, strings as what they mean after a quote, the members of
 * objects in order with repeated keys.
 */
export type Lossless = string | readonly Lossless[] | { readonly members: readonly Member[] };
export type Member = readonly [string, Lossless];

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** A reader of its own, so that what is tested is not compared with itself. @throws SyntaxError if it is no JSON. */
export function parseLossless(text: string): Lossless {
  JSON.parse(text);
  const all = text.match(tokens) ?? [];
  let at = 0;
  const take = (): string => {
    at += 1;
    return all[at - 1] ?? '';
  };
  const value = (): Lossless => {
    const token = take();
    if (token === '[') return list(']', value);
    if (token === '{') {
      const members = list('}', (): Member => {
        const key = String(JSON.parse(take()));
        take();
        return [key, value()];
      });
      return { members };
    }
    return token.startsWith('"') ? `"${String(JSON.parse(token))}` : token;
  };
  const list = <T>(end: string, item: () => T): T[] => {
    const items: T[] = [];
    while (all[at] !== end) {
      items.push(item());
      if (all[at] === ',') at += 1;
    }
    at += 1;
    return items;
  };
  return value();
}
