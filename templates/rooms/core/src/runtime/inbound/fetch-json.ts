import type { Runtime } from '../runtime.js';
import { createDispatchers } from '../upstream/dispatcher.js';
import { failureReason, readJsonObject } from '../upstream/oauth/reply.js';
import { createSend } from '../upstream/send.js';

/** The JSON object at a URL; throws an Error that names the URL if there is none. */
export type FetchJson = (url: string) => Promise<Readonly<Record<string, unknown>>>;

/** Limits on what the authorization server says. */
const limits = { timeoutMs: 5_000, maxBytes: 1_000_000 };

/** Requests go the way of those to the API, by its proxy and with its authorities, but without its credentials. */
export function createFetchJson(config: Runtime['config']): FetchJson {
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
