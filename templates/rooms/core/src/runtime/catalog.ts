import type { Custom, CustomTool } from './custom.js';
import type { ServerDefinition, Tool, ToolGroup } from './tool.js';

/** The tools of the server by name: generated ones, loaded a group at a time, and custom ones. */
export interface Catalog {
  /** Every name, in the order of the list; those of tools that are only resources as well. */
  readonly names: readonly string[];
  /** The tool that clients call by a name. */
  readonly callable: (name: string) => Promise<Tool | CustomTool | undefined>;
  /** The generated tool of a name, even if a custom one replaces it. */
  readonly generated: (name: string) => Promise<Tool | undefined>;
  /** The custom tool of a name. */
  readonly custom: (name: string) => CustomTool | undefined;
  /** Reads the custom tools again. */
  readonly refresh: () => void;
}

export function createCatalog(definition: ServerDefinition, custom: Custom): Catalog {
  const groups = new Map<string, ToolGroup>(
    definition.groups.flatMap((group) => group.tools.map((name) => [name, group] as const)),
  );
  let customTools: ReadonlyMap<string, CustomTool> = new Map();
  let names: readonly string[] = [];
  const refresh = (): void => {
    customTools = new Map((custom.tools ?? []).map((tool) => [tool.name, tool]));
    names = [...new Set([...groups.keys(), ...customTools.keys()])];
  };
  refresh();
  const loaded = new Map<ToolGroup, Promise<ReadonlyMap<string, Tool>>>();
  const load = async (group: ToolGroup): Promise<ReadonlyMap<string, Tool>> => {
    const { tools } = await group.load();
    return new Map(tools.map((tool) => [tool.name, tool]));
  };
  const generated = async (name: string): Promise<Tool | undefined> => {
    const group = groups.get(name);
    if (group === undefined) return undefined;
    const tools = loaded.get(group) ?? load(group);
    loaded.set(group, tools);
    return (await tools).get(name);
  };
  return {
    get names() {
      return names;
    },
    generated,
    custom: (name) => customTools.get(name),
    refresh,
    callable: async (name) => {
      const customTool = customTools.get(name);
      const tool = await generated(name);
      if (customTool !== undefined) return inPlaceOf(tool, customTool);
      return tool?.resourceOnly ? undefined : tool;
    },
  };
}

/** A custom tool that replaces a generated one is for the same callers and as often, unless it says otherwise. */
function inPlaceOf(replaced: Tool | undefined, tool: CustomTool): CustomTool {
  if (replaced === undefined) return tool;
  const { access = replaced.access ?? [], rateLimit = replaced.rateLimit } = tool;
  return { ...tool, access, ...(rateLimit && { rateLimit }) };
}
