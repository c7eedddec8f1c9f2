import type { DiscoveredEndpoint } from '../../config/oauth-clients.js';
import { isPrivateChannel } from '../../config/token-url.js';
import type { Send } from '../send.js';
import { endpointError, failureReason, readJsonObject } from './reply.js';
import type { ClientAuth, TokenEndpoint } from './token-request.js';

const wellKnown = '/.well-known/openid-configuration';

/**
 * Finds the token endpoint by the metadata of the issuer (OpenID Connect Discovery 1.0, section 4), once.
 * It throws a ToolError if the metadata cannot be had, are of another issuer, or name an endpoint on an origin that
 * is neither the issuer's nor in API_ALLOWED_ORIGINS.
 */
export function createDiscovery(
  endpoint: DiscoveredEndpoint,
  send: Send,
): () => Promise<TokenEndpoint> {
  let found: TokenEndpoint | undefined;
  return async () => (found ??= await discover(endpoint, send));
}

async function discover(endpoint: DiscoveredEndpoint, send: Send): Promise<TokenEndpoint> {
  const { discoveryUrl, allowedOrigins, tokenUrlEnv } = endpoint;
  const fail = (reason: string) =>
    endpointError(discoveryUrl, `${reason}. Its operator can set ${tokenUrlEnv} instead`);
  const headers = { accept: 'application/json' };
  const response = await send(
    { method: 'GET', url: discoveryUrl, headers },
    new AbortController().signal,
  ).catch((error: unknown) => {
    throw fail(failureReason(error));
  });
  const metadata = response.status === 200 ? readJsonObject(response) : undefined;
  if (metadata === undefined) throw fail(`it answered ${response.status} without metadata`);
  if (!isIssuer(metadata['issuer'], discoveryUrl)) throw fail('its metadata are of another issuer');
  const url = parseUrl(metadata['token_endpoint']);
  if (url === undefined || !isPrivateChannel(url)) throw fail('it names no token endpoint');
  if (![new URL(discoveryUrl).origin, ...allowedOrigins].includes(url.origin)) {
    throw fail(
      `it names a token endpoint at ${url.origin}, which API_ALLOWED_ORIGINS does not list`,
    );
  }
  const auth = clientAuth(metadata['token_endpoint_auth_methods_supported']);
  return { url: url.href, ...(auth !== undefined && { auth }) };
}

/** OpenID Connect Discovery 1.0, section 4.3; other metadata, as of RFC 8414, are at least of the same origin. */
function isIssuer(issuer: unknown, discoveryUrl: string): boolean {
  const url = parseUrl(issuer);
  if (url === undefined || typeof issuer !== 'string') return false;
  return discoveryUrl.endsWith(wellKnown)
    ? issuer.replace(/\/$/, '') + wellKnown === discoveryUrl
    : url.origin === new URL(discoveryUrl).origin;
}

function clientAuth(methods: unknown): ClientAuth | undefined {
  if (!Array.isArray(methods)) return undefined;
  if (methods.includes('client_secret_basic')) return 'header';
  return methods.includes('client_secret_post') ? 'body' : undefined;
}

function parseUrl(value: unknown): URL | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
}
