import { createHash, randomUUID } from 'node:crypto';
import {
  inputRequired,
  inputResponse,
  type ClientCapabilities,
  type InputRequiredResult,
} from '@modelcontextprotocol/server';
import type { Call } from '../call.js';
import type { ConfirmMode } from '../config/protocol-config.js';
import type { Arguments, CustomTool } from '../custom.js';
import { checkArguments } from '../perform.js';
import type { Runtime } from '../runtime.js';
import { ToolError } from '../tool-error.js';
import type { Tool } from '../tool.js';
import { InputNeeded } from './input-needed.js';
import { STATE_SECONDS, type States } from './states.js';
import { createUsedOnce, type UsedOnce } from './used-once.js';

/**
 * Has the user confirm a call, as MCP_CONFIRM says.
 * @throws InputNeeded until the user has answered, ToolError if the call is not to be made.
 */
export type Confirm = (tool: Tool | CustomTool, args: Arguments, call: Call) => Promise<void>;

/** What a user has been asked: one call, and no other. */
interface Asked {
  readonly id: string;
  readonly tool: string;
  readonly hash: string;
}

/** Longest account of a call's arguments, in UTF-16 code units. */
const LONGEST_ACCOUNT = 2_000;
const KEY = 'confirm';

/**
 * A confirmation is a state bound to the tool and the arguments, and good for one call: with MCP_STATE_KEY every
 * replica takes it, each of them once unless they share by `isFirstUse` what they have seen.
 */
export function createConfirm(
  { config, log, redactFor }: Runtime,
  states: States,
  isFirstUse: UsedOnce = () => true,
): Confirm {
  const { confirm: mode, confirmFallback } = config.protocol;
  const isFirstUseHere = createUsedOnce(STATE_SECONDS * 1_000);

  return async (tool, args, call) => {
    if (!isToConfirm(tool, mode)) return;
    const { name, inputSchema } = tool;
    // Nobody is to be asked about a call that cannot be made.
    if (inputSchema !== undefined) checkArguments(name, inputSchema, args);
    if (!canAsk(call.client)) {
      if (confirmFallback === 'allow') return;
      throw new ToolError(
        `Nothing was done: ${name} needs the user's confirmation, and this client cannot ask for it ` +
          '(it lacks the elicitation capability). Tell the user.',
      );
    }
    const { inputResponses, requestState } = call.mcp.mcpReq;
    const answer = inputResponse(inputResponses, KEY);
    const isAnswered = answer.kind === 'elicit';
    const who = { tool: name, caller: call.caller.id };
    if (isAnswered && answer.action !== 'accept') {
      log.info('a call was declined', who);
      throw new ToolError(`Nothing was done: the user did not confirm ${name}.`);
    }
    const hash = digest(args);
    const asked = requestState<Asked | string>();
    const isThisCall = typeof asked === 'object' && asked.tool === name && asked.hash === hash;
    const isGood = isAnswered && isThisCall && isFirstUseHere(asked.id);
    if (isGood && (await isFirstUse(asked.id))) {
      log.info('a call was confirmed', who);
      return;
    }
    const state = await states.mint(
      { id: randomUUID(), tool: name, hash } satisfies Asked,
      call.mcp,
    );
    const account = redactFor(call)(JSON.stringify(args, null, 2));
    throw new InputNeeded(question(tool, account, state));
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
