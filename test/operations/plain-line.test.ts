import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  escapeControls,
  readableLine,
} from '../../templates/rooms/core/src/runtime/log/plain-line.js';

describe('a line of the log', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['plain', 'plain'],
    ['grüße 漢字 🐶', 'grüße 漢字 🐶'],
    ['a\nb\tc\u007f', 'a\\u000ab\\u0009c\\u007f'],
    ['\u001b]0;x\u0007\u009b', '\\u001b]0;x\\u0007\\u009b'],
    ['\u202e\u2028\ufeff\u{e0041}', '\\u202e\\u2028\\ufeff\\udb40\\udc41'],
  ];
  for (const [text, escaped] of texts) {
    it(`shows ${escaped}`, () => {
      assert.equal(escapeControls(text), escaped);
      assert.equal(JSON.parse(escapeControls(JSON.stringify(text))), text);
    });
  }

  const time = '2026-01-02T03:04:05.678Z';
  it('has colours for a terminal only, and none of its own', () => {
    const json = JSON.stringify({
      ...{ level: 'warn', time, tool: 'get_pet', 'n\u001b': { list: ['\u001b'] } },
      message: '\u001b[31mhello',
    });
    assert.equal(
      readableLine(json, false),
      '03:04:05 warn  \\u001b[31mhello tool=get_pet n\\u001b={"list":["\\u001b"]}',
    );
    assert.equal(
      readableLine(json, true),
      '\u001b[90m03:04:05\u001b[0m \u001b[33mwarn \u001b[0m \\u001b[31mhello' +
        ' \u001b[90mtool=\u001b[0mget_pet \u001b[90mn\\u001b=\u001b[0m{"list":["\\u001b"]}',
    );
  });
});
