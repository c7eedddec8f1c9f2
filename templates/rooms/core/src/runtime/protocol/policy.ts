import type { Caller } from '../inbound/caller.js';

/** What the protocol has to know of who may do what. */
export interface Policy {
  /** Whether lists differ from caller to caller. */
  readonly listsPerCaller: boolean;
  /** The scopes to ask for where the caller lacks one that a tool needs; empty if nothing is missing. */
  readonly scopesMissing: (
    caller: Caller,
    tool: string,
  ) => readonly string[] | Promise<readonly string[]>;
}

/** Everyone may do everything. */
export const openPolicy: Policy = { listsPerCaller: false, scopesMissing: () => [] };
