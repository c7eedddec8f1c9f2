import type { BearerConfig } from '../config/bearer-config.js';
import type { Runtime } from '../runtime.js';

const wellKnown = '/.well-known/oauth-protected-resource';

/** Where the metadata of a resource are (RFC 9728, section 3.1). */
export function resourceMetadataUrl(resource: string): string {
  const { origin, pathname } = new URL(resource);
  return origin + wellKnown + pathname.replace(/\/$/, '');
}

/** The answer to a request for the metadata of this server; undefined to any other request. */
export type MetadataResponse = (request: Request) => Response | undefined;

/**
 * Tells anyone which authorization server gives out tokens for this server (RFC 9728, section 2), at the well-known path
 * and, for clients that look no further, without the path of the resource. Without OAuth there is nothing to tell.
 */
export function createResourceMetadata(
  { config, definition }: Pick<Runtime, 'config' | 'definition'>,
  scopes: readonly string[] = [],
): MetadataResponse {
  const { inbound } = config;
  if (!('resource' in inbound)) return () => undefined;
  const paths = [wellKnown, new URL(resourceMetadataUrl(inbound.resource)).pathname];
  const metadata = metadataOf(inbound, definition.title, scopes);
  return ({ method, url }) => {
    if (!paths.includes(new URL(url).pathname)) return undefined;
    // Public, and read by clients in browsers.
    const headers = { 'access-control-allow-origin': '*' };
    if (method !== 'GET') {
      return new Response(null, { status: 405, headers: { ...headers, allow: 'GET' } });
    }
    return Response.json(metadata, { headers: { ...headers, 'cache-control': 'max-age=300' } });
  };
}

function metadataOf(
  { resource, issuer, requiredScopes }: BearerConfig,
  title: string,
  scopes: readonly string[],
): Readonly<Record<string, unknown>> {
  const supported = [...new Set([...requiredScopes, ...scopes])].sort();
  return {
    resource,
    authorization_servers: [issuer],
    ...(supported.length > 0 && { scopes_supported: supported }),
    bearer_methods_supported: ['header'],
    resource_name: title,
  };
}
