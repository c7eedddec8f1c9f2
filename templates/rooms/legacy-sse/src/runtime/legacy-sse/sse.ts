import { setTimeout } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { toAuthInfo, type Caller } from '../inbound/caller.js';
import { refusalCodes, refuse, refuseForNow } from '../refusal.js';
import type { Fittings } from '../room.js';
import { readMessage } from '../serve/channel.js';
import { checkHeaders } from '../serve/door.js';
import { readBody } from '../serve/read-body.js';
import type { Site } from '../serve/site.js';
import { createSessions, type Sessions } from './sessions.js';
import type { SseConfig } from './sse-config.js';

/** How long streams may take to end once the server stops. */
const FLUSH_MS = 1_000;

/**
 * HTTP+SSE (MCP 2024-11-05, transports): a GET opens the stream of a session, which first says where the client is to
 * POST its messages; all answers come on the stream.
 */
export function createSse(config: SseConfig): Fittings {
  let sessions: Sessions | undefined;
  return {
    mount: (site) => {
      sessions = createSessions(site, config);
      serve(site, config, sessions);
    },
    stop: () => sessions?.stop(),
    close: async () => {
      if (sessions === undefined) return;
      await Promise.race([sessions.close(), setTimeout(FLUSH_MS, undefined, { ref: false })]);
    },
  };
}

function serve(
  { app, services, door, exchanges }: Site,
  { path, messagesPath }: SseConfig,
  sessions: Sessions,
): void {
  const { maxBytes } = services.runtime.config.http.limits;

  /** Who makes a request with this method, if it may. */
  const admit = async (
    method: 'GET' | 'POST',
    request: Request,
    { incoming, outgoing }: HttpBindings,
  ): Promise<Caller | Response> => {
    if (!exchanges.begin(outgoing)) return refuseForNow('The server is busy');
    const refused = checkHeaders(incoming) ?? door.checkSource(request, outgoing);
    if (refused) return refused;
    if (request.method !== method) {
      return refuse(405, 'Method not allowed', { headers: { Allow: method } });
    }
    return door.admit(request, incoming);
  };

  app.all(path, async ({ req, env }) => {
    const caller = await admit('GET', req.raw, env);
    if (!('id' in caller)) return caller;
    exchanges.forget(env.outgoing);
    return (await sessions.begin(caller, env.outgoing)) ?? RESPONSE_ALREADY_SENT;
  });
  app.all(messagesPath, async ({ req, env }) => {
    const caller = await admit('POST', req.raw, env);
    if (!('id' in caller)) return caller;
    const session = sessions.find(req.query('sessionId') ?? '', caller);
    if (session === undefined) {
      return refuse(404, 'Session not found', { code: refusalCodes.notFound });
    }
    const body = await readBody(req.raw, maxBytes);
    if (!('parsed' in body)) return body;
    const message = readMessage(body.parsed);
    if (message === undefined) return refuse(400, 'The body is no JSON-RPC message');
    // From here on it is the message that counts, until it is answered on the stream.
    exchanges.forget(env.outgoing);
    const extra = { request: req.raw, authInfo: toAuthInfo(caller) };
    return session.take(message, extra) ?? new Response('Accepted', { status: 202 });
  });
}
