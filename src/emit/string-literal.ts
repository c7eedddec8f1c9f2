const harmless = /^[ !#-&(-[\]-~]*$/;
/** What cannot be seen, or is not what it seems: controls, bidi marks, invisible and private characters, odd spaces, lone surrogates. */
const escaped =
  /[\\\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;
const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** The string as a literal on one line that evaluates to it, in the quotes that need fewer escapes. */
export function stringLiteral(text: string): string {
  if (harmless.test(text)) return `'${text}'`;
  const quote = count(text, "'") > count(text, '"') ? '"' : "'";
  const body = text.replace(escaped, escapeCharacter).replaceAll(quote, `\\${quote}`);
  return `${quote}${body}${quote}`;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function escapeCharacter(character: string): string {
  return (
    shortEscapes.get(character) ??
    Array.from({ length: character.length }, (_, unit) =>
      unicodeEscape(character.charCodeAt(unit)),
    ).join('')
  );
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
