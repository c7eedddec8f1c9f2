import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey, type RemoteJWKSet } from 'jose';
import type { JwtConfig } from '../config/jwt-config.js';
import type { Runtime } from '../runtime.js';
import { createFetchJson } from './fetch-json.js';
import { findUrl } from './issuer-metadata.js';
import { sparing } from './sparing.js';

/** An unknown key has the keys fetched again, but not more often than this. */
const COOLDOWN_MS = 10_000;

/** Keys that have been withdrawn are good for no longer than this. */
const LONGEST_AGE_MS = 600_000;

const fix = 'Set MCP_JWT_JWKS_URL, or mend the metadata of MCP_JWT_ISSUER';

/**
 * The public keys of the authorization server, fetched when the first token comes, and again when they are old or lack
 * the one that is asked for. It throws what `FetchJson` throws if they cannot be had.
 */
export function createKeySource(
  { issuer, jwksUrl }: JwtConfig,
  { config }: Pick<Runtime, 'config'>,
): JWTVerifyGetKey {
  const fetchJson = createFetchJson(config);
  const fetchKeys = sparing((url: string) => fetchJson(url));
  const open = sparing(async (): Promise<RemoteJWKSet> => {
    const url = new URL(jwksUrl ?? (await findUrl({ issuer, name: 'jwks_uri', fix }, fetchJson)));
    return createRemoteJWKSet(url, {
      cooldownDuration: COOLDOWN_MS,
      cacheMaxAge: LONGEST_AGE_MS,
      [customFetch]: async (address) => Response.json(await fetchKeys(address)),
    });
  });
  let keys: Promise<RemoteJWKSet> | undefined;
  return async (header, token) => {
    keys ??= open().catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return (await keys)(header, token);
  };
}
