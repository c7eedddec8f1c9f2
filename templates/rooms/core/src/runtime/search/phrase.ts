/** Words between those of a phrase, at most: "bring the new tree up to date". */
const widestGap = 3;

const determiners = new Set(
  'a an the my our your this that his her their its some any of'.split(' '),
);

/** Whether a word only determines the next one: it is not part of a phrase. */
export function isDeterminer(word: string): boolean {
  return determiners.has(word);
}

/**
 * The places of a phrase's words in a text from a word on, in order; between two of them may stand determiners and a
 * few other words. Undefined where they are not there.
 */
export function placesOf(
  phrase: readonly string[],
  text: readonly string[],
  start: number,
): readonly number[] | undefined {
  if (text[start] !== phrase[0]) return undefined;
  const places = [start];
  for (const word of phrase.slice(1)) {
    const place = nextPlace(word, text, (places.at(-1) ?? start) + 1);
    if (place === undefined) return undefined;
    places.push(place);
  }
  return places;
}

function nextPlace(word: string, text: readonly string[], start: number): number | undefined {
  let between = 0;
  for (let place = start; place < text.length; place += 1) {
    const other = text[place] ?? '';
    if (other === word) return place;
    if (isDeterminer(other)) continue;
    between += 1;
    if (between > widestGap) return undefined;
  }
  return undefined;
}
