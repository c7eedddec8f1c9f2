import { callerIn } from '../call.js';
import type { CustomTool } from '../custom.js';
import type { Tool } from '../tool.js';
import { noArguments } from '../tools.js';
import { exampleArguments } from './example-arguments.js';
import { findNamed, type NamedTool } from './named-tool.js';
import type { Searching } from './searching.js';
import { callNames, describeName, looksOnly } from './surface-names.js';

/** What clients list it by. */
const listed = {
  name: describeName,
  title: 'Describe a tool',
  description:
    'Shows what a tool does, its arguments as a JSON Schema, an example of a call, and what it returns.',
  annotations: looksOnly,
  inputSchema: {
    type: 'object',
    properties: { name: { type: 'string', maxLength: 200, description: 'Name of the tool.' } },
    required: ['name'],
    additionalProperties: false,
  },
  access: [],
} as const satisfies Omit<CustomTool, 'handler'>;

/** `describe_tool`: what a model must know of a tool to call it. */
export function createDescribeTool({ catalog, reachOf, find }: Searching): CustomTool {
  return {
    ...listed,
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
