import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { HttpConfig } from '../config/http-config.js';
import type { MetadataResponse } from '../inbound/resource-metadata.js';
import { refusalCodes, refuse, refuseForNow } from '../refusal.js';
import { checkHeaders, type Door } from './door.js';
import type { Endpoint } from './endpoint.js';
import type { Exchanges } from './exchanges.js';
import type { UpstreamCheck } from './readiness.js';
import { readBody } from './read-body.js';

export interface HttpAppOptions {
  readonly door: Door;
  /** For clients that do not know yet how to be let in. */
  readonly metadata: MetadataResponse;
  readonly endpoint: Endpoint;
  readonly exchanges: Exchanges;
  /** Absent if the server is ready whether the API answers or not. */
  readonly upstreamCheck?: UpstreamCheck;
  readonly onError: (error: Error) => void;
}

/** Those of Streamable HTTP. */
const methods: readonly string[] = ['GET', 'POST', 'DELETE'];

/** MCP, `GET /health` (the process is alive) and `GET /ready` (it should get requests), which tell nothing else. */
export function createHttpApp(
  config: HttpConfig,
  { door, metadata, endpoint, exchanges, upstreamCheck, onError }: HttpAppOptions,
): Hono<{ Bindings: HttpBindings }> {
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings) => {
    const refused = checkHeaders(incoming) ?? door.checkSource(request, outgoing);
    if (refused) return refused;
    if (!methods.includes(request.method)) {
      return refuse(405, 'Method not allowed', { headers: { Allow: methods.join(', ') } });
    }
    const caller = await door.admit(request, incoming);
    // Not `instanceof`: node-server has a Response of its own, and what is no refusal would be let in.
    if (!('id' in caller)) return caller;
    if (request.method !== 'POST') return endpoint.answer({ request, response: outgoing, caller });
    const body = await readBody(request, config.limits.maxBytes);
    if (!('parsed' in body)) return body;
    const excess = await door.admitBatch(request, caller, body.parsed);
    if (excess) return excess;
    return endpoint.answer({ request, response: outgoing, caller, body });
  };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/health', () => Response.json({ status: 'ok' }));
  app.get('/ready', async () => {
    const status = exchanges.isDraining()
      ? 'draining'
      : upstreamCheck && !(await upstreamCheck())
        ? 'API unreachable'
        : 'ready';
    return Response.json({ status }, { status: status === 'ready' ? 200 : 503 });
  });
  app.all(config.path, async ({ req, env }) => {
    if (!exchanges.begin(env.outgoing)) return refuseForNow('The server is busy');
    const response = await answer(req.raw, env);
    // A stream asks for its connection to be kept alive.
    if (exchanges.isDraining()) response.headers.delete('Connection');
    if (response.headers.get('content-type') === 'text/event-stream') {
      // The head of a stream goes out with what it begins with.
      env.outgoing.cork();
      setImmediate(() => {
        env.outgoing.uncork();
      });
    }
    return response;
  });
  app.all('/.well-known/*', ({ req: { raw }, env }) => {
    return door.checkSource(raw, env.outgoing) ?? metadata(raw) ?? refuse(404, 'Not found');
  });
  app.notFound(() => refuse(404, 'Not found'));
  app.onError((error) => {
    onError(error);
    return refuse(500, 'Internal server error', { code: refusalCodes.internal });
  });
  return app;
}
