import { hostHeaderValidation, originValidation } from '@modelcontextprotocol/hono';
import type { AuthInfo } from '@modelcontextprotocol/server';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { toAuthInfo } from '../inbound/caller.js';
import type { MetadataResponse } from '../inbound/resource-metadata.js';
import type { HttpConfig } from '../config/http-config.js';
import type { Admission } from '../limits/admission.js';

export interface HttpAppOptions {
  readonly admit: Admission;
  /** For clients that do not know yet how to pass the gate. */
  readonly metadata: MetadataResponse;
  /** Largest body of a request. */
  readonly maxBytes: number;
  readonly handle: (
    request: Request,
    options: { readonly parsedBody?: unknown; readonly authInfo: AuthInfo },
  ) => Promise<Response>;
}

/** `/mcp`, which answers only known hosts, origins and callers, and `GET /health`, which tells nothing. */
export function createHttpApp(config: HttpConfig, options: HttpAppOptions): Hono<Served> {
  const app = new Hono<Served>();
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.use(
    hostHeaderValidation([...config.allowedHosts]),
    originValidation([...config.allowedOrigins]),
  );
  app.all('/.well-known/*', (context) => options.metadata(context.req.raw) ?? context.notFound());
  app.all('/mcp', (context) => handleMcp(context, options));
  return app;
}

interface Served {
  readonly Bindings: HttpBindings;
}

/**
 * A body of known length is read and parsed here, which is twice as fast as letting the SDK clone the request;
 * one without is left to the SDK, which counts while it reads.
 */
async function handleMcp(
  context: Context<Served>,
  { admit, maxBytes, handle }: HttpAppOptions,
): Promise<Response> {
  const caller = await admit(context.req.raw, context.env.incoming);
  // Not `instanceof`: node-server has a Response of its own, and what is no refusal would be let in.
  if (!('id' in caller)) return caller;
  const authInfo = toAuthInfo(caller);
  const length = context.req.header('content-length');
  if (context.req.method !== 'POST' || length === undefined)
    return handle(context.req.raw, { authInfo });
  if (Number(length) > maxBytes) return refuse(context, 413, -32000, 'Request body too large');
  const text = await context.req.text();
  let parsedBody: unknown;
  try {
    parsedBody = JSON.parse(text);
  } catch {
    return refuse(context, 400, -32700, 'Parse error: the body is not JSON');
  }
  return handle(context.req.raw, { parsedBody, authInfo });
}

function refuse(context: Context, status: 400 | 413, code: number, message: string): Response {
  return context.json({ jsonrpc: '2.0', id: null, error: { code, message } }, status);
}
