import {
  isInputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type CallToolResult,
  type ListToolsResult,
} from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { Arguments, CustomContext, CustomTool } from './custom.js';
import type { Caller } from './inbound/caller.js';
import { takePage } from './page.js';
import { checkArguments } from './perform.js';
import { withClient } from './protocol/client-log.js';
import { createConfirm } from './protocol/confirmation.js';
import { InputNeeded } from './protocol/input-needed.js';
import { redactResult } from './reply/redact-result.js';
import { textResult, toResult, withStructure } from './reply/result.js';
import type { Services } from './services.js';
import { ToolError } from './tool-error.js';
import type { InputSchema, Tool } from './tool.js';

/** What the server does with tools. */
export interface Tools {
  /** Those that the caller may use. */
  readonly list: (cursor: string | undefined, caller: Caller) => Promise<ListToolsResult>;
  /**
   * @throws ProtocolError -32602 if the caller has no such tool, InputNeeded if the client has to ask its user first;
   * any other failure is an `isError` result.
   */
  readonly call: (name: string, args: Arguments, call: Call) => Promise<CallToolResult>;
  /** What custom code gets with a call. */
  readonly customContext: (call: Call) => CustomContext;
}

const noArguments: InputSchema = { type: 'object', additionalProperties: false };

export function createTools(services: Omit<Services, 'tools'>): Tools {
  const { runtime, follow, access, limits, catalog, perform, changes, states } = services;
  const { config, definition, env, logFor, redactFor } = runtime;
  const { securitySchemes: schemes } = definition;
  const wrapTool = runtime.custom.hooks?.wrapTool;
  const confirm = config.protocol.confirm === 'none' ? undefined : createConfirm(runtime, states);

  const callGenerated = async (tool: Tool, args: Arguments, call: Call) =>
    toResult(tool, await perform(tool, args, call), {
      args,
      maxChars: config.maxResultChars,
      redact: redactFor(call),
      schemes,
      hasCallerTokens: call.caller.upstream !== undefined,
    });

  const customContext = (call: Call): CustomContext => ({
    signal: call.signal,
    env,
    log:
      call.tell === undefined ? logFor(call) : withClient(logFor(call), call.tell, redactFor(call)),
    notify: changes.announce,
    mcp: call.mcp,
    ...(call.client && { client: call.client }),
    call: async (name, args = {}) => {
      const tool = await catalog.generated(name);
      if (tool === undefined) throw new Error(`There is no generated tool ${name}`);
      return callGenerated(tool, args, call);
    },
  });

  const callCustom = async (tool: CustomTool, args: Arguments, call: Call) => {
    checkArguments(tool.name, tool.inputSchema ?? noArguments, args);
    const result = await tool.handler(args, customContext(call));
    if (typeof result === 'string') return textResult(result);
    if (isInputRequiredResult(result)) {
      throw new InputNeeded(await states.seal(result, call.mcp));
    }
    return result;
  };

  const orError = async (
    tool: string,
    call: Call,
    work: () => Promise<CallToolResult>,
  ): Promise<CallToolResult> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof InputNeeded) throw error;
      const message = redactFor(call)(error instanceof Error ? error.message : String(error));
      if (!(error instanceof ToolError)) logFor(call).error('a tool failed', { tool, message });
      return textResult(message, true);
    }
  };

  const tools: Tools = {
    customContext,
    list: async (cursor, caller) => {
      const page = await takePage(catalog.names, cursor, async (name) => {
        const tool = await catalog.callable(name);
        return tool && access.allows(caller, tool) ? listed(tool) : undefined;
      });
      return { tools: page.items, ...page.next };
    },
    call: async (name, args, call) => {
      const tool = await catalog.callable(name);
      if (tool === undefined || !access.allows(call.caller, tool)) {
        if (tool !== undefined) call.refused?.('access');
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}`);
      }
      const callTool = (changed: Arguments = args): Promise<CallToolResult> =>
        orError(name, call, async () =>
          'handler' in tool ? callCustom(tool, changed, call) : callGenerated(tool, changed, call),
        );
      const wrapped = async (): Promise<CallToolResult> =>
        wrapTool === undefined
          ? callTool()
          : wrapTool({ name, arguments: args, signal: call.signal }, callTool);
      return orError(name, call, async () => {
        await confirm?.(tool, args, call);
        const result = await limits.within(tool, call, wrapped);
        const redacted = redactResult(result, redactFor(call));
        return 'handler' in tool ? redacted : withStructure(tool, redacted);
      });
    },
  };
  return {
    ...tools,
    call: (name, args, call) =>
      follow({ kind: 'tool', name, arguments: args }, call, (followed) =>
        tools.call(name, args, followed),
      ),
  };
}

type ListedTool = ListToolsResult['tools'][number];

/** Where Claude Code reads how long a tool's results may be before it puts them aside; it takes at most 500,000. */
const LONGEST_RESULT = 'anthropic/maxResultSizeChars';
const LONGEST_ANNOUNCED = 500_000;

function listed(tool: Tool | CustomTool): ListedTool {
  const { name, title, description, annotations, inputSchema = noArguments } = tool;
  const { outputSchema, maxResultChars }: Partial<Tool> = 'handler' in tool ? {} : tool;
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
