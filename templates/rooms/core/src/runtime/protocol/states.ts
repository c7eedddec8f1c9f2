import { randomBytes } from 'node:crypto';
import {
  createRequestStateCodec,
  type InputRequiredResult,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { callerOf, localCaller } from '../inbound/caller.js';

/** Time to read, think and answer, in seconds. */
export const STATE_SECONDS = 600;

/**
 * What clients carry from one round of a request to the next: signed, bound to the caller and the method, and worth
 * nothing after ten minutes. MCP 2026-07-28, multi round-trip requests, server requirements 4 and 5.
 */
export interface States {
  readonly mint: (payload: object, mcp: ServerContext) => Promise<string>;
  /** Signs the state that custom code wants to have back, if there is one. */
  readonly seal: (result: InputRequiredResult, mcp: ServerContext) => Promise<InputRequiredResult>;
  /** What was minted, or the text that custom code gave; rejects what was not made here for this caller. */
  readonly verify: (state: string, mcp: ServerContext) => Promise<unknown>;
}

interface Sealed {
  readonly custom: string;
}

/** Without a key each process has its own, and takes no state of another. */
export function createStates(key: string | undefined): States {
  const codec = createRequestStateCodec<object>({
    key: key ?? randomBytes(32),
    ttlSeconds: STATE_SECONDS,
    bind: ({ mcpReq, http }) => `${mcpReq.method} ${(callerOf(http?.authInfo) ?? localCaller).id}`,
  });
  return {
    mint: (payload, mcp) => codec.mint(payload, mcp),
    seal: async (result, mcp) => {
      const { requestState } = result;
      if (requestState === undefined) return result;
      const sealed: Sealed = { custom: requestState };
      return { ...result, requestState: await codec.mint(sealed, mcp) };
    },
    verify: async (state, mcp) => {
      const payload = await codec.verify(state, mcp);
      return 'custom' in payload ? payload.custom : payload;
    },
  };
}
