import { randomUUID } from 'node:crypto';
import {
  WebStandardStreamableHTTPServerTransport as HttpTransport,
  isInitializeRequest,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import { toAuthInfo } from '../inbound/caller.js';
import type { SessionConfig } from '../config/session-config.js';
import type { Fittings } from '../room.js';
import type { Exchange } from './endpoint.js';
import { refuse, refuseForNow, refusalCodes } from '../refusal.js';

/** The sessions of clients of 2025 (MCP 2025-11-25, Streamable HTTP, session management), in memory. */
export interface Sessions {
  /**
   * Answers a request within the session that its header names, or begins one for `initialize`. A session is its
   * caller's alone: to anyone else, as to nobody, an id is unknown.
   */
  readonly answer: (exchange: Exchange) => Promise<Response>;
  readonly close: () => Promise<void>;
}

interface Session {
  readonly callerId: string;
  readonly transport: HttpTransport;
  readonly close: () => Promise<void>;
  /** Requests and streams that are open. */
  open: number;
  /** When the last of them ended, in milliseconds of the process. */
  idleSince: number;
}

interface SessionOptions {
  readonly onError: (error: Error) => void;
  /** Makes what keeps what a session's streams have sent, for a client that comes back. */
  readonly createEventStore: Fittings['createEventStore'] | undefined;
}

/** After how many milliseconds a client comes back to a stream that has broken off. */
const RETRY_MS = 1_000;

/** At most `max` sessions; for one more, the one that has been idle longest ends, the caller's own first. */
export function createSessions(
  factory: McpServerFactory,
  { max, idleMs, node }: SessionConfig,
  { onError, createEventStore }: SessionOptions,
): Sessions {
  // In the order in which they were last used.
  const sessions = new Map<string, Session>();
  let beginning = 0;

  const sweep = setInterval(
    () => {
      const oldest = performance.now() - idleMs;
      for (const session of sessions.values()) {
        if (session.open === 0 && session.idleSince < oldest) void session.close();
      }
    },
    Math.min(idleMs, 60_000) / 2,
  );
  sweep.unref();

  /** Whether one more session may begin. */
  const makeRoom = (callerId: string): boolean => {
    if (sessions.size + beginning < max) return true;
    const idle = [...sessions.entries()].filter(([, { open }]) => open === 0);
    const [id, session] = idle.find(([, known]) => known.callerId === callerId) ?? idle[0] ?? [];
    if (id === undefined || session === undefined) return false;
    sessions.delete(id);
    void session.close();
    return true;
  };

  const begin = async (exchange: Exchange): Promise<Response> => {
    const { caller, request } = exchange;
    const server = await factory({
      era: 'legacy',
      authInfo: toAuthInfo(caller),
      requestInfo: request,
    });
    const id = node === undefined ? randomUUID() : `${node}-${randomUUID()}`;
    const eventStore = createEventStore?.(id);
    const transport = new HttpTransport({
      sessionIdGenerator: () => id,
      ...(eventStore && { eventStore, retryInterval: RETRY_MS }),
      onsessioninitialized: () => void sessions.set(id, session),
    });
    const session: Session = {
      callerId: caller.id,
      transport,
      close: () => server.close(),
      open: 0,
      idleSince: 0,
    };
    transport.onclose = () => sessions.delete(transport.sessionId ?? '');
    transport.onerror = onError;
    await server.connect(transport);
    return continueIn(session, exchange);
  };

  return {
    answer: async (exchange) => {
      const { request, caller, body } = exchange;
      const id = request.headers.get('mcp-session-id');
      if (id === null) {
        if (!isInitializeRequest(body?.parsed)) {
          return refuse(400, 'Mcp-Session-Id is missing; a session begins with initialize');
        }
        if (!makeRoom(caller.id)) return refuseForNow('There are too many sessions');
        beginning += 1;
        return begin(exchange).finally(() => (beginning -= 1));
      }
      const session = sessions.get(id);
      if (session?.callerId !== caller.id) {
        return refuse(404, 'Session not found', { code: refusalCodes.notFound });
      }
      sessions.delete(id);
      sessions.set(id, session);
      return continueIn(session, exchange);
    },
    close: async () => {
      clearInterval(sweep);
      await Promise.all([...sessions.values()].map((session) => session.close()));
    },
  };
}

function continueIn(
  session: Session,
  { request, response, caller, body }: Exchange,
): Promise<Response> {
  session.open += 1;
  response.once('close', () => {
    session.open -= 1;
    session.idleSince = performance.now();
  });
  return session.transport.handleRequest(request, {
    authInfo: toAuthInfo(caller),
    ...(body && { parsedBody: body.parsed }),
  });
}
