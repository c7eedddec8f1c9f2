import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey, type RemoteJWKSet } from 'jose';
import type { JwtConfig } from '../config/jwt-config.js';
import type { Runtime } from '../runtime.js';
import { createDispatchers } from '../upstream/dispatcher.js';
import { failureReason, readJsonObject } from '../upstream/oauth/reply.js';
import { createSend } from '../upstream/send.js';
import { findJwksUrl } from './issuer-metadata.js';

/** The JSON object at a URL; throws an Error that names the URL if there is none. */
export type FetchJson = (url: string) => Promise<Readonly<Record<string, unknown>>>;

/** Limits on what the authorization server says. */
const limits = { timeoutMs: 5_000, maxBytes: 1_000_000 };

/** An unknown key has the keys fetched again, but not more often than this. */
const COOLDOWN_MS = 10_000;

/** Keys that have been withdrawn are good for no longer than this. */
const LONGEST_AGE_MS = 600_000;

/** After a failure no other request is made for this long. */
const FAILURE_PAUSE_MS = 5_000;

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
    const url = new URL(jwksUrl ?? (await findJwksUrl(issuer, fetchJson)));
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

/** Requests go the way of those to the API, by its proxy and with its authorities, but without its credentials. */
function createFetchJson(config: Runtime['config']): FetchJson {
  const send = createSend(createDispatchers(config), limits);
  const headers = { accept: 'application/json, application/jwk-set+json' };
  return async (url) => {
    const signal = new AbortController().signal;
    const response = await send({ method: 'GET', url, headers }, signal).catch((error: unknown) => {
      throw new Error(`${url}: ${failureReason(error)}`);
    });
    const value = response.status === 200 ? readJsonObject(response) : undefined;
    if (value === undefined) throw new Error(`${url}: it answered ${response.status} without JSON`);
    return value;
  };
}

/** The same attempt, which after a failure fails in the same way for a while: clients must not drive it. */
function sparing<A extends readonly unknown[], T>(
  attempt: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let failed: { readonly error: unknown; readonly until: number } | undefined;
  return async (...args) => {
    if (failed !== undefined && Date.now() < failed.until) throw failed.error;
    try {
      return await attempt(...args);
    } catch (error) {
      failed = { error, until: Date.now() + FAILURE_PAUSE_MS };
      throw error;
    }
  };
}
