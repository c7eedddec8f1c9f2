import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Call } from '../call.js';
import type { Arguments, CustomTool } from '../custom.js';
import { takePage } from '../page.js';
import { textResult } from '../reply/result.js';
import type { Services } from '../services.js';
import { ToolError } from '../tool-error.js';
import type { ToolClass } from '../tool.js';
import { listed, noArguments, type Tools } from '../tools.js';
import { readTarget, type Target } from './call-tools.js';
import { createDescribeTool } from './describe-tool.js';
import { searchInstructions } from './instructions.js';
import { missedSchemas } from './missed-schemas.js';
import { classesOf, type Reach } from './reach.js';
import { createSearchTool } from './search-tool.js';
import type { Searching } from './searching.js';
import type { SurfaceDefinition } from './surface-definition.js';
import type { Surface } from './surface.js';
import { callClasses, callNames, surfaceNames } from './surface-names.js';
import { surfaceTools } from './surface-tools.js';
import { createToolFinder } from './tool-finder.js';

/**
 * A few tools in the place of many: to find them, to describe one, and to call one by name, which is the same call as
 * where it is listed. Favourites and custom tools stand beside them, and any other tool may be called directly as well.
 */
export function createSearchSurface(
  { follow, catalog, loadCalls, runtime }: Omit<Services, 'tools'>,
  surface: SurfaceDefinition,
  reachOf: Searching['reachOf'],
  all: Tools,
): Surface {
  const { definition, custom } = runtime;
  const find = createToolFinder(definition, surface);
  const searching: Searching = { catalog, reachOf, find, rankTools: custom.hooks?.rankTools };
  const own: readonly CustomTool[] = [createSearchTool(searching), createDescribeTool(searching)];

  const told = new WeakMap<Reach, string>();

  const besides = async (reach: Reach) => {
    const names = [...reach.keys()].filter(
      (name) => surface.favourites.includes(name) || catalog.custom(name) !== undefined,
    );
    const tools = await Promise.all(names.map((name) => catalog.callable(name)));
    return tools.flatMap((tool) =>
      tool === undefined || surfaceNames.includes(tool.name) ? [] : [tool],
    );
  };

  const callByName = async (
    toolClass: ToolClass,
    args: Arguments,
    call: Call,
  ): Promise<CallToolResult> => {
    let target: Target;
    try {
      target = await readTarget(toolClass, args, await reachOf(call.caller), searching);
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      const subject = { kind: 'tool', name: callNames[toolClass], arguments: args } as const;
      return follow(subject, call, () => Promise.resolve(textResult(error.message, true)));
    }
    const { tool, arguments: given, shape } = target;
    // What has no output schema has no structure: the text is the same.
    const { content, isError = false } = await all.call(tool.name, given, call, shape);
    if (!isError) return { content };
    const missed = missedSchemas(tool.inputSchema ?? noArguments, given);
    const more = missed === '' ? [] : [{ type: 'text', text: missed } as const];
    return { content: [...content, ...more], isError };
  };

  return {
    list: async (cursor, caller) => {
      const reach = await reachOf(caller);
      const tools = [...surfaceTools(classesOf(reach)), ...(await besides(reach))];
      const page = await takePage(tools, cursor, listed);
      return { tools: page.items, ...page.next };
    },
    call: async (name, args, call) => {
      const tool = own.find((each) => each.name === name);
      if (tool !== undefined) {
        const subject = { kind: 'tool', name, arguments: args } as const;
        const { callTool } = await loadCalls();
        return follow(subject, call, (followed) => callTool(tool, args, followed));
      }
      const toolClass = callClasses.get(name);
      return toolClass === undefined
        ? all.call(name, args, call)
        : callByName(toolClass, args, call);
    },
    instructions: async (caller) => {
      const reach = await reachOf(caller);
      const text = told.get(reach) ?? searchInstructions(definition, reach);
      told.set(reach, text);
      return text;
    },
  };
}
