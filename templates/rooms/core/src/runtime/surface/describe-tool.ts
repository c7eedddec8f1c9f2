import { callerIn } from '../call.js';
import type { CustomTool } from '../custom.js';
import type { Tool } from '../tool.js';
import { noArguments } from '../tools.js';
import { exampleArguments } from './example-arguments.js';
import { findNamed, type NamedTool } from './named-tool.js';
import type { Searching } from './searching.js';
import { callNames } from './surface-names.js';
import { describeTool } from './surface-tools.js';

/** `describe_tool`: what a model must know of a tool to call it. */
export function createDescribeTool({ catalog, reachOf, find }: Searching): CustomTool {
  return {
    ...describeTool,
    handler: async (args, context) => {
      const { name }: { readonly name?: string } = args;
      const reach = await reachOf(callerIn(context.mcp));
      return describe(await findNamed(name ?? '', reach, catalog, find));
    },
  };
}

function describe({ tool, class: toolClass }: NamedTool): string {
  const { name, title, description, inputSchema = noArguments } = tool;
  const { returns }: Partial<Tool> = 'handler' in tool ? {} : tool;
  const example = exampleArguments(inputSchema);
  const call = { name, ...(example && { arguments: example }) };
  return [
    `${name} [${toolClass}]${title === undefined ? '' : `: ${title}`}`,
    ...(description === title ? [] : [description]),
    `Arguments: ${JSON.stringify(inputSchema)}`,
    ...(example === undefined
      ? [`Call it with ${callNames[toolClass]}.`]
      : [`Example: ${callNames[toolClass]} ${JSON.stringify(call)}`]),
    ...(returns === undefined ? [] : [`Returns: ${returns}`]),
  ].join('\n');
}
