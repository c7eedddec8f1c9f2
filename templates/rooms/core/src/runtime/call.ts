import type { ServerContext } from '@modelcontextprotocol/server';

/** A request of a client that may lead to requests to the API. */
export interface Call {
  /** Aborted when the client cancels the request or goes away. */
  readonly signal: AbortSignal;
  /** Over HTTP, the value of a header of the client's request. Few may reach the API. */
  readonly header: (name: string) => string | undefined;
  /** Tells the client that its request is still being worked on, if it asked for that. */
  readonly progress: (message: string) => void;
}

/** The call that a request makes. */
export function createCall({ mcpReq, http }: ServerContext): Call {
  const token = mcpReq._meta?.progressToken;
  let progress = 0;
  return {
    signal: mcpReq.signal,
    header: (name) => http?.req?.headers.get(name) ?? undefined,
    progress: (message) => {
      if (token === undefined || mcpReq.signal.aborted) return;
      progress += 1;
      const params = { progressToken: token, progress, message };
      // A client that has gone away needs no progress.
      mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
    },
  };
}
