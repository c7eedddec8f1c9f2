import type { ServerResponse } from 'node:http';
import { validateHostHeader } from '@modelcontextprotocol/server';
import type { HttpConfig } from '../config/http-config.js';
import { refuse } from '../refusal.js';

/** What pages may read of an answer besides its body. */
const exposed = 'Mcp-Session-Id, WWW-Authenticate, Retry-After';

/** How long a browser may keep what a preflight has told it, in seconds. */
const PREFLIGHT_SECONDS = '600';

/** Refuses with 403 what comes under a foreign name, as of a page whose name was made to mean this server. */
export function checkHost(
  { headers }: Request,
  { allowedHosts }: HttpConfig,
): Response | undefined {
  const { ok } = validateHostHeader(headers.get('host'), [...allowedHosts]);
  return ok ? undefined : refuse(403, 'This host is not one of MCP_ALLOWED_HOSTS');
}

/**
 * Refuses with 403 what a page of a foreign origin sends (DNS rebinding: MCP transports, security warning), and answers
 * what a page of an allowed one asks before (Fetch, section 3.2).
 * An answer to an allowed page gets the headers that let it be read.
 */
export function checkOrigin(
  { headers, method }: Request,
  response: Pick<ServerResponse, 'setHeader'>,
  { allowedOrigins }: HttpConfig,
): Response | undefined {
  const origin = headers.get('origin');
  if (origin === null || origin === '') return undefined;
  if (!isAllowed(origin, allowedOrigins)) {
    return refuse(403, 'This origin is not one of MCP_ALLOWED_ORIGINS');
  }
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', exposed);
  response.setHeader('Vary', 'Origin');
  const isPreflight = method === 'OPTIONS' && headers.has('access-control-request-method');
  return isPreflight ? preflight(headers) : undefined;
}

/** An origin is allowed as it is, or by its host name whatever its scheme and port. */
function isAllowed(origin: string, allowed: readonly string[]): boolean {
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && allowed.includes(new URL(origin).hostname);
}

/** An allowed origin may send any header: what they say is checked where they are read. */
function preflight(headers: Headers): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, DELETE',
      'Access-Control-Allow-Headers': headers.get('access-control-request-headers') ?? '',
      'Access-Control-Max-Age': PREFLIGHT_SECONDS,
    },
  });
}
