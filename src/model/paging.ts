import { listIn } from './reply/outline.js';
import type { MadeTool } from './make-tool.js';
import { compare } from './node.js';

const LEAST_LISTS = 3;
const LEAST_SHARE = 1 / 3;

/** What says where a page begins, by name without case and separators, and how that is to be understood. */
const positions: readonly (readonly [way: string, names: ReadonlySet<string>])[] = [
  ['which page', words('page pageindex pageno pagenumber pagenum')],
  ['where it starts', words('offset skip startat startindex pageoffset')],
  [
    'what it goes on after (from the answer before)',
    words(
      `after continuationtoken continue cursor marker nextcursor nextpagetoken nexttoken pagecursor pagetoken
      skiptoken startafter startingafter`,
    ),
  ],
];
const sizes = words(
  `first itemsperpage limit maxitems maxkeys maxrecords maxresults pagelimit pagesize perpage resultsperpage rows size
  take top`,
);

/**
 * One sentence on how lists are asked for in pages, of the arguments that at least a third of the operations that
 * list share, and at least three; undefined if there are none.
 */
export function describePaging(made: readonly MadeTool[]): string | undefined {
  const lists = made.filter(
    ({ tool, returns: { outline } }) =>
      tool.request.method === 'GET' && outline !== undefined && listIn(outline) !== undefined,
  );
  const counts = new Map<string, number>();
  for (const list of lists) {
    const sentence = sentenceOf(list);
    if (sentence !== undefined) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const [most] = [...counts].sort(
    ([left, some], [right, others]) => others - some || compare(left, right),
  );
  if (most === undefined) return undefined;
  const [sentence, count] = most;
  return count >= LEAST_LISTS && count >= lists.length * LEAST_SHARE ? sentence : undefined;
}

function sentenceOf({ arguments: all }: MadeTool): string | undefined {
  const query = all
    .filter(({ input }) => input.in === 'query')
    .map(({ input, name }) => ({
      name,
      plain: input.name.toLowerCase().replace(/[^a-z0-9]/g, ''),
    }));
  const size = query.find(({ plain }) => sizes.has(plain));
  for (const [way, names] of positions) {
    const position = query.find(({ plain }) => names.has(plain));
    if (position === undefined) continue;
    const much = size === undefined ? '' : `, \`${size.name}\` how many there are`;
    return `Lists come in pages: \`${position.name}\` says ${way}${much}; an answer that is cut says how to go on.`;
  }
  return undefined;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
