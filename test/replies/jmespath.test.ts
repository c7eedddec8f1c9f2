import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
// The library under its own interpreter, which is not what evaluates here.
import {
  search,
  type JSONValue,
} from '../../templates/node_modules/@jmespath-community/jmespath/dist/index.cjs';
import { EvaluationError } from '../../templates/rooms/core/src/runtime/jmespath/meter.js';
import { readPick } from '../../templates/rooms/core/src/runtime/jmespath/pick.js';
import { seededRandom, type Random } from './random-json.js';

const picked = (expression: string, json: string): string =>
  readPick(expression, 'fields')(json).json;

const shop = JSON.stringify({
  total: 3,
  open: true,
  note: null,
  items: [
    { id: 1, name: 'pear', price: 1.5, tags: ['a', 'b'], owner: { login: 'x', id: 7 } },
    { id: 2, name: 'fig', price: 0.25, tags: [], owner: { login: 'y', id: 8 }, sale: true },
    { id: 3, name: 'apple', price: 9, tags: ['b'], owner: null },
  ],
  by: { one: { n: 1 }, two: { n: 2 } },
});

const standard = [
  ...['@', 'total', 'items', 'nothing', 'items.name', '"items"', 'by.one.n', 'by.*.n', 'by.*'],
  ...['items[0]', 'items[-1].name', 'items[9]', 'items[0].tags[1]', 'total[0]', 'note.x'],
  ...['items[].name', 'items[*].owner.login', 'items[].tags', 'items[].tags[]', 'items[*].tags[0]'],
  ...['items[:2].id', 'items[::-1].id', 'items[-2:].id', 'items[1:9:2].id', 'items[5:1:-1].id'],
  ...['items[?sale].id', 'items[?price > `1`].name', "items[?name == 'fig'] | [0].id"],
  ...['items[?contains(tags, `"b"`)].name', 'items[?!sale].id', 'items[?owner && sale].id'],
  ...['items[?id == `1` || id == `3`].name', 'items[?owner.id >= `8`].id', 'items[?tags].id'],
  ...['items[].{id: id, login: owner.login}', 'items[].[id, name]', '{n: total, all: items[].id}'],
  ...['length(items)', 'length(items[0].name)', 'length(by)', 'keys(by)', 'values(by)[].n'],
  ...['sort_by(items, &name)[].id', 'sort_by(items, &price)[0].name', 'sort(items[].name)'],
  ...['reverse(items)[].id', 'max_by(items, &price).name', 'min_by(items, &price).name'],
  ...['max(items[].price)', 'min(items[].price)', 'sum(items[].price)', 'avg(items[].id)'],
  ...["join(', ', items[].name)", "starts_with(items[0].name, 'pe')", "ends_with('abc', 'bc')"],
  ...['not_null(note, nothing, total)', 'type(note)', 'type(items)', 'to_array(total)'],
  ...['to_string(by)', "to_number('12')", "to_number('x')", 'map(&id, items)', 'map(&sale, items)'],
  ...['merge(by.one, {m: `3`})', "upper('é')", "lower('É')", 'open && total', 'note || total'],
  ...['items[?name != `fig`].id', 'items == items', 'total == `3.0`', 'contains(items[].id, `2`)'],
  ...['avg(`[]`)', 'max(`[]`)', 'sort_by(`[]`, &a)', 'items.length'],
];
for (const expression of standard) {
  test(`picks what JMESPath says: ${expression}`, () => {
    const data = JSON.parse(shop) as JSONValue;
    const expected = search(data, expression, { enable_legacy_literals: true });
    assert.deepEqual(JSON.parse(picked(expression, shop)), expected);
  });
}

test('picks what JMESPath says, of 2,000 expressions that nobody wrote', () => {
  const random = seededRandom(11);
  let told = 0;
  for (let count = 0; count < 2_000; count += 1) {
    const expression = randomExpression(random, 3);
    const data = JSON.parse(shop) as JSONValue;
    const expected = JSON.stringify(search(data, expression));
    assert.equal(picked(expression, shop), expected, expression);
    if (expected.length > 2 && expected !== 'null') told += 1;
  }
  assert.ok(told > 400, `${told} picked something`);
});

/** Of parts that the library takes as the specification has them. */
function randomExpression(random: Random, depth: number): string {
  const one = (of: readonly string[]): string => of[random(of.length)] ?? '';
  const name = one(['items', 'by', 'id', 'name', 'tags', 'owner', 'login', 'one', 'n', 'none']);
  if (depth === 0) return name;
  const inner = (): string => randomExpression(random, depth - 1);
  switch (random(9)) {
    case 0:
      return `${inner()}.${name}`;
    case 1:
      return `${inner()}[].${name}`;
    case 2:
      return `${inner()}[*]`;
    case 3:
      return `items[?${inner()}]`;
    case 4:
      return `${inner()} | ${inner()}`;
    case 5:
      return `${inner()} || ${inner()}`;
    case 6:
      return `items[].{a: ${inner()}, b: ${name}}`;
    case 7:
      return `(${inner()})[${random(4) - 2}]`;
    default:
      return `items[${random(3)}:].${name}`;
  }
}

const own: readonly (readonly [string, expression: string, json: string, expected: string])[] = [
  ['long numbers', '[].{id: id}', '[{"id":12345678901234567890}]', '[{"id":12345678901234567890}]'],
  ['forms of numbers', '[0]', '[1.10]', '1.10'],
  ['the largest', 'max(@)', '[9007199254740993,1.50]', '9007199254740993'],
  ['the text of a number', 'to_string(@)', '9007199254740993', '"9007199254740993"'],
  ['a number in a text', 'to_number(@)', '"9007199254740993"', '9007199254740993'],
  ['neighbours beyond 2^53', '[0] == [1]', '[9007199254740992,9007199254740993]', 'false'],
  [
    'an id as text',
    "[?to_string(id)=='9007199254740993'].n",
    '[{"id":9007199254740993,"n":1}]',
    '[1]',
  ],
  ['the order of members', '@', '{"b":1,"2":1,"a":1,"1":1}', '{"b":1,"2":1,"a":1,"1":1}'],
  ['escaped names', '"é"', '{"\\u00e9":1}', '1'],
  ['escaped texts', "[?@=='é']", '["\\u00e9","e"]', '["\\u00e9"]'],
  ['dates in order', "[?@ > '2025-05'] ", '["2025-04-01","2025-06-01"]', '["2025-06-01"]'],
  [
    'items without a key last',
    'sort_by(@, &a)',
    '[{"b":1},{"a":2},{"a":1}]',
    '[{"a":1},{"a":2},{"b":1}]',
  ],
  ['numbers in a text', "join('-', @)", '[1,"a",2.0]', '"1-a-2.0"'],
  ['no number in nothing', "to_number('')", '{}', 'null'],
  ['nothing inherited', '[constructor, __proto__, toString]', '{"a":1}', '[null,null,null]'],
  ['what is called so', '__proto__.constructor', '{"__proto__":{"constructor":1}}', '1'],
  ['a repeated name', 'a', '{"a":1,"a":2}', '2'],
];
for (const [name, expression, json, expected] of own) {
  test(`keeps what a reply says: ${name}`, () => {
    assert.equal(picked(expression, json), expected);
  });
}

const missed: readonly (readonly [string, readonly string[]])[] = [
  ['items[].{id: id, nam: nam}', ['nam']],
  ['items[].sale', []],
  ['items[].owner.login', []],
  ['items.name', ['name']],
  ['itms[].nam', ['itms']],
  ['items[?stat == `1`].id', ['stat']],
  ['note.x', []],
];
for (const [expression, names] of missed) {
  test(`tells which names are nowhere: ${expression}`, () => {
    assert.deepEqual(readPick(expression, 'fields')(shop).missed, names);
  });
}

const wrong: readonly (readonly [string, RegExp])[] = [
  ['', /it is empty/],
  ['  ', /it is empty/],
  ['id,name', /goes wrong at character 3, at ",name"/],
  ['[].{id: id,}', /goes wrong at character 12, at "}"/],
  ['[].{id}', /goes wrong at character 7, at "}"/],
  ['items[', /ends too early/],
  ['[?a == ', /ends too early/],
  ['a b', /goes wrong at character 3, at "b"/],
  ['a..b', /goes wrong at character 3, at ".b"/],
  ['a = b', /two values are compared with ==/],
  ['$.items', /it has no Root/],
  ['let $a = b in $a', /it has no LetExpression/],
  ['a ? b : c', /it has no Ternary/],
  ['a + b', /it has no Arithmetic/],
  ['é', /goes wrong at character 1, at "é"/],
  ["pad_left(a, `1000000000`, ' ')", /there is no function pad_left; there are avg, contains/],
  ['constructor(a)', /there is no function constructor/],
  ['__proto__(a)', /there is no function __proto__/],
  ['length(a, b)', /length takes 1, not 2 arguments/],
  ['merge()', /merge takes at least 1, not 0 arguments/],
  ['sort_by(a, b)', /sort_by takes an expression such as &name/],
  ['length(&a)', /length takes an expression such as &name where the others take a value/],
  ['&a', /an expression with & stands in functions/],
  ['a[::0]', /a slice has no step of 0/],
  ['[?id == `9007199254740993`]', /compare it as text/],
  ['[?id == `[9007199254740993]`]', /compare it as text/],
  ['a'.repeat(1_001), /it has 1001 characters, and at most 1000 are read/],
  ['a.\u0000b', /goes wrong at character 3, at "\\u0000b"/],
];
for (const [expression, expected] of wrong) {
  test(`says what is wrong with ${JSON.stringify(expression.slice(0, 40))}`, () => {
    assert.throws(
      () => readPick(expression, 'fields_reply'),
      (error: Error) => {
        assert.equal(error.name, 'ArgumentsError');
        assert.match(error.message, /^Nothing was sent\. Correct `fields_reply`: /);
        assert.match(error.message, expected);
        assert.match(
          error.message,
          /e\.g\. \[\]\.\{id: id, owner: owner\.login, tag: \"e-tag\"\}$/,
        );
        assert.ok(error.message.length < 500);
        return true;
      },
    );
  });
}

const refused: readonly (readonly [string, expression: string, RegExp])[] = [
  ['a wrong kind', 'length(total)', /length takes array or object or string, not number/],
  ['no order', 'sort(`[1, "a"]`)', /there is no order among number, string/],
  ['no key', 'sort_by(items, &owner)', /there is no order among object/],
  ['no sum', 'sum(items[].name)', /there is no sum of what holds string/],
  ['a text for an object', "keys('a')", /keys takes object, not string/],
];
for (const [name, expression, expected] of refused) {
  test(`says what cannot be evaluated: ${name}`, () => {
    assert.throws(() => picked(expression, shop), expected);
  });
}

describe('an expression that makes much of 8 MB', () => {
  const rows = Array.from({ length: 30_000 }, (_, id) => ({
    ...{ id, name: `row ${id}`, owner: { login: `user${id % 9}` }, tags: ['a', 'b'] },
    note: 'x'.repeat(150),
  }));
  const large = JSON.stringify(rows);
  const deep = '['.repeat(4_000_000) + ']'.repeat(4_000_000);
  const ones = `[${'1,'.repeat(4_000_000)}1]`;

  it('of a sane kind is evaluated', () => {
    const text = picked('[?id >= `29998`].{id: id, owner: owner.login}', large);
    assert.equal(text, '[{"id":29998,"owner":"user1"},{"id":29999,"owner":"user2"}]');
    assert.equal(picked('length([].tags[])', large), '60000');
  });

  const bombs: readonly (readonly [string, expression: string, json: string])[] = [
    ['copies', `[${'@,'.repeat(400)}@]`, large],
    ['doublings', `@${'|[@,@]'.repeat(150)}`, large],
    ['flattenings', '[]'.repeat(450), large],
    ['flattenings of what is deep', '[]'.repeat(450), deep],
    ['flattenings of what is many', '[]'.repeat(450), ones],
    ['projections', `${'[*].'.repeat(200)}a`, deep],
    ['nested projections', `${'*.['.repeat(160)}@${']'.repeat(160)}`, large],
    ['sorts', Array.from({ length: 30 }, () => 'sort_by(@,&to_string(@))').join('|'), large],
    ['maps', Array.from({ length: 60 }, () => 'map(&[@][0],@)').join('|'), large],
    ['escapes', `${'to_string(['.repeat(70)}@${'])'.repeat(70)}`, large],
    ['joins', `join('${'x'.repeat(900)}', @)`, ones],
    ['filters', `[?${'note==name||'.repeat(75)}a]`, large],
  ];
  for (const [name, expression, json] of bombs) {
    it(`ends, and says why: ${name}`, () => {
      const before = process.memoryUsage().rss;
      try {
        assert.ok(picked(expression, json).length < 15_000_100);
      } catch (error) {
        assert.ok(error instanceof EvaluationError, String(error));
        assert.match(error.message, /it takes too long on this reply|it makes too much of this/);
      }
      assert.ok(process.memoryUsage().rss - before < 1_000_000_000);
    });
  }
});
