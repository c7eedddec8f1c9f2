import type { ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { HttpConfig } from '../config/http-config.js';
import type { MetadataResponse } from '../inbound/resource-metadata.js';
import type { Admission } from '../limits/admission.js';
import type { Audit, RefusalReason } from '../log/audit.js';
import { requestIdOf } from '../log/request-id.js';
import type { Endpoint } from './endpoint.js';
import type { Exchanges } from './exchanges.js';
import { checkHost, checkOrigin } from './origin.js';
import type { UpstreamCheck } from './readiness.js';
import { readBody } from './read-body.js';
import { refuse, refuseForNow } from './refusal.js';

export interface HttpAppOptions {
  readonly admit: Admission;
  /** For clients that do not know yet how to be let in. */
  readonly metadata: MetadataResponse;
  readonly audit: Audit;
  readonly endpoint: Endpoint;
  readonly exchanges: Exchanges;
  /** Absent if the server is ready whether the API answers or not. */
  readonly upstreamCheck?: UpstreamCheck;
  readonly onError: (error: Error) => void;
}

/** More than any client or proxy sends. */
const MOST_HEADERS = 100;

/** Those of Streamable HTTP. */
const methods: readonly string[] = ['GET', 'POST', 'DELETE'];

/** MCP, `GET /health` (the process is alive) and `GET /ready` (it should get requests), which tell nothing else. */
export function createHttpApp(
  config: HttpConfig,
  { admit, metadata, audit, endpoint, exchanges, upstreamCheck, onError }: HttpAppOptions,
): Hono<{ Bindings: HttpBindings }> {
  const recorded = (reason: RefusalReason, request: Request, response: Response): Response => {
    if (!response.ok)
      audit.refusal({ reason, request: requestIdOf(request), status: response.status });
    return response;
  };
  const checkSource = (request: Request, outgoing: ServerResponse): Response | undefined => {
    const host = checkHost(request, config);
    if (host) return recorded('host', request, host);
    const origin = checkOrigin(request, outgoing, config);
    return origin && recorded('origin', request, origin);
  };
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings) => {
    if (incoming.rawHeaders.length > 2 * MOST_HEADERS) return refuse(431, 'Too many headers');
    const refused = checkSource(request, outgoing);
    if (refused) return refused;
    if (!methods.includes(request.method)) {
      return refuse(405, 'Method not allowed', { headers: { Allow: methods.join(', ') } });
    }
    const caller = await admit(request, incoming);
    // Not `instanceof`: node-server has a Response of its own, and what is no refusal would be let in.
    if (!('id' in caller))
      return recorded(caller.status === 429 ? 'limits' : 'auth', request, caller);
    if (request.method !== 'POST') return endpoint.answer({ request, response: outgoing, caller });
    const body = await readBody(request, config.limits.maxBytes);
    if (!('parsed' in body)) return body;
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
    // The head of a stream goes out with what it begins with.
    env.outgoing.cork();
    setImmediate(() => {
      env.outgoing.uncork();
    });
    return response;
  });
  app.all('/.well-known/*', ({ req: { raw }, env }) => {
    return checkSource(raw, env.outgoing) ?? metadata(raw) ?? refuse(404, 'Not found');
  });
  app.notFound(() => refuse(404, 'Not found'));
  app.onError((error) => {
    onError(error);
    return refuse(500, 'Internal server error', { code: -32_603 });
  });
  return app;
}
