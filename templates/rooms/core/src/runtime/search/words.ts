/** Longest text that is read, in UTF-16 code units. */
const longestText = 4000;

/** Words that say nothing about what is wanted. */
const stopWords = new Set(
  (
    'a about again all also am an and any are as at be been but by can could did do does done each else every ' +
    'for from had has have having he her here him his how i if in into is it its just let me might more most ' +
    'much must my no nor not now of off on one or other our out own please same shall she should so some such ' +
    'than that the their them then there these they thing things this those to too under up us very via want ' +
    'make give put take get let keep use go come tell ' +
    'was we were what when where which who whose why will with would yet you your'
  ).split(' '),
);

/** The words of a text in lower case, `getHTTPResponse2` being get, http, response, 2. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, longestText)
      .normalize('NFKD')
      .replace(/['’\p{M}]/gu, '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

/** The identifiers of several words in a text, in lower case: `getHTTPResponse` is gethttpresponse. */
export function compoundsOf(text: string): readonly string[] {
  const identifiers = text.slice(0, longestText).match(/\p{L}+/gu) ?? [];
  return identifiers
    .filter((identifier) => /\p{Ll}\p{Lu}/u.test(identifier))
    .map((identifier) => identifier.toLowerCase());
}

/** Whether a word says something about what is wanted. */
export function isTelling(word: string): boolean {
  return !stopWords.has(word);
}

/** A word of a query in lower case. */
export interface QueryWord {
  readonly word: string;
  /** Identifiers of several words that it is the first word of. */
  readonly compounds: readonly string[];
  /** Whether it stands in quotation marks, or is an address or a handle: a value, and not what is looked for. */
  readonly isQuoted: boolean;
}

/** Words of a query that are read. */
const mostQueryWords = 100;

/** The words of a query, the first hundred. */
export function queryWordsOf(query: string): readonly QueryWord[] {
  const pieces = query.slice(0, longestText).match(/"[^"]*"|“[^”]*”|\S+/g) ?? [];
  return pieces
    .flatMap((piece) => {
      const isQuoted = /^["“#]|@/.test(piece);
      return wordsOf(piece).map((word, place) => ({
        word,
        compounds: place === 0 ? compoundsOf(piece) : [],
        isQuoted,
      }));
    })
    .slice(0, mostQueryWords);
}
