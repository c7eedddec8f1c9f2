import { adds, changes, reads } from '../annotations.js';
import type { Arguments, CustomTool } from '../custom.js';
import { checkArguments } from '../perform.js';
import { ToolError } from '../tool-error.js';
import type { InputSchema, Tool, ToolAnnotations, ToolClass } from '../tool.js';
import { findNamed } from './named-tool.js';
import type { Reach } from './reach.js';
import type { Searching } from './searching.js';
import { callNames, describeName } from './surface-names.js';

/** The call that a model makes by way of a call tool. */
export interface Target {
  readonly tool: Tool | CustomTool;
  readonly arguments: Arguments;
}

const inputSchema: InputSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 200, description: 'Name of the tool.' },
    arguments: {
      type: 'object',
      description: `The tool's own arguments, as ${describeName} shows.`,
    },
  },
  required: ['name'],
  additionalProperties: false,
};

interface CallTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly annotations: ToolAnnotations;
  readonly inputSchema: InputSchema;
}

/** What clients list them by. */
export const callTools: Readonly<Record<ToolClass, CallTool>> = {
  read: {
    name: callNames.read,
    title: 'Call a tool that reads',
    description: 'Calls a tool of the class read by name: it changes nothing.',
    annotations: reads,
    inputSchema,
  },
  write: {
    name: callNames.write,
    title: 'Call a tool that writes',
    description: 'Calls a tool of the class write by name: it adds or sends something.',
    annotations: adds,
    inputSchema,
  },
  destructive: {
    name: callNames.destructive,
    title: 'Call a tool that changes or deletes',
    description:
      'Calls a tool of the class destructive by name: it may change or delete what is there.',
    annotations: changes,
    inputSchema,
  },
};

/**
 * What is called by the arguments of the call tool of a class.
 * @throws ToolError that says what is wrong with them, or which other call tool it is.
 */
export async function readTarget(
  toolClass: ToolClass,
  args: Arguments,
  reach: Reach,
  { catalog, find }: Searching,
): Promise<Target> {
  checkArguments(callNames[toolClass], inputSchema, args);
  const { name = '', arguments: given = {} } = args as {
    readonly name?: string;
    readonly arguments?: Arguments;
  };
  const hidden = reach.has(name) ? undefined : await catalog.callable(name);
  // The call of it is refused, and recorded, as where it is called directly.
  if (hidden !== undefined) return { tool: hidden, arguments: given };
  const found = await findNamed(name, reach, catalog, find);
  if (found.class === toolClass) return { tool: found.tool, arguments: given };
  throw new ToolError(
    `Nothing was sent: ${found.tool.name} is of the class ${found.class}. Call it with ${callNames[found.class]}.`,
  );
}
