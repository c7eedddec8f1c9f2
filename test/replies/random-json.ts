/** A whole number from 0 up to but not including `below`. */
export type Random = (below: number) => number;

/** The same numbers for the same seed: mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const pieces = [
  'a',
  'é',
  '😀',
  '\\"',
  '\\\\',
  '\\n',
  '\\u00e9',
  '\\ud83d\\ude00',
  '\\/',
  '{',
  ']',
  ',',
];
const scalars = ['null', 'true', 'false', '0', '-1', '1.10', '1E5', '12345678901234567890', '""'];

/** Compact JSON text of some shape and size, with odd keys, escapes and long numbers. */
export function randomJson(random: Random): string {
  const string = (longest: number): string =>
    `"${Array.from({ length: random(longest) }, () => pick(pieces)).join('')}"`;
  const pick = (from: readonly string[]): string => from[random(from.length)] ?? '';
  const value = (depth: number): string => {
    const kind = random(depth > 5 ? 3 : 8);
    if (kind === 0) return pick(scalars);
    if (kind === 1) return string(12);
    if (kind === 2) return string(random(10) === 0 ? 3_000 : 12);
    const length = random(random(8) === 0 ? 150 : 6);
    const items = Array.from({ length }, () => value(depth + 1 + (length > 20 ? 3 : 0)));
    return kind < 6
      ? `[${items.join(',')}]`
      : `{${items.map((item) => `${string(8)}:${item}`).join(',')}}`;
  };
  return value(0);
}
