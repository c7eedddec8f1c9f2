import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from '../../src/model/text.js';

const cases: readonly (readonly [name: string, text: string, limit: number, expected: string])[] = [
  ['HTML', '<p>Hello <b>world</b>.</p><p>See &amp; &#x41;</p>', 99, 'Hello world. See & A'],
  ['placeholders', 'Use <accountId> and x < 3 > 2', 99, 'Use <accountId> and x < 3 > 2'],
  ['tags that the text closes', '<note><fullname>A</fullname></note>', 99, 'A'],
  ['scripts and comments', 'a <script>b()</script> c <!-- d --> e <style>f', 99, 'a c e'],
  ['images and links', '![alt](http://a/b.png) [text](https://c "t") `d`', 99, 'text `d`'],
  ['no links', 'a[0], b[x](y z)', 99, 'a[0], b[x](y z)'],
  ['whitespace', ' a\r\n\n b\u2028c\td ', 99, 'a b c d'],
  ['invisible characters', 'a\u200b\u202e\u{e0041}\u00ad\ufe0f\u0007b\ud800', 99, 'ab'],
  ['tokens of a model', 'a <|endoftext|> b', 99, 'a b'],
  ['a sentence', 'One sentence. Two sentences. Three', 30, 'One sentence. Two sentences.'],
  ['a word', 'aaaa bbbb cccc', 12, 'aaaa bbbb…'],
  ['code points', '😀😀😀😀😀', 3, '😀😀…'],
  ['exactly the limit', 'Hello.', 6, 'Hello.'],
  ['nothing', 'Hello', 0, ''],
];

for (const [name, text, limit, expected] of cases) {
  test(`plain text: ${name}`, () => {
    const plain = plainText(text, limit);
    assert.equal(plain, expected);
    assert.ok(Array.from(plain).length <= limit);
  });
}
