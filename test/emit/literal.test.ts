import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { format } from 'prettier';
import { code, print } from '../../src/emit/code.js';

/** Mulberry32: the same numbers on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const fragments = [
  ...['a', 'type', 'name', 'description', 'long words of a sentence ', '__proto__', 'constructor'],
  ...["'", '"', '`', '\\', '${', '}', '*/', '//', '</script>', '\n', '\r', '\t', '\0', '\u2028'],
  ...[
    '\ud800',
    '\udc00',
    '\u202e',
    '\u200b',
    '\u00a0',
    'é',
    'e\u0301',
    '日本語',
    '😀',
    '한',
    '-',
    '1',
  ],
];

function randomValue(next: () => number, depth: number): unknown {
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(next() * items.length)];
  const mixed = (): string =>
    Array.from({ length: Math.floor(next() ** 3 * 14) }, () => pick(fragments)).join('');
  const text = (): string => (next() < 0.2 ? 'x'.repeat(60 + next() * 40) : mixed());
  const size = Math.floor(next() ** 2 * 8);
  const kind = next() * (depth > 0 ? 8 : 5);
  if (kind < 2) return text();
  if (kind < 3) return pick([0, 1, -1, -0, 1.5, 1e21, 1e-7, 123456789, -(2 ** 53)]);
  if (kind < 4) return pick([true, false, null]);
  if (kind < 5)
    return Array.from({ length: size * 6 }, () => Math.floor(next() * 10 ** (size * 2)));
  if (kind < 6.5) return Array.from({ length: size }, () => randomValue(next, depth - 1));
  return Object.fromEntries(
    Array.from({ length: size }, () => [text(), randomValue(next, depth - 1)]),
  );
}

test('a literal evaluates to its value and stands as prettier prints it', async () => {
  const next = random(20_261_121);
  for (let round = 0; round < 600; round += 1) {
    const value = { round, data: randomValue(next, 4) };
    const text = print(code`export const data = ${value} satisfies object;\n`);
    const script = text.replace('export const data =', '(').replace('satisfies object;', ')');
    const evaluated: unknown = runInNewContext(script);
    assert.deepEqual(structuredClone(evaluated), structuredClone(value));
    const formatted = await format(text, {
      parser: 'typescript',
      printWidth: 100,
      singleQuote: true,
    });
    assert.equal(text, formatted);
  }
});
