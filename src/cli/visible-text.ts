/** What moves a terminal's cursor, paints, reorders or hides text. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The text for a terminal: control and invisible characters, line ends included, as `\u{1b}`. */
export function visibleText(text: string): string {
  return text.replace(
    unseen,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
