import { createHash } from 'node:crypto';
import type { Runtime } from '../runtime.js';
import { createDispatchers } from '../upstream/dispatcher.js';
import { createTokenRequest } from '../upstream/oauth/token-request.js';
import {
  createTokenSource,
  type CallerTokens,
  type TokenSource,
} from '../upstream/oauth/token-source.js';
import { createRedactor } from '../upstream/redactor.js';
import { createSend } from '../upstream/send.js';
import type { ExchangeConfig } from './exchange-config.js';

/** Limits on what the authorization server says. */
const limits = { timeoutMs: 10_000, maxBytes: 100_000 };

/** Tokens whose exchange is remembered; of more, those that were used last. */
const MOST_KEPT = 5_000;

/** RFC 8693, section 3. */
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/** What the endpoint says of a token that it does not take: RFC 8693, section 2.2.2, and what others say. */
const refusals: readonly string[] = ['invalid_request', 'invalid_grant', 'invalid_token'];

/**
 * Makes the tokens of a caller. Each of the caller's own is exchanged when the first call needs it, by one request
 * however many calls wait; the outcome is kept until shortly before it expires, for whoever shows that same token.
 */
export function createExchange(
  { url, client, wanted }: ExchangeConfig,
  { config, secrets }: Pick<Runtime, 'config' | 'secrets'>,
): (token: string) => CallerTokens {
  const request = createTokenRequest(client, {
    send: createSend(createDispatchers(config), limits),
    redact: secrets.redact,
    advise: (error) =>
      refusals.includes(error)
        ? 'It does not take the token by which the caller is signed in to this server: sign in again. ' +
          `If that does not help, its operator must check ${client.variables.join(', ')}`
        : undefined,
  });
  // By digests, in the order in which they were last used.
  const sources = new Map<string, TokenSource>();

  const sourceOf = (token: string): TokenSource => {
    const key = createHash('sha256').update(token).digest('base64url');
    const fields = {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      ...{ subject_token: token, subject_token_type: ACCESS_TOKEN },
      ...{ requested_token_type: ACCESS_TOKEN, ...wanted },
    };
    const source = sources.get(key) ?? createTokenSource(() => request({ url }, fields));
    sources.delete(key);
    sources.set(key, source);
    const [oldest] = sources.size > MOST_KEPT ? sources.keys() : [];
    if (oldest !== undefined) sources.delete(oldest);
    return source;
  };

  return (token) => {
    const given = new Set<string>();
    return {
      redact: (text) => createRedactor([token, ...given])(text),
      get: async (signal) => {
        const exchanged = await sourceOf(token).get(signal);
        given.add(exchanged);
        return exchanged;
      },
      reject: (exchanged) => {
        sourceOf(token).reject(exchanged);
      },
    };
  };
}
