import { argumentProblems } from './arguments.js';
import type { Access } from './access/access.js';
import type { Call } from './call.js';
import type { Arguments, UpstreamResponse } from './custom.js';
import type { Around } from './room.js';
import type { Runtime } from './runtime.js';
import { ArgumentsError, ToolError } from './tool-error.js';
import type { InputSchema, Tool } from './tool.js';
import type { Api } from './upstream/api.js';

/**
 * Carries out an operation: checks what the caller may do and the arguments, then sends the request.
 * Throws a ToolError that says what is wrong; the response may have any status.
 */
export type Perform = (tool: Tool, args: Arguments, call: Call) => Promise<UpstreamResponse>;

/** The HTTP client is loaded at the first call. */
export function createPerform(runtime: Runtime, access: Access, around?: Around): Perform {
  let api: Promise<Api> | undefined;
  return async (tool, args, call) => {
    if (!access.allows(call.caller, tool)) {
      call.refused?.('access');
      throw new ToolError(`Nothing was sent: the tool ${tool.name} is not for this caller.`);
    }
    checkArguments(tool.name, tool.inputSchema, args);
    api ??= import('./upstream/api.js').then(({ createApi }) => createApi(runtime, around));
    return (await api)(tool, args, call);
  };
}

/** Throws an ArgumentsError that names every problem. */
export function checkArguments(name: string, schema: InputSchema, args: Arguments): void {
  const problems = argumentProblems(schema, args);
  if (problems.length === 0) return;
  const list = problems.map((problem) => `- ${problem}`).join('\n');
  throw new ArgumentsError(`Nothing was sent. Correct the arguments of ${name}:\n${list}`);
}
