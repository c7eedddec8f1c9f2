import assert from 'node:assert/strict';
import { test } from 'node:test';
import { md } from '../../src/emit/markdown.js';

const cases: readonly (readonly [text: string, expected: string])[] = [
  ['Finds pets by status.', 'Finds pets by status.'],
  ['  two\r\nlines\u2028and\u0000 more ', 'two lines and more'],
  ['<script>&amp;', '&lt;script&gt;&amp;amp;'],
  ['[a](javascript:x) ![b]', '\\[a\\](javascript:x) !\\[b\\]'],
  ['a | b `c` **d** ~~e~~', 'a \\| b \\`c\\` \\*\\*d\\*\\* \\~\\~e\\~\\~'],
  ['snake_case and _emphasis_', 'snake_case and \\_emphasis\\_'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['1.0.0', '1.0.0'],
  [
    'see https://evil.example or me@evil.example',
    'see https\\://evil.example or me\\@evil.example',
  ],
  ['www.evil.example', 'www\\.evil.example'],
  ['\\', '\\\\'],
  ['a\u202eb\u200bc', 'a b c'],
];

test('md makes one line of plain prose', () => {
  for (const [text, expected] of cases) assert.equal(md(text), expected);
});
