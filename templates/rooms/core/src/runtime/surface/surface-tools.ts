import { adds, changes, reads } from '../annotations.js';
import type { InputSchema, ToolAnnotations, ToolClass } from '../tool.js';
import { callNames, describeName, searchName } from './surface-names.js';

/** A tool as clients see it. */
interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly annotations: ToolAnnotations;
  readonly inputSchema: InputSchema;
}

/** Hints of tools that only look at what this server has. */
const looksOnly: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** What clients see of `search_tools`. */
export const searchTool = {
  name: searchName,
  title: 'Search tools',
  description:
    'Finds the tools of this API that do what you want. Each line: how well it fits (the best: 100), ' +
    'name(required arguments, … for optional ones) [class] what it does. Without a query: the tools of a tag.',
  annotations: looksOnly,
  inputSchema: {
    type: 'object',
    properties: {
      query: { type: 'string', maxLength: 1_000, description: 'What to do, in words.' },
      tag: { type: 'string', maxLength: 200, description: 'Only tools of this tag.' },
      class: {
        enum: ['read', 'write', 'destructive'],
        description: 'Only tools that at worst do this.',
      },
    },
    additionalProperties: false,
  },
} as const satisfies ListedTool;

/** What clients see of `describe_tool`. */
export const describeTool = {
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
} as const satisfies ListedTool;

const callSchema: InputSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 200, description: 'Name of the tool.' },
    arguments: {
      type: 'object',
      description: `The tool's own arguments, as ${describeName} shows.`,
    },
    fields: {
      type: 'string',
      maxLength: 1_000,
      description: 'What to read of a JSON reply, as JMESPath: `[].{id: id, owner: owner.login}`.',
    },
    table: {
      type: 'boolean',
      description: 'Write a list of objects as a table, where that is shorter.',
    },
  },
  required: ['name'],
  additionalProperties: false,
};

/** What clients see of the call tools. */
export const callTools: Readonly<Record<ToolClass, ListedTool>> = {
  read: {
    name: callNames.read,
    title: 'Call a tool that reads',
    description: 'Calls a tool of the class read by name: it changes nothing.',
    annotations: reads,
    inputSchema: callSchema,
  },
  write: {
    name: callNames.write,
    title: 'Call a tool that writes',
    description: 'Calls a tool of the class write by name: it adds or sends something.',
    annotations: adds,
    inputSchema: callSchema,
  },
  destructive: {
    name: callNames.destructive,
    title: 'Call a tool that changes or deletes',
    description:
      'Calls a tool of the class destructive by name: it may change or delete what is there.',
    annotations: changes,
    inputSchema: callSchema,
  },
};

/** What clients see in place of tools of these classes. */
export function surfaceTools(classes: readonly ToolClass[]): readonly ListedTool[] {
  return [searchTool, describeTool, ...classes.map((toolClass) => callTools[toolClass])];
}
