/** What is beyond is not read: a page that long is no message. */
const MOST_CHARS = 500_000;
/** The parser's time grows with the depth of open elements. */
const DEEPEST = 1_000;
const CHUNK = 16_384;

const silent = new Set(['script', 'style', 'svg', 'template', 'iframe', 'object']);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * The text of an HTML document, its title and the texts of its links among it: an element that is not inline begins
 * a line, whitespace is collapsed, scripts, styles and drawings are left out. The parser is loaded at the first call.
 */
export async function htmlText(html: string): Promise<string> {
  const { Parser } = await import('htmlparser2');
  const parts: string[] = [];
  let depth = 0;
  let silentDepth = 0;
  const parser = new Parser({
    onopentagname(name) {
      depth += 1;
      if (silent.has(name)) silentDepth += 1;
      if (!inline.has(name)) parts.push('\n');
    },
    onclosetag(name) {
      depth -= 1;
      if (silent.has(name)) silentDepth -= 1;
      if (!inline.has(name)) parts.push('\n');
    },
    ontext(text) {
      if (silentDepth === 0) parts.push(text.replace(/\s+/g, ' '));
    },
  });
  const end = Math.min(html.length, MOST_CHARS);
  for (let start = 0; start < end && depth < DEEPEST; start += CHUNK) {
    parser.write(html.slice(start, Math.min(start + CHUNK, end)));
  }
  parser.end();
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
