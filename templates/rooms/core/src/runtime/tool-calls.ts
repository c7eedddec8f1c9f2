import { isInputRequiredResult, type CallToolResult } from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { Arguments, CustomContext, CustomTool } from './custom.js';
import { checkArguments, type Perform } from './perform.js';
import { withClient } from './protocol/client-log.js';
import { createConfirm } from './protocol/confirmation.js';
import { InputNeeded } from './protocol/input-needed.js';
import { redactResult } from './reply/redact-result.js';
import type { ReplyShape } from './reply-shape.js';
import { textResult, toResult, withStructure } from './reply/result.js';
import { readShaping } from './reply/shaping.js';
import type { Foundation } from './services.js';
import { ToolError } from './tool-error.js';
import type { Tool } from './tool.js';
import { noArguments } from './tools.js';

/** What carries out the calls of tools. */
export interface ToolCalls {
  /** @throws InputNeeded if the client has to ask its user first; any other failure is an `isError` result. */
  readonly callTool: (
    tool: Tool | CustomTool,
    args: Arguments,
    call: Call,
    shape?: ReplyShape,
  ) => Promise<CallToolResult>;
  /** What custom code gets with a call. */
  readonly customContext: (call: Call) => CustomContext;
}

export function createToolCalls(
  { runtime, furnishing, limits, catalog, changes, states }: Foundation,
  perform: Perform,
): ToolCalls {
  const { config, definition, env, logFor, redactFor } = runtime;
  const { securitySchemes: schemes } = definition;
  const wrapTool = runtime.custom.hooks?.wrapTool;
  const confirm =
    config.protocol.confirm === 'none'
      ? undefined
      : createConfirm(runtime, states, furnishing.isFirstUse);

  const callGenerated = async (tool: Tool, args: Arguments, call: Call, shape?: ReplyShape) => {
    const shaping = await readShaping(tool, args, shape);
    return toResult(tool, await perform(tool, args, call), {
      args,
      maxChars: config.maxResultChars,
      redact: redactFor(call),
      schemes,
      hasCallerTokens: call.caller.upstream !== undefined,
      shaping,
    });
  };

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

  return {
    customContext,
    callTool: (tool, args, call, shape) => {
      const { name } = tool;
      const callOnce = (changed: Arguments = args): Promise<CallToolResult> =>
        'handler' in tool
          ? callCustom(tool, changed, call)
          : callGenerated(tool, changed, call, shape);
      const wrapped = async (): Promise<CallToolResult> =>
        wrapTool === undefined
          ? callOnce()
          : wrapTool({ name, arguments: args, signal: call.signal }, (changed) =>
              orError(name, call, () => callOnce(changed)),
            );
      return orError(name, call, async () => {
        await confirm?.(tool, args, call);
        const result = await limits.within(tool, call, wrapped);
        const redacted = redactResult(result, redactFor(call));
        return 'handler' in tool ? redacted : withStructure(tool, redacted);
      });
    },
  };
}
