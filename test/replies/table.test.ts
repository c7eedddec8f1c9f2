import assert from 'node:assert/strict';
import { after, before, describe, it, test } from 'node:test';
import { tableOf } from '../../templates/rooms/core/src/runtime/reply/table.js';
import type { Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { parseLossless } from './lossless.js';
import { seededRandom } from './random-json.js';
import { startReplies, textOf, type ReplyServer } from './reply.js';

const textFor = (json: string): string | undefined => {
  const table = tableOf(json);
  return table && [...table.head, ...table.rows].join('\n');
};
const lines = (...all: readonly string[]): string => all.join('\n');
const uniform = Array.from({ length: 4 }, (_, id) => ({ id, name: `row ${id}` }));
const uniformLines = lines('id\tname', '0\trow 0', '1\trow 1', '2\trow 2', '3\trow 3');

const tables: readonly (readonly [string, json: unknown, expected: string | undefined])[] = [
  ['a uniform list', uniform, uniformLines],
  ['the list in an object', { items: uniform }, `items:\n${uniformLines}`],
  [
    'the list in an object that says more',
    { total: 9, next: 'a\tb', items: uniform, tags: ['x'] },
    `{"total":9,"next":"a\\tb","tags":["x"]}\nitems:\n${uniformLines}`,
  ],
  [
    'what is missing, null and empty',
    [
      { first: 1, second: null },
      { second: '', third: [] },
      { first: 2, second: {}, third: null },
    ],
    lines('first\tsecond\tthird', '1\tnull\t', '\t""\t[]', '2\t{}\tnull'),
  ],
  [
    'texts that look like something else',
    [
      'null',
      'true',
      '1',
      '-1.5e3',
      '"a"',
      '[x',
      '{x',
      ' x',
      'x ',
      'a\tb',
      'a\nb',
      'a\\b',
      '\u2028',
    ].map((value) => ({ a_long_enough_name: value, b: 'plain text: "quoted"'.slice(0, 10) })),
    lines(
      'a_long_enough_name\tb',
      ...['"null"', '"true"', '"1"', '"-1.5e3"', '"\\"a\\""', '"[x"', '"{x"', '" x"', '"x "'].map(
        (cell) => `${cell}\tplain text`,
      ),
      ...['"a\\tb"', '"a\\nb"', '"a\\\\b"', '"\u2028"'].map((cell) => `${cell}\tplain text`),
    ),
  ],
  [
    'texts that look like nothing else',
    ['007', '2025-01-01', 'a,b', "it's", 'x "y" z'.replaceAll('"', "'"), 'Null', '+1'].map(
      (value) => ({
        value,
      }),
    ),
    lines('value', '007', '2025-01-01', 'a,b', "it's", "x 'y' z", 'Null', '+1'),
  ],
  [
    'names that are no words',
    Array.from({ length: 3 }, () => ({ 'a\tb': 1, '': 2, null: 3 })),
    lines('"a\\tb"\t""\t"null"', '1\t2\t3', '1\t2\t3', '1\t2\t3'),
  ],
  ['a list of other things', [1, 2, 3, 4, 5, 6], undefined],
  ['a list of objects and others', [...uniform, 1], undefined],
  ['an empty list', [], undefined],
  ['empty objects', [{}, {}, {}], undefined],
  ['two lists', { a: uniform, b: uniform }, undefined],
  ['a list that is deeper', { a: { b: uniform } }, undefined],
  ['a text', 'x', undefined],
  ['what is longer as a table', Array.from({ length: 9 }, (_, n) => ({ [`k${n}`]: 1 })), undefined],
];
for (const [name, json, expected] of tables) {
  test(`a table of ${name}`, () => {
    assert.equal(textFor(JSON.stringify(json)), expected);
  });
}

test('a table keeps every digit', () => {
  const json = '[{"identifier":12345678901234567890,"n":1.10},{"identifier":1E400,"n":-0}]';
  assert.equal(textFor(json), lines('identifier\tn', '12345678901234567890\t1.10', '1E400\t-0'));
});

test('a table can be read in one way only: 1,000 lists that nobody wrote', () => {
  const random = seededRandom(5);
  let tables = 0;
  for (let count = 0; count < 1_000; count += 1) {
    const names = ['id', 'a name', 'é', '"', 'null', 'x\ty'].slice(0, 1 + random(6));
    const items = Array.from({ length: 2 + random(6) }, () => {
      const present = names.filter(() => random(5) > 0);
      return `{${present.map((name) => `${JSON.stringify(name)}:${values[random(values.length)] ?? ''}`).join(',')}}`;
    });
    const json = `[${items.join(',')}]`;
    const text = textFor(json);
    if (text === undefined) continue;
    tables += 1;
    assert.ok(text.length < json.length);
    const [head = '', ...rows] = text.split('\n');
    const columns = head.split('\t').map(valueOf);
    const read = rows.map((row) => {
      const cells = row.split('\t');
      assert.equal(cells.length, columns.length);
      const members = cells.flatMap((cell, index) =>
        cell === '' ? [] : [`${columns[index] ?? ''}:${valueOf(cell)}`],
      );
      return `{${members.toSorted().join(',')}}`;
    });
    const written = items.map((item) => {
      const parsed = parseLossless(item);
      assert.ok(typeof parsed === 'object' && 'members' in parsed);
      return parsed.members.length;
    });
    assert.deepEqual(
      read.map((item) => sorted(item)),
      items.map((item) => sorted(item)),
      json,
    );
    assert.equal(written.length, rows.length);
  }
  assert.ok(tables > 400, `${tables} tables`);
});

/** JSON of all kinds, much of which looks like something else. */
const values = [
  ...['null', '"null"', 'true', '"false"', '1', '"1"', '-0', '"1e5"', '1.10', '"01"', '""', '" "'],
  ...[
    '"a b"',
    '"a\\tb"',
    '"a\\nb"',
    '"\\u0041"',
    '"\\\\"',
    '"\\""',
    '"é"',
    '"\u2028"',
    '"[1]"',
    '"{"',
    '"]"',
  ],
  ...['{"a":"b\\tc"}', '[]', '{}', '["x",1]', '12345678901234567890', '"12345678901234567890"'],
];

/** The JSON that a cell stands for, as a reader finds it out who knows nothing but the rules. */
function valueOf(cell: string): string {
  try {
    JSON.parse(cell);
    return cell;
  } catch {
    return JSON.stringify(cell);
  }
}

/** The members of an object in the order of their names. */
function sorted(json: string): unknown {
  const parsed = parseLossless(json);
  assert.ok(typeof parsed === 'object' && 'members' in parsed);
  return parsed.members.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}

describe('a table as a result', () => {
  const many = Array.from({ length: 3_000 }, (_, id) => ({ id, name: 'x'.repeat(40) }));
  const reply = (body: unknown) => ({
    headers: { 'content-type': 'application/json', link: '</?page=2>; rel="next"' },
    body: JSON.stringify(body),
  });
  const tool: Partial<Tool> = {
    request: { method: 'GET', path: '/', parameters: [{ in: 'query', name: 'page' }] },
  };
  let replies: ReplyServer;
  before(async () => {
    replies = await startReplies();
  });
  after(() => replies[Symbol.asyncDispose]());

  it('is of what was picked', async () => {
    const shape = { fields: 'items[].{id: id, n: name}', table: true };
    const result = await replies.call(reply({ items: uniform }), { tool, shape });
    assert.equal(
      textOf(result),
      lines('id\tn', '0\trow 0', '1\trow 1', '2\trow 2', '3\trow 3') +
        '\n[there is a next page: call again with {"page":"2"}]',
    );
  });

  it('stays JSON where a table is not shorter', async () => {
    const result = await replies.call(reply({ a: 1 }), { shape: { table: true } });
    assert.equal(textOf(result), '{"a":1}');
    const plain = await replies.call(reply(uniform), { shape: { table: false } });
    assert.equal(textOf(plain), JSON.stringify(uniform));
  });

  for (const [place, body] of [
    ['the reply', many],
    ['/items', { total: 3_000, items: many }],
  ] as const) {
    it(`is cut after a line, and says how to go on: ${place}`, async () => {
      const result = await replies.call(reply(body), { tool, shape: { table: true } });
      const [text = '', statement = ''] = result.content.map((block) =>
        block.type === 'text' ? block.text : '',
      );
      assert.ok(text.length + statement.length <= 48_000);
      assert.ok(text.length > 47_000);
      const rows = text.split('\n').filter((line) => /^\d/.test(line));
      for (const row of rows) assert.match(row, /^\d+\tx{40}$/);
      const kept = rows.length.toLocaleString('en-US');
      assert.equal(
        statement,
        `[shortened: ${place} holds 3,000 entries, the first ${kept} are shown; ask for more with the argument \`page\`]`,
      );
    });
  }

  it('of which no line fits is shortened as JSON', async () => {
    const body = [
      { id: 1, text: 'x'.repeat(60_000) },
      { id: 2, text: 'x' },
      { id: 3, text: 'y' },
    ];
    const result = await replies.call(reply(body), { tool, shape: { table: true } });
    const [text = '', statement = ''] = result.content.map((block) =>
      block.type === 'text' ? block.text : '',
    );
    assert.deepEqual(Object.keys((JSON.parse(text) as readonly object[])[0] ?? {}), ['id', 'text']);
    assert.match(statement, /^\[shortened: /);
  });
});
