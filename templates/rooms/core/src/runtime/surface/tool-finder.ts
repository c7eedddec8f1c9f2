import type { RankedTool } from '../custom.js';
import { createSearch, type Search } from '../search/search.js';
import type { ServerDefinition } from '../tool.js';
import type { SurfaceDefinition } from './surface-definition.js';

/** The generated tools that fit a query in words, the best first: of those whose names `isWanted`. */
export type FindTools = (
  query: string,
  isWanted: (name: string) => boolean,
) => Promise<readonly RankedTool[]>;

/** The search over a server's tools; its index is loaded with the first query. */
export function createToolFinder(
  { groups }: ServerDefinition,
  surface: SurfaceDefinition,
): FindTools {
  const names = groups.flatMap(({ tools }) => tools);
  let loading: Promise<Search> | undefined;
  return async (query, isWanted) => {
    loading ??= surface.index().then(({ index }) => createSearch(index));
    const search = await loading;
    const found = search(query, (tool) => isWanted(names[tool] ?? ''));
    return found.map(({ tool, score }) => ({ name: names[tool] ?? '', score }));
  };
}
