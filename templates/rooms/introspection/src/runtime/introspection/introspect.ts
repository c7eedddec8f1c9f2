import { createFetchJson } from '../inbound/fetch-json.js';
import { findUrl } from '../inbound/issuer-metadata.js';
import { sparing } from '../inbound/sparing.js';
import type { Runtime } from '../runtime.js';
import { createDispatchers } from '../upstream/dispatcher.js';
import { failureReason, readJsonObject } from '../upstream/oauth/reply.js';
import { clientToken } from '../upstream/secrets.js';
import { createSend } from '../upstream/send.js';
import type { IntrospectorConfig } from './introspector-config.js';

/** What the authorization server says about a token, as it says it (RFC 7662, section 2.2). */
export type Introspection = Readonly<Record<string, unknown>>;

/** Limits on what the authorization server says. */
const limits = { timeoutMs: 5_000, maxBytes: 100_000 };

const fix = 'Set MCP_INTROSPECTION_URL, or mend the metadata of MCP_INTROSPECTION_ISSUER';

/**
 * Asks the authorization server about a token, once. It throws an Error that names the endpoint, and holds nothing of
 * what it said, if there is no answer whose `active` is a boolean.
 */
export function createIntrospect(
  issuer: string,
  { url, client }: IntrospectorConfig,
  { config }: Pick<Runtime, 'config'>,
): (token: string) => Promise<Introspection> {
  // Redirects are not followed: the token is for nobody else.
  const send = createSend(createDispatchers(config), limits);
  const headers = {
    accept: 'application/json',
    authorization: `Basic ${clientToken(client.id, client.secret)}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const find = sparing(() =>
    findUrl({ issuer, name: 'introspection_endpoint', fix }, createFetchJson(config)),
  );
  let found = url;

  return async (token) => {
    found ??= await find();
    const endpoint = found;
    const body = new URLSearchParams({ token, token_type_hint: 'access_token' }).toString();
    const { signal } = new AbortController();
    const response = await send({ method: 'POST', url: endpoint, headers, body }, signal).catch(
      (error: unknown) => {
        throw new Error(`${endpoint}: ${failureReason(error)}`);
      },
    );
    const { status } = response;
    if (status === 401 || status === 403) {
      throw new Error(
        `${endpoint}: it answered ${status}; check MCP_INTROSPECTION_CLIENT_ID and MCP_INTROSPECTION_CLIENT_SECRET`,
      );
    }
    const answer = status === 200 ? readJsonObject(response) : undefined;
    if (typeof answer?.['active'] === 'boolean') return answer;
    throw new Error(`${endpoint}: it answered ${status} without saying whether a token is active`);
  };
}
