import type { Arguments, CustomTool } from '../custom.js';
import { checkArguments } from '../perform.js';
import type { ReplyShape } from '../reply-shape.js';
import { ToolError } from '../tool-error.js';
import type { Tool, ToolClass } from '../tool.js';
import { findNamed } from './named-tool.js';
import type { Reach } from './reach.js';
import type { Searching } from './searching.js';
import { callNames } from './surface-names.js';
import { callTools } from './surface-tools.js';

/** The call that a model makes by way of a call tool. */
export interface Target {
  readonly tool: Tool | CustomTool;
  readonly arguments: Arguments;
  /** What is to be read of the reply. */
  readonly shape: ReplyShape;
}

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
  const { name: ownName, inputSchema } = callTools[toolClass];
  checkArguments(ownName, inputSchema, args);
  const {
    name = '',
    arguments: given = {},
    ...shape
  } = args as ReplyShape & {
    readonly name?: string;
    readonly arguments?: Arguments;
  };
  const hidden = reach.has(name) ? undefined : await catalog.callable(name);
  // The call of it is refused, and recorded, as where it is called directly.
  if (hidden !== undefined) return { tool: hidden, arguments: given, shape };
  const found = await findNamed(name, reach, catalog, find);
  if (found.class === toolClass) return { tool: found.tool, arguments: given, shape };
  throw new ToolError(
    `Nothing was sent: ${found.tool.name} is of the class ${found.class}. Call it with ${callNames[found.class]}.`,
  );
}
