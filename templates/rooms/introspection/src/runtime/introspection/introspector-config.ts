import { checkPrivateUrl } from '../config/bearer-config.js';
import type { Environment } from '../config/environment.js';

/** How the authorization server is asked about tokens, and how long its answers count. */
export interface IntrospectorConfig {
  /** Where; absent: the metadata of the issuer say so. */
  readonly url?: string;
  /** Who asks (RFC 7662, section 2.1). */
  readonly client: { readonly id: string; readonly secret: string };
  /** How long a token that was active counts as such, at most until it expires. */
  readonly cacheMs: number;
}

/** What MCP_INTROSPECTION_… say of the endpoint; every problem with them is told to `report`. */
export function readIntrospector(
  environment: Environment,
  report: (problem: string) => void,
): IntrospectorConfig {
  const url = environment.text('MCP_INTROSPECTION_URL');
  if (url !== undefined) checkPrivateUrl('MCP_INTROSPECTION_URL', url, report);
  const required = (name: string, what: string): string => {
    const text = environment.text(name);
    if (text === undefined) {
      report(`${name} is not set; with MCP_AUTH=introspection set it to ${what}`);
    }
    return text ?? '';
  };
  const id = required(
    'MCP_INTROSPECTION_CLIENT_ID',
    'the name by which the authorization server knows this server',
  );
  const secret = required(
    'MCP_INTROSPECTION_CLIENT_SECRET',
    'the secret by which this server may ask about tokens',
  );
  const range = { fallback: 60, min: 0, max: 3_600 };
  return {
    ...(url !== undefined && { url }),
    client: { id, secret },
    cacheMs: environment.integer('MCP_INTROSPECTION_CACHE_SECONDS', range) * 1_000,
  };
}
