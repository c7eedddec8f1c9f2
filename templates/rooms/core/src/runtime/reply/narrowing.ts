import { argumentOf } from '../request/given.js';
import type { Tool } from '../tool.js';

const paging = new Set(
  (
    'after before begin continuationtoken continue count cursor end endingbefore first itemsperpage last limit marker ' +
    'maxitems maxkeys maxrecords maxresults nextcursor nextpagetoken nexttoken offset page pagecursor pageindex ' +
    'pagelimit pageno pagenumber pageoffset pages pagesize pagetoken perpage resultsperpage rows size skip skiptoken ' +
    'start startafter startat startindex startingafter take token top'
  ).split(' '),
);
const choosing =
  /^(?:fields?|select|filters?|query|search|where|columns|projection|since|until|q$)/;
const MOST_NAMES = 8;

/** E.g. "ask for more with the arguments `page`, `per_page`": the operation's own ways to get the rest of a list. */
export function waysToMore(tool: Tool): string {
  const pages = queryArguments(tool, (name) => paging.has(name));
  return pages.length > 0 ? `ask for more with ${list(pages)}` : waysToLess(tool);
}

/** E.g. "ask for less with the argument `fields`": its own ways to get a shorter answer. */
export function waysToLess(tool: Tool): string {
  const own = queryArguments(tool, (name) => paging.has(name) || choosing.test(name));
  const names = tool.shape?.fields === undefined ? own : [tool.shape.fields, ...own];
  return names.length > 0 ? `ask for less with ${list(names)}` : 'this operation cannot give less';
}

function queryArguments(tool: Tool, isWanted: (name: string) => boolean): readonly string[] {
  return (tool.request.parameters ?? [])
    .filter((parameter) => parameter.in === 'query')
    .filter(({ name }) => isWanted(name.toLowerCase().replace(/[^a-z0-9]/g, '')))
    .map(argumentOf)
    .slice(0, MOST_NAMES);
}

function list(names: readonly string[]): string {
  return `the argument${names.length > 1 ? 's' : ''} ${names.map((name) => `\`${name}\``).join(', ')}`;
}
