/** Letters that Unicode does not decompose into a Latin letter and marks. */
const latinLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['þ', 'th'],
  ['Þ', 'Th'],
  ['ı', 'i'],
]);

/** No name is made of more characters. */
const lengthLimit = 512;

/** ASCII text that reads like the given one: accents dropped, ligatures spelled out, other scripts left as they are. */
export function transliterate(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\0-\x7f]/g, (letter) => latinLetters.get(letter) ?? letter);
}

/** The words of an identifier, a path segment or a phrase, in lower case: `getHTTPResponse2` is get, http, response2. */
export function splitWords(text: string): readonly string[] {
  return plainWords(
    transliterate(text.slice(0, lengthLimit))
      .replace(/OAuth/g, 'Oauth')
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/(?<=[A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])/g, ' '),
  );
}

/** The words of a phrase in lower case; `GitHub` is one. */
export function plainWords(text: string): readonly string[] {
  return (
    transliterate(text)
      .replace(/['’]/g, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** Keeps the longest head of `words` that fits `limit` characters once joined; at least the first word, cut if it must be. */
export function joinWithin(words: readonly string[], separator: string, limit: number): string {
  let text = '';
  for (const word of words) {
    const longer = text === '' ? word : text + separator + word;
    if (longer.length > limit) break;
    text = longer;
  }
  return text === '' ? (words[0] ?? '').slice(0, limit) : text;
}
