/** Numbers from 0 to 1, 1 excluded: the same ones for the same seed, on every machine. */
export type Random = () => number;

/** FNV-1a over the seed, then mulberry32. */
export function seededRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `low` to `high`, both included. */
export function wholeNumber(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** `count` of the items, or all of them if there are fewer, in their order. */
export function pickSome<T>(items: readonly T[], count: number, random: Random): readonly T[] {
  const ranked = items.map((item, index) => ({ item, index, rank: random() }));
  return ranked
    .toSorted((left, right) => left.rank - right.rank)
    .slice(0, count)
    .toSorted((left, right) => left.index - right.index)
    .map(({ item }) => item);
}
