import { callerIn } from '../call.js';
import type { CustomContext, CustomTool, RankedTool } from '../custom.js';
import { ToolError } from '../tool-error.js';
import type { ToolClass } from '../tool.js';
import type { Reach } from './reach.js';
import type { Searching } from './searching.js';
import { searchTool } from './surface-tools.js';
import { matchTag } from './tags.js';
import { lineOf } from './tool-text.js';

/** Tools that a search shows. */
const MOST_FOUND = 10;
/** Tools of a tag that are shown where nothing is searched for. */
const MOST_OF_TAG = 50;

/** What the input schema lets through. */
interface SearchArguments {
  readonly query?: string;
  readonly tag?: string;
  readonly class?: ToolClass;
}

type IsWanted = (name: string) => boolean;

/** `search_tools`: the tools that do what a model has in mind, or those of a tag. */
export function createSearchTool({ catalog, reachOf, find, rankTools }: Searching): CustomTool {
  const linesOf = (names: readonly string[], reach: Reach): Promise<readonly string[]> =>
    Promise.all(
      names.map(async (name) => {
        const tool = await catalog.callable(name);
        const reachable = reach.get(name);
        return tool === undefined || reachable === undefined ? '' : lineOf(tool, reachable.class);
      }),
    );

  const rank = async (
    query: string,
    isWanted: IsWanted,
    reach: Reach,
    context: CustomContext,
  ): Promise<readonly RankedTool[]> => {
    const found = await find(query, isWanted);
    if (rankTools === undefined) return found;
    const names = [...reach.keys()].filter(isWanted);
    const ranked = await rankTools({ query, found, names }, context);
    return ranked.filter(({ name }) => isWanted(name));
  };

  const listTag = async (isWanted: IsWanted, reach: Reach): Promise<string> => {
    const names = [...reach.keys()].filter(isWanted);
    const lines = await linesOf(names.slice(0, MOST_OF_TAG), reach);
    const more = names.length - lines.length;
    return [...lines, ...(more > 0 ? [`… and ${more} more: search with a query.`] : [])].join('\n');
  };

  return {
    ...searchTool,
    handler: async (args, context) => {
      const { query = '', tag, class: toolClass }: SearchArguments = args;
      const reach = await reachOf(callerIn(context.mcp));
      const isWanted = filterOf(tag, toolClass, reach);
      if (query.trim() !== '') {
        const found = (await rank(query, isWanted, reach, context)).slice(0, MOST_FOUND);
        const names = found.map(({ name }) => name);
        return foundText(found, await linesOf(names, reach));
      }
      if (tag === undefined) throw new ToolError('Give a query, a tag, or both.');
      return listTag(isWanted, reach);
    },
  };
}

function filterOf(
  tag: string | undefined,
  toolClass: ToolClass | undefined,
  reach: Reach,
): IsWanted {
  const hasTag = tag === undefined ? () => true : matchTag(tag, reach);
  return (name) => {
    const tool = reach.get(name);
    if (tool === undefined || !hasTag(tool.tag)) return false;
    return toolClass === undefined || tool.class === toolClass;
  };
}

function foundText(found: readonly RankedTool[], lines: readonly string[]): string {
  if (found.length === 0) return 'No tool fits. Try other words, or another tag or class.';
  const best = found[0]?.score ?? 1;
  return found
    .map(({ score }, place) => `${Math.round((100 * score) / best)} ${lines[place] ?? ''}`)
    .join('\n');
}
