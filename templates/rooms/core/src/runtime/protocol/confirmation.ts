import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  createRequestStateCodec,
  inputRequired,
  inputResponse,
  type ClientCapabilities,
  type InputRequiredResult,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Call } from '../call.js';
import type { ConfirmMode } from '../config/protocol-config.js';
import type { Arguments, CustomTool } from '../custom.js';
import { callerOf, localCaller } from '../inbound/caller.js';
import { checkArguments } from '../perform.js';
import type { Runtime } from '../runtime.js';
import { ToolError } from '../tool-error.js';
import type { Tool } from '../tool.js';
import { InputNeeded } from './input-needed.js';
import { createUsedOnce } from './used-once.js';

/** Has users confirm calls, as MCP_CONFIRM says. */
export interface Confirmation {
  /** Reads the `requestState` of a confirmation; any other is custom code's, and stays as the client sent it. */
  readonly verify: (state: string, context: ServerContext) => Promise<unknown>;
  /** @throws InputNeeded until the user has answered, ToolError if the call is not to be made. */
  readonly confirm: (tool: Tool | CustomTool, args: Arguments, call: Call) => Promise<void>;
}

/** What a user has been asked: one call, and no other. */
interface Asked {
  readonly id: string;
  readonly tool: string;
  readonly hash: string;
}

/** Time to read and think. */
const VALID_SECONDS = 300;
/** Longest account of a call's arguments, in UTF-16 code units. */
const LONGEST_ACCOUNT = 2_000;
const PREFIX = 'confirm.';
const KEY = 'confirm';

/**
 * A confirmation is signed, bound to the caller, the tool and the arguments, and good for one call within five
 * minutes. With MCP_STATE_KEY every replica takes it, each of them once.
 */
export function createConfirmation({ config, log, redactFor }: Runtime): Confirmation {
  const { confirm: mode, confirmFallback, stateKey } = config.protocol;
  const codec = createRequestStateCodec<Asked>({
    key: stateKey ?? randomBytes(32),
    ttlSeconds: VALID_SECONDS,
    bind: ({ http }) => (callerOf(http?.authInfo) ?? localCaller).id,
  });
  const isFirstUse = createUsedOnce(VALID_SECONDS * 1_000);

  return {
    verify: async (state, context) =>
      state.startsWith(PREFIX) ? codec.verify(state.slice(PREFIX.length), context) : undefined,
    confirm: async (tool, args, call) => {
      if (!isToConfirm(tool, mode)) return;
      const { name, inputSchema } = tool;
      // Nobody is to be asked about a call that cannot be made.
      if (inputSchema !== undefined) await checkArguments(name, inputSchema, args);
      if (!canAsk(call.client)) {
        if (confirmFallback === 'allow') return;
        throw new ToolError(
          `Nothing was done: ${name} needs the user's confirmation, and this client cannot ask for it ` +
            '(it needs the elicitation capability). Tell the user.',
        );
      }
      const hash = digest(args);
      const answer = inputResponse(call.mcp.mcpReq.inputResponses, KEY);
      const isAnswered = answer.kind === 'elicit';
      const who = { tool: name, caller: call.caller.id };
      if (isAnswered && answer.action !== 'accept') {
        log.info('a call was declined', who);
        throw new ToolError(`Nothing was done: the user did not confirm ${name}.`);
      }
      const asked = call.mcp.mcpReq.requestState<Asked | string>();
      const isThisCall = typeof asked === 'object' && asked.tool === name && asked.hash === hash;
      if (isAnswered && isThisCall && isFirstUse(asked.id)) {
        log.info('a call was confirmed', who);
        return;
      }
      const state = await codec.mint({ id: randomUUID(), tool: name, hash }, call.mcp);
      const account = redactFor(call)(JSON.stringify(args, null, 2));
      throw new InputNeeded(question(tool, account, PREFIX + state));
    },
  };
}

/** What nothing is said of may do anything: MCP, tool annotations. */
function isToConfirm(tool: Tool | CustomTool, mode: ConfirmMode): boolean {
  if ('asksItself' in tool) return false;
  const { readOnlyHint = false, destructiveHint = true } = tool.annotations ?? {};
  switch (mode) {
    case 'none':
      return false;
    case 'destructive':
      return !readOnlyHint && destructiveHint;
    case 'write':
      return !readOnlyHint;
  }
}

/** Whether the client shows forms; one that names no mode does. MCP 2025-11-25, elicitation. */
function canAsk(client: ClientCapabilities | undefined): boolean {
  const elicitation = client?.elicitation;
  if (elicitation === undefined) return false;
  return elicitation.form !== undefined || elicitation.url === undefined;
}

/** The arguments stand in the message as JSON, so that no text in them can pass for a word of this server. */
function question(
  { name, title }: Tool | CustomTool,
  account: string,
  requestState: string,
): InputRequiredResult {
  const shown =
    account.length <= LONGEST_ACCOUNT ? account : `${account.slice(0, LONGEST_ACCOUNT)} …`;
  const what = title === undefined ? name : `${title} (${name})`;
  const message = `Allow this call of ${what}? It may change or delete data.\n${shown}`;
  return inputRequired({
    inputRequests: {
      [KEY]: inputRequired.elicit({
        message,
        requestedSchema: { type: 'object', properties: {} },
      }),
    },
    requestState,
  });
}

function digest(args: Arguments): string {
  return createHash('sha256').update(JSON.stringify(args)).digest('base64url');
}
