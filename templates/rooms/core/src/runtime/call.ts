import type { ClientCapabilities, ServerContext } from '@modelcontextprotocol/server';
import type { RefusalReason } from './activity.js';
import { anonymousCaller, callerOf, localCaller, type Caller } from './inbound/caller.js';
import { requestIdOf } from './log/request-id.js';
import type { Tell } from './protocol/client-log.js';

/** A request of a client that may lead to requests to the API. */
export interface Call {
  /** Names the client's request in the log, and to the API if the operator wants it. */
  readonly id: string;
  readonly caller: Caller;
  /** Aborted when the client cancels the request or goes away. */
  readonly signal: AbortSignal;
  /** Over HTTP, the value of a header of the client's request. Few may reach the API. */
  readonly header: (name: string) => string | undefined;
  /** Tells the client that its request is still being worked on; absent if it did not ask for that. */
  readonly progress?: (message: string) => void;
  /** Told the HTTP status of each answer of the API. */
  readonly answered?: (status: number) => void;
  /** Told why the call is not carried out, by whoever does not let it. */
  readonly refused?: (reason: RefusalReason) => void;
  /** Sends a line of the log to the client; absent if it did not ask for that. */
  readonly tell?: Tell;
  /** What the client can be asked for; absent where nothing can be asked. */
  readonly client?: ClientCapabilities;
  /** The request as the SDK has it, for custom code. */
  readonly mcp: ServerContext;
}

/** Who makes a request. */
export function callerIn({ http }: ServerContext): Caller {
  return http === undefined ? localCaller : (callerOf(http.authInfo) ?? anonymousCaller);
}

/** The call that a request makes, with what its connection adds to it. */
export function createCall(mcp: ServerContext, extras: Pick<Call, 'tell' | 'client'> = {}): Call {
  const { mcpReq, http } = mcp;
  const { signal, notify } = mcpReq;
  const id = requestIdOf(http?.req);
  const caller = callerIn(mcp);
  const header: Call['header'] = (name) => http?.req?.headers.get(name) ?? undefined;
  const progressToken = mcpReq._meta?.progressToken;
  const call = { id, caller, signal, header, mcp, ...extras };
  if (progressToken === undefined) return call;
  let progress = 0;
  return {
    ...call,
    progress: (message) => {
      if (signal.aborted) return;
      progress += 1;
      const params = { progressToken, progress, message };
      // A client that has gone away needs no progress.
      notify({ method: 'notifications/progress', params }).catch(() => undefined);
    },
  };
}
