import {
  ProtocolError,
  ProtocolErrorCode,
  type CallToolResult,
  type ListToolsResult,
} from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { Arguments, CustomTool } from './custom.js';
import type { Caller } from './inbound/caller.js';
import { takePage } from './page.js';
import type { ReplyShape } from './reply-shape.js';
import type { Services } from './services.js';
import type { InputSchema, Tool } from './tool.js';

/** What the server does with tools. */
export interface Tools {
  /** Those that the caller may use. */
  readonly list: (cursor: string | undefined, caller: Caller) => Promise<ListToolsResult>;
  /**
   * @throws ProtocolError -32602 if the caller has no such tool, InputNeeded if the client has to ask its user first;
   * any other failure is an `isError` result. A shape counts before what the arguments say of the reply.
   */
  readonly call: (
    name: string,
    args: Arguments,
    call: Call,
    shape?: ReplyShape,
  ) => Promise<CallToolResult>;
}

/** Of a custom tool that says nothing of its arguments. */
export const noArguments: InputSchema = { type: 'object', additionalProperties: false };

export function createTools(services: Omit<Services, 'tools'>): Tools {
  const { follow, access, catalog, loadCalls } = services;

  const carryOut = async (
    name: string,
    args: Arguments,
    call: Call,
    shape?: ReplyShape,
  ): Promise<CallToolResult> => {
    const tool = await catalog.callable(name);
    if (tool === undefined || !access.allows(call.caller, tool)) {
      if (tool !== undefined) call.refused?.('access');
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}`);
    }
    const { callTool } = await loadCalls();
    return callTool(tool, args, call, shape);
  };

  return {
    list: async (cursor, caller) => {
      const page = await takePage(catalog.names, cursor, async (name) => {
        const tool = await catalog.callable(name);
        return tool && access.allows(caller, tool) ? listed(tool) : undefined;
      });
      return { tools: page.items, ...page.next };
    },
    call: (name, args, call, shape) =>
      follow({ kind: 'tool', name, arguments: args }, call, (followed) =>
        carryOut(name, args, followed, shape),
      ),
  };
}

type ListedTool = ListToolsResult['tools'][number];

/** Where Claude Code reads how long a tool's results may be before it puts them aside; it takes at most 500,000. */
const LONGEST_RESULT = 'anthropic/maxResultSizeChars';
const LONGEST_ANNOUNCED = 500_000;

/** A tool as clients see it. */
export function listed(tool: Tool | Omit<CustomTool, 'handler'>): ListedTool {
  const { name, title, description, annotations, inputSchema = noArguments } = tool;
  const { outputSchema, maxResultChars }: Partial<Tool> = 'request' in tool ? tool : {};
  return {
    name,
    ...(title !== undefined && { title }),
    description,
    // The SDK's type is of mutable JSON; nothing here or there changes it.
    inputSchema: inputSchema as ListedTool['inputSchema'],
    ...(outputSchema && { outputSchema }),
    ...(annotations && { annotations }),
    ...(maxResultChars !== undefined && {
      _meta: { [LONGEST_RESULT]: Math.min(maxResultChars, LONGEST_ANNOUNCED) },
    }),
  };
}
