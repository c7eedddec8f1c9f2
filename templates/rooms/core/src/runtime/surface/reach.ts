import type { Access } from '../access/access.js';
import { classLetters, classOf } from '../access/tool-class.js';
import type { Catalog } from '../catalog.js';
import { localCaller, type Caller } from '../inbound/caller.js';
import type { Foundation } from '../services.js';
import type { ServerDefinition, ToolClass } from '../tool.js';
import type { SurfaceDefinition } from './surface-definition.js';

/** The tools that a caller may use, by name, in the order of the list. */
export type Reach = ReadonlyMap<string, ReachableTool>;

export interface ReachableTool {
  readonly class: ToolClass;
  /** Absent: only custom code serves it. */
  readonly tag?: string;
}

/** The classes of what a caller may search for. */
export function classesOf(reach: Reach): readonly ToolClass[] {
  const searched = [...reach.values()].filter(({ tag }) => tag !== undefined);
  const classes = new Set(searched.map((tool) => tool.class));
  return (['read', 'write', 'destructive'] as const).filter((toolClass) => classes.has(toolClass));
}

/** Callers of different grants whose reach is kept: of an API of 22,000 operations it takes a megabyte. */
const MOST_KEPT = 50;

/**
 * Tells what callers may use. Where they do not differ it takes no tool's data for that; where they do, all of it is
 * loaded once.
 */
export function createReach(
  { runtime, catalog, access, changes }: Foundation,
  surface: SurfaceDefinition,
): (caller: Caller) => Promise<Reach> {
  const tags = readTags(runtime.definition, surface);
  const kept = new Map<string, Promise<Reach>>();
  changes.bus.subscribe(({ kind }) => {
    if (kind === 'tools_list_changed') kept.clear();
  });
  return (caller) => {
    const key = access.perCaller ? grantsKey(caller) : '';
    const known = kept.get(key);
    if (known !== undefined) return known;
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const reach = readReach(caller, tags, catalog, access);
    kept.set(key, reach);
    return reach;
  };
}

/** What callers differ by. */
function grantsKey(caller: Caller): string {
  const { name, scopes = [], roles = [] } = caller;
  return caller === localCaller ? '' : JSON.stringify([name, scopes, roles]);
}

function readTags(
  { groups }: ServerDefinition,
  { tags }: SurfaceDefinition,
): ReadonlyMap<string, ReachableTool> {
  const found = new Map<string, ReachableTool>();
  for (const [group, { tools }] of groups.entries()) {
    const { title: tag = '', classes = '' } = tags[group] ?? {};
    for (const [place, name] of tools.entries()) {
      const toolClass = classLetters.get(classes[place] ?? '');
      if (toolClass !== undefined) found.set(name, { class: toolClass, tag });
    }
  }
  return found;
}

async function readReach(
  caller: Caller,
  tags: ReadonlyMap<string, ReachableTool>,
  catalog: Catalog,
  access: Access,
): Promise<Reach> {
  const reach = new Map<string, ReachableTool>();
  for (const name of catalog.names) {
    const generated = tags.get(name);
    const custom = catalog.custom(name);
    if (generated !== undefined && custom === undefined && !access.perCaller) {
      if (access.allowsClass(generated.class)) reach.set(name, generated);
      continue;
    }
    const tool = await catalog.callable(name);
    if (tool === undefined || !access.allows(caller, tool)) continue;
    const toolClass = classOf(tool);
    // A custom tool in the place of a generated one may do more or less.
    reach.set(
      name,
      generated?.class === toolClass ? generated : { ...generated, class: toolClass },
    );
  }
  return reach;
}
