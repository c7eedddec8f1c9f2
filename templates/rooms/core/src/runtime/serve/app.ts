import { hostHeaderValidation, originValidation } from '@modelcontextprotocol/hono';
import type { AuthInfo } from '@modelcontextprotocol/server';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { anonymousCaller, toAuthInfo } from '../inbound/caller.js';
import { requireBearer } from '../inbound/bearer.js';
import type { HttpConfig } from '../config/http-config.js';
import type { LimitsConfig } from '../config/limits-config.js';
import { locate, type HttpLimit } from '../limits/http-limit.js';

export interface HttpAppOptions {
  /** Named in the challenge to a client without a token. */
  readonly realm: string;
  /** Largest body of a request. */
  readonly maxBytes: number;
  readonly limits: LimitsConfig;
  readonly limit: HttpLimit | undefined;
  readonly handle: (
    request: Request,
    options: { readonly parsedBody?: unknown; readonly authInfo: AuthInfo },
  ) => Promise<Response>;
}

/** `/mcp`, which answers only known hosts, origins and tokens, and `GET /health`, which tells nothing. */
export function createHttpApp(config: HttpConfig, options: HttpAppOptions): Hono<Served> {
  const app = new Hono<Served>();
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.use(
    hostHeaderValidation([...config.allowedHosts]),
    originValidation([...config.allowedOrigins]),
  );
  if (config.authToken !== undefined) app.use(requireBearer(config.authToken, options.realm));
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
  { maxBytes, handle, limits, limit }: HttpAppOptions,
): Promise<Response> {
  const caller = locate(anonymousCaller, context.env.incoming, limits);
  const excess = await limit?.(caller);
  if (excess !== undefined) return excess;
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
