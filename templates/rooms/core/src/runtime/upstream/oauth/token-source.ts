import type { OAuthClient } from '../../config/oauth-clients.js';
import type { Redact } from '../redactor.js';
import type { Secrets } from '../secrets.js';
import type { Send } from '../send.js';
import { unlessAborted, type Ending } from '../time-limit.js';
import { createDiscovery } from './discovery.js';
import { createTokenRequest, type Token } from './token-request.js';

/** The access token of one client. */
export interface TokenSource {
  /**
   * A token that is good for a while yet; however many ask, one request is made for it.
   * @throws ToolError if there is none to be had, or the reason to end once there is one.
   */
  readonly get: (ending: Ending) => Promise<string>;
  /** Takes a token out of use, if it has not been replaced already. */
  readonly reject: (token: string) => void;
}

/** The access tokens of one caller; the token by which it was let in cannot be had from here. */
export interface CallerTokens extends TokenSource {
  /** Replaces, in a text, that token and those that this has given. */
  readonly redact: Redact;
}

export interface TokenSourceOptions {
  readonly send: Send;
  readonly secrets: Secrets;
}

/** The tokens that the environment's credentials give. */
export function createClientTokens(
  client: OAuthClient,
  { send, secrets }: TokenSourceOptions,
): TokenSource {
  const { grant, endpoint } = client;
  const findEndpoint =
    'url' in endpoint ? () => Promise.resolve(endpoint) : createDiscovery(endpoint, send);
  const { learn, redact } = secrets;
  const request = createTokenRequest(client, { send, redact });
  let refreshToken = grant.type === 'refresh_token' ? grant.refreshToken : '';

  return createTokenSource(async () => {
    const token = await request(await findEndpoint(), grantFields(client, refreshToken));
    learn(token.accessToken);
    if (token.refreshToken !== undefined) {
      learn(token.refreshToken);
      // RFC 6749, section 6: the one that was used may not work again.
      refreshToken = token.refreshToken;
    }
    return token;
  });
}

/** The newest token that `fetchToken` has got, for as long as it is good. */
export function createTokenSource(fetchToken: () => Promise<Token>): TokenSource {
  let current: Token | undefined;
  let pending: Promise<Token> | undefined;
  return {
    get: async (ending) => {
      if (current !== undefined && Date.now() < current.freshUntil) return current.accessToken;
      pending ??= fetchToken()
        .then((token) => (current = token))
        .finally(() => (pending = undefined));
      // The request goes on for the others when one caller gives up.
      const token = await unlessAborted(ending, pending);
      return token.accessToken;
    },
    reject: (token) => {
      if (current?.accessToken === token) current = undefined;
    },
  };
}

/** RFC 6749, sections 4.3.2, 4.4.2 and 6. */
function grantFields(
  { grant, scope }: OAuthClient,
  refreshToken: string,
): Readonly<Record<string, string>> {
  const scoped = scope === '' ? {} : { scope };
  switch (grant.type) {
    case 'refresh_token':
      return { grant_type: grant.type, refresh_token: refreshToken, ...scoped };
    case 'password': {
      const { type, username, password } = grant;
      return { grant_type: type, username, password, ...scoped };
    }
    case 'client_credentials':
      return { grant_type: grant.type, ...scoped };
  }
}
