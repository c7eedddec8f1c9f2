import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccepts, compile, translate } from './support.js';

const linear = [
  '^[a-z0-9]+$',
  '^[a-z]([a-z0-9-]*[a-z0-9])?$',
  '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*x$',
  '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$',
  '^([0-9a-f]{2})*$',
  '^(?=.*\\d)(?=.*[a-z]).{8,}$',
  '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$',
  '^\\p{L}+$',
  '[\\w+=,.@-]+',
  '\\S',
  '^$|^[a-z]{3}$',
];

const superlinear = [
  '^(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '^([a-z]{1,10})*$',
  '^(a{1,30}){1,30}$',
  '^((a?|b?)c)*$',
  '^(a?){30}a{30}$',
  '^a((b+)+x)?',
  '^\\d+\\d+$',
  '^.*a.*b$',
  '^(?:(?=.*x).)*$',
  '^(a+)\\1$',
  '^[a-z]*(?=.*x)y',
  'a+^',
  '[a-z]+x',
  '\\s+$',
  '^(.*a){20}$',
  `^(${'(a|a)'.repeat(20)})$`,
];

test('patterns that take linear time are kept', () => {
  for (const pattern of linear) {
    const { schema, codes } = translate({ type: 'string', pattern });
    assert.equal(schema['pattern'], pattern);
    assert.deepEqual(codes, []);
  }
});

test('patterns that may take longer become description', () => {
  for (const pattern of superlinear) {
    const { schema, codes } = translate({ type: 'string', pattern });
    assert.deepEqual(schema, { type: 'string', description: `Pattern: ${pattern}` });
    assert.deepEqual(codes, ['MG307']);
  }
});

test('patterns are rewritten where their meaning is clear', () => {
  const rewritten: readonly (readonly [string, string])[] = [
    ['^[a-z\\-\\_]+\\:$', '^[a-z\\-_]+:$'],
    ['/^abc$/', '^abc$'],
    ['\\A\\d+\\z', '^\\d+$'],
    ['^[\\w-.]+$', '^[\\w\\-.]+$'],
    ['^{a}$', '^\\{a\\}$'],
    ['^\\@[^\\"]$', '^@[^"]$'],
  ];
  for (const [pattern, expected] of rewritten) {
    const { schema, codes } = translate({ type: 'string', pattern });
    assert.equal(schema['pattern'], expected);
    assert.deepEqual(codes, ['MG308']);
    compile(schema);
  }
});

test('patterns that mean nothing to ECMAScript become description', () => {
  for (const pattern of ['(?P<a>.)', '/^abc$/i', '[', '\\p{IsLetter}', '(?i)a', 'a'.repeat(2000)]) {
    const { schema, codes } = translate({ type: 'string', pattern });
    assert.equal(schema['pattern'], undefined, pattern);
    assert.match(String(schema['description']), /^Pattern: /);
    assert.deepEqual(codes, ['MG307']);
  }
});

test('a name pattern that cannot be used leaves the object open', () => {
  const { schema, codes } = translate(
    {
      type: 'object',
      patternProperties: { '^(a+)+$': { type: 'string' }, '^b': { type: 'integer' } },
      additionalProperties: false,
    },
    {},
    '3.1.0',
  );
  assert.deepEqual(schema, { type: 'object', patternProperties: { '^b': { type: 'integer' } } });
  assert.deepEqual(codes, ['MG307']);
  assertAccepts(schema, [{ aa: 'x', b: 1 }]);
});
