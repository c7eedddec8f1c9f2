const ascii = /^[ -~]*$/;
const zeroWidth = /[\p{Mn}\p{Me}]/u;
const doubleWidth =
  /(?![\u{1f1e6}-\u{1f1ff}])[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/** Columns that one line of text takes: two for East Asian wide characters (UAX #11) and emoji, none for combining marks. */
export function textWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (zeroWidth.test(character)) continue;
    width += doubleWidth.test(character) ? 2 : 1;
  }
  return width;
}
