const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}]+/gu;
const markup = /[\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What starts a heading, a list, a rule or an underline when it stands first. */
const blockStart = /^(?=[#+=-])|^(\d{1,9})(?=[.)](?:\s|$))/;
/** GitHub makes links of these without being asked. */
const autolink = /(?<=https?|ftp|mailto|xmpp)(?=:)|(?<=\bwww)(?=\.)|(?=@)/giu;

/** The text as one line of plain Markdown prose, wherever it stands: no markup, HTML, link or table cell comes of it. */
export function md(text: string): string {
  return text
    .replace(invisible, ' ')
    .trim()
    .replace(markup, '\\$&')
    .replace(blockStart, '$1\\')
    .replace(autolink, '\\')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
