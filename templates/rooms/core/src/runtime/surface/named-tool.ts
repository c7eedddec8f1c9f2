import type { Catalog } from '../catalog.js';
import type { CustomTool } from '../custom.js';
import { ToolError } from '../tool-error.js';
import type { Tool, ToolClass } from '../tool.js';
import type { Reach } from './reach.js';
import { searchName } from './surface-names.js';
import type { FindTools } from './tool-finder.js';

/** A tool that a model has named. */
export interface NamedTool {
  readonly tool: Tool | CustomTool;
  readonly class: ToolClass;
}

/** Names that are shown in place of one that does not exist. */
const MOST_MEANT = 3;

/** Longest name that is repeated to who has made it up. */
const LONGEST_NAME = 100;

/**
 * The tool of a name, written in whatever case and with whatever between its words.
 * @throws ToolError that names the nearest tools if the caller has none of the name.
 */
export async function findNamed(
  name: string,
  reach: Reach,
  catalog: Catalog,
  find: FindTools,
): Promise<NamedTool> {
  const known = reach.has(name) ? name : alike(name, reach);
  const tool = known === undefined ? undefined : await catalog.callable(known);
  const { class: toolClass } = reach.get(known ?? '') ?? {};
  if (tool !== undefined && toolClass !== undefined) return { tool, class: toolClass };
  const meant = (await find(name, (each) => reach.has(each))).slice(0, MOST_MEANT);
  const names = meant.map((each) => each.name).join(', ');
  const help = names === '' ? '' : `Did you mean ${names}? `;
  const shown = JSON.stringify(name.slice(0, LONGEST_NAME));
  throw new ToolError(`There is no tool ${shown}. ${help}${searchName} finds tools.`);
}

/** The one name of the same letters and digits. */
function alike(name: string, reach: Reach): string | undefined {
  const letters = lettersOf(name);
  const same = [...reach.keys()].filter((each) => lettersOf(each) === letters);
  return same.length === 1 ? same[0] : undefined;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
