import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shortenJson } from '../../templates/rooms/core/src/runtime/reply/shorten-json.js';
import { randomJson, seededRandom } from './random-json.js';
import { parseLossless, type Lossless, type Member } from './lossless.js';

const MARK = '… [shortened]';

describe('shortened JSON', () => {
  it('is valid, short enough, and a part of the original, digit for digit', () => {
    let shortened = 0;
    for (let seed = 1; seed <= 250; seed += 1) {
      const random = seededRandom(seed);
      const text = randomJson(random);
      const whole = parseLossless(text);
      for (const limit of [60, 200, 1_000, 5_000]) {
        const result = shortenJson(text, limit);
        const about = `seed ${seed}, limit ${limit}`;
        assert.ok(result, about);
        assert.ok(result.text.length <= limit, about);
        assertPart(parseLossless(result.text), whole, about);
        assert.equal(result.cuts.length > 0, text.length > limit, about);
        if (text.length > limit) shortened += 1;
        else assert.equal(result.text, text);
      }
    }
    assert.ok(shortened > 100, `only ${shortened} were shortened`);
  });

  it('uses most of the room that it has', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const random = seededRandom(seed);
      const rows = Array.from({ length: 300 }, (_, id) => ({ id, name: 'x'.repeat(random(40)) }));
      const page = { total: 300, data: { rows, next: null }, other: ['a'] };
      const result = shortenJson(JSON.stringify(page), 4_000);
      assert.ok(result && result.text.length > 3_800, `seed ${seed}: ${result?.text.length}`);
    }
  });

  const cases: readonly (readonly [string, unknown, number, string, readonly string[]])[] = [
    [
      'an array keeps its first entries',
      { total: 9, items: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ name: 'name', n })) },
      100,
      '{"total":9,"items":[{"name":"name","n":1},{"name":"name","n":2},{"name":"name","n":3}]}',
      ['/items entries 3/9'],
    ],
    [
      'a long entry is shortened itself',
      [Array.from({ length: 10 }, (_, digit) => String(digit).repeat(8)), 'next'],
      60,
      '[["00000000","11111111","22222222","33333333","44444444"]]',
      [' entries 1/2', '/0 entries 5/10'],
    ],
    [
      'a long string keeps its first characters',
      { 'a/b~c': '😀'.repeat(100), n: 1 },
      60,
      `{"a/b~c":"${'😀'.repeat(14)}… [shortened]","n":1}`,
      ['/a~1b~0c characters 28/200'],
    ],
    [
      'an object of too many members keeps the first',
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key${index}`, index])),
      40,
      '{"key0":0,"key1":1,"key2":2,"key3":3}',
      [' members 4/50'],
    ],
    [
      'two long arrays share the room',
      { a: '1'.repeat(50).split('').map(Number), b: '2'.repeat(60).split('').map(Number), c: 3 },
      110,
      `{"a":[${'1,'.repeat(21)}1],"b":[${'2,'.repeat(22)}2],"c":3}`,
      ['/a entries 22/50', '/b entries 23/60'],
    ],
  ];
  for (const [name, value, limit, text, cuts] of cases) {
    it(name, () => {
      const result = shortenJson(JSON.stringify(value), limit);
      assert.equal(result?.text, text);
      assert.deepEqual(
        result.cuts.map(({ pointer, of, kept, total }) => `${pointer} ${of} ${kept}/${total}`),
        cuts,
      );
    });
  }

  it('keeps digits that a double would lose', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `1234567890123456789${index}.10`);
    const result = shortenJson(`[${ids.join(',')}]`, 100);
    assert.equal(result?.text, `[${ids.slice(0, 4).join(',')}]`);
  });

  it('gives up on a number that is longer than the limit', () => {
    assert.equal(shortenJson('1'.repeat(2_000), 1_000), undefined);
  });

  const hostile: readonly (readonly [string, () => string])[] = [
    ['10 MB of rows', () => JSON.stringify(Array.from({ length: 100_000 }, row))],
    ['10 MB of numbers', () => `[${'12345,'.repeat(1_700_000)}0]`],
    ['10 MB of nesting', () => `${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}`],
    ['nested objects beside long numbers', () => nestedNumbers(60)],
    ['10 MB of escaped quotes', () => JSON.stringify('"\\'.repeat(2_500_000))],
    [
      '500,000 members',
      () => `{${Array.from({ length: 500_000 }, (_, i) => `"k${i}":${i}`).join()}}`,
    ],
  ];
  for (const [name, make] of hostile) {
    it(`does not stall at ${name}`, () => {
      const result = shortenJson(make(), 48_000);
      assert.ok(result && result.text.length <= 48_000);
      assert.doesNotThrow(() => JSON.parse(result.text) as unknown);
      assert.ok(result.cuts.length > 0);
    });
  }
});

function row(_: unknown, id: number) {
  return { id, name: `name of ${id}`, tags: ['a', 'b'], address: { city: 'x'.repeat(20) } };
}

/** At each level a number that cannot be shortened, and an object that can. */
function nestedNumbers(levels: number): string {
  return Array.from({ length: levels }).reduce<string>(
    (inner) => `{"inner":${inner},"number":${'7'.repeat(100_000)}}`,
    '1',
  );
}

function assertPart(part: Lossless, whole: Lossless, about: string): void {
  if (typeof part === 'string' && typeof whole === 'string') {
    const isCut = part.startsWith('"') && part !== whole && part.endsWith(MARK);
    assert.ok(isCut ? whole.startsWith(part.slice(0, -MARK.length)) : part === whole, about);
  } else if (isList(part) && isList(whole)) {
    assert.ok(part.length <= whole.length, about);
    for (const [index, item] of part.entries()) {
      assertPart(item, whole[index] ?? assert.fail(about), about);
    }
  } else if (isMembers(part) && isMembers(whole)) {
    for (const [index, [key, value]] of part.members.entries()) {
      const original: Member = whole.members[index] ?? assert.fail(about);
      assert.equal(key, original[0], about);
      assertPart(value, original[1], about);
    }
  } else assert.fail(`${about}: a value became one of another type`);
}

function isList(value: Lossless): value is readonly Lossless[] {
  return Array.isArray(value);
}

function isMembers(value: Lossless): value is Extract<Lossless, { readonly members: unknown }> {
  return typeof value === 'object' && 'members' in value;
}
