import type { ServerResponse } from 'node:http';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { toAuthInfo, type Caller } from '../inbound/caller.js';
import { createServerFactory } from '../mcp-server.js';
import type { Services } from '../services.js';
import { isLegacy } from './era.js';
import type { Exchanges } from './exchanges.js';
import { untracked } from './in-flight.js';
import type { Body } from './read-body.js';
import { createSessions } from './sessions.js';
import { serveStateless } from './stateless.js';

/** An admitted request of a known caller. */
export interface Exchange {
  readonly request: Request;
  /** Where the answer goes. */
  readonly response: ServerResponse;
  readonly caller: Caller;
  /** Absent if the method has none. */
  readonly body?: Body;
}

/** Answers requests by the MCP specification, of either era. */
export interface Endpoint {
  readonly answer: (exchange: Exchange) => Promise<Response>;
  /** Ends what is being answered, the streams that clients listen on, and all sessions. */
  readonly close: () => Promise<void>;
}

/**
 * Streamable HTTP. What a client of 2026 sends says all that is needed to answer it; one of 2025 is answered the same
 * way as well as that goes, unless sessions are kept for it.
 */
export function createEndpoint(services: Services, exchanges: Exchanges): Endpoint {
  const { config, log } = services.runtime;
  const onError = ({ message }: Error): void => {
    log.warn('protocol error', { reason: message });
  };
  const stateless = createServerFactory(services, untracked);
  const handler = createMcpHandler(stateless, {
    bus: services.changes.bus,
    legacy: 'reject',
    onerror: onError,
  });
  const sessions =
    config.http.sessions &&
    createSessions(
      createServerFactory(services, untracked, { stateful: true }),
      config.http.sessions,
      { onError, createEventStore: services.furnishing.createEventStore },
    );
  const answerLegacy = sessions?.answer ?? serveStateless(stateless, onError);

  return {
    answer: async (exchange) => {
      const { request, response, body, caller } = exchange;
      if (isListening(body)) exchanges.forget(response);
      if (body === undefined || (await isLegacy(request, body.parsed))) {
        return answerLegacy(exchange);
      }
      return handler.fetch(request, { parsedBody: body.parsed, authInfo: toAuthInfo(caller) });
    },
    close: async () => {
      await handler.close();
      await sessions?.close();
    },
  };
}

/** Whether a client only waits to be told of changes: streams of their own kind have their own limits. */
function isListening(body: Body | undefined): boolean {
  if (body === undefined) return true;
  return (body.parsed as { method?: unknown } | null)?.method === 'subscriptions/listen';
}
