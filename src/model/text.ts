/** Elements that occur in descriptions; `<accountId>` is a placeholder and stays. */
const inlineElements: ReadonlySet<string> = new Set(
  `a abbr b cite code del em font i img ins kbd mark q s samp small span strike strong sub sup tt u var
  wbr`.split(/\s+/),
);
const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote body br button caption center col dd details div dl dt figcaption figure
  footer form h1 h2 h3 h4 h5 h6 head header hr html iframe input label legend li link main meta nav ol option p
  picture pre section select source summary svg table tbody td tfoot th thead title tr ul video`.split(
    /\s+/,
  ),
);

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** Only so much of a text is read for each character that may stay: markup takes room of its own. */
const readingFactor = 20;

/**
 * One line of plain text for a model: HTML, images, control and invisible characters are dropped, Markdown stays
 * as it is written but for links, which keep their text. Cut at the end of a sentence, else of a word, to at most
 * `limit` characters (code points).
 */
export function plainText(text: string, limit: number): string {
  return cut(withoutMarks(fold(withoutMarkup(text.slice(0, limit * readingFactor)))), limit);
}

/** Characters that nobody sees; what separates lines and words is not among them. */
const invisible = /(?![\s\u0085])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;

function withoutMarkup(text: string): string {
  if (!/[<&\[]/.test(text)) return text;
  return decodeEntities(
    withoutElements(withoutBlocks(text.replace(invisible, '')))
      .replace(/!\[[^[\]]*\]\([^()\s]*(?:\s+"[^"]*")?\)/g, ' ')
      .replace(/\[([^[\]]+)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1'),
  );
}

/** Comments, scripts and styles go with what they hold. */
function withoutBlocks(text: string): string {
  let rest = text;
  for (const [start, end] of [
    [/<!--/, '-->'],
    [/<script\b/i, '</script>'],
    [/<style\b/i, '</style>'],
  ] as const) {
    for (let at = rest.search(start); at >= 0; at = rest.search(start)) {
      const close = rest.toLowerCase().indexOf(end, at);
      rest = `${rest.slice(0, at)} ${close < 0 ? '' : rest.slice(close + end.length)}`;
    }
  }
  return rest;
}

/** Tags of HTML, and of whatever else the text itself closes, as AWS's `<note>`. */
function withoutElements(text: string): string {
  const closed = new Set([...text.matchAll(/<\/([a-z][\w-]*)\s*>/gi)].map(([, name]) => name));
  return text.replace(/<\/?([a-z][\w-]*)(?![\w-])[^<>]*>/gi, (tag, name: string) => {
    const element = name.toLowerCase();
    if (inlineElements.has(element)) return '';
    return blockElements.has(element) || closed.has(name) ? ' ' : tag;
  });
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (entity, ...groups) => {
    const [decimal, hex, name] = groups as readonly (string | undefined)[];
    if (name !== undefined) return entities.get(name.toLowerCase()) ?? entity;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

/** What `fold` leaves as it is: most texts. */
const folded = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Whitespace becomes single spaces; characters that nobody sees, lone surrogates included, go. */
function fold(text: string): string {
  if (folded.test(text)) return text;
  const line = text.replace(/[\s\u0085]+/gu, ' ').trim();
  if (/^[ -~]*$/.test(line)) return line;
  return line.replace(invisible, '').replace(/ {2,}/g, ' ').trim();
}

/** Marks of chat templates, such as `<|im_end|>`, say nothing to a reader; last, for an entity may have been one. */
function withoutMarks(text: string): string {
  return text.includes('<|') ? fold(text.replace(/<\|[^<>|]*\|>/g, ' ')) : text;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const head = characters.slice(0, limit + 1).join('');
  const sentence = /^[^]*[.!?。](?=\s)/u.exec(head)?.[0] ?? '';
  if (sentence.length * 2 >= head.length) return sentence;
  const start = characters.slice(0, Math.max(limit - 1, 0)).join('');
  const space = start.lastIndexOf(' ');
  const words = space * 2 > start.length ? start.slice(0, space) : start;
  return limit === 0 ? '' : `${words}…`;
}
