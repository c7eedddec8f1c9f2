import type { OAuthClient } from '../../config/oauth-clients.js';
import type { UpstreamResponse } from '../../custom.js';
import { ToolError } from '../../tool-error.js';
import { clientToken } from '../secrets.js';
import { createRedactor, type Redact } from '../redactor.js';
import type { Send } from '../send.js';
import { endpointError, failureReason, readJsonObject } from './reply.js';

/** A bearer token. */
export interface Token {
  readonly accessToken: string;
  /** Milliseconds since the epoch from which on another one is needed. */
  readonly freshUntil: number;
  readonly refreshToken?: string;
}

/** How a client says who it is: by HTTP Basic, or in the form. RFC 6749, section 2.3.1. */
export type ClientAuth = 'header' | 'body';

export interface TokenEndpoint {
  readonly url: string;
  /** The way that it is known to accept. */
  readonly auth?: ClientAuth;
}

/** Who asks for tokens. */
export type TokenClient = Pick<OAuthClient, 'id' | 'secret' | 'auth' | 'variables'>;

interface TokenRequestOptions {
  readonly send: Send;
  readonly redact: Redact;
  /** What to do about an error code of RFC 6749, section 5.2, if not to check the client's variables. */
  readonly advise?: (error: string) => string | undefined;
}

type Fields = Readonly<Record<string, string>>;

/** Asks for a token. @throws ToolError if the endpoint gives none; it holds no secret of the request. */
export type RequestToken = (endpoint: TokenEndpoint, fields: Fields) => Promise<Token>;

/** A token is replaced so long before it expires, or after nine tenths of its time if that is later. */
const MARGIN_MS = 30_000;

/** Requests of one client, which remembers the way to authenticate that the endpoint has accepted. */
export function createTokenRequest(
  client: TokenClient,
  { send, redact, advise }: TokenRequestOptions,
): RequestToken {
  let accepted: ClientAuth | undefined = client.auth === 'auto' ? undefined : client.auth;

  return async (endpoint, fields) => {
    const post = async (auth: ClientAuth) => {
      const asked = Date.now();
      const response = await sendForm(endpoint.url, { client, auth, fields }, send);
      return { auth, token: readToken(response, asked), response };
    };
    const chosen = accepted ?? endpoint.auth;
    let reply = await post(chosen ?? 'header');
    if (chosen === undefined && client.secret !== undefined && isClientRefused(reply.response)) {
      reply = await post('body');
    }
    if (reply.token === undefined) {
      const { status } = reply.response;
      const isPassing = status === 429 || status >= 500;
      const error = readJsonObject(reply.response)?.['error'];
      const advice = isPassing
        ? 'Try again later'
        : (advise?.(String(error)) ?? `Check ${client.variables.join(', ')}`);
      const redactOwn = createRedactor([fields['subject_token'] ?? '']);
      const said = refusal(reply.response, (text) => redact(redactOwn(text)));
      throw endpointError(endpoint.url, `${said}. ${advice}`);
    }
    accepted = reply.auth;
    return reply.token;
  };
}

/** RFC 6749, sections 2.3.1 and 3.2. A client without a secret only names itself. */
async function sendForm(
  url: string,
  { client, auth, fields }: { client: TokenClient; auth: ClientAuth; fields: Fields },
  send: Send,
): Promise<UpstreamResponse> {
  const { id, secret } = client;
  const inHeader = auth === 'header' && id !== undefined && secret !== undefined;
  const form = new URLSearchParams({
    ...fields,
    ...(!inHeader && id !== undefined && { client_id: id }),
    ...(!inHeader && secret !== undefined && { client_secret: secret }),
  });
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    ...(inHeader && { authorization: `Basic ${clientToken(id, secret)}` }),
  };
  try {
    return await send(
      { method: 'POST', url, headers, body: form.toString() },
      new AbortController().signal,
    );
  } catch (error) {
    throw endpointError(url, failureReason(error));
  }
}

/** RFC 6749, section 5.1. Undefined if the response holds no token. */
function readToken(response: UpstreamResponse, asked: number): Token | undefined {
  const reply = readJsonObject(response);
  const accessToken = tokenText(reply?.['access_token']);
  if (reply === undefined || accessToken === undefined || response.status !== 200) return undefined;
  const type = reply['token_type'] ?? 'bearer';
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
    throw new ToolError('Nothing was sent: the API gave an access token that is no bearer token.');
  }
  const lifetime = Number(reply['expires_in'] ?? Infinity) * 1000;
  const refreshToken = tokenText(reply['refresh_token']);
  return {
    accessToken,
    freshUntil: lifetime >= 0 ? asked + lifetime - Math.min(MARGIN_MS, lifetime / 10) : Infinity,
    ...(refreshToken !== undefined && { refreshToken }),
  };
}

/** RFC 6749, appendix A.12 and A.17, without the space, which no header could tell from its own. */
function tokenText(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}

/** RFC 6749, section 5.2; some say of a client that they do not see that the request is invalid. */
function isClientRefused(response: UpstreamResponse): boolean {
  if (response.status !== 400 && response.status !== 401) return false;
  const code = readJsonObject(response)?.['error'];
  return code === 'invalid_client' || code === 'invalid_request' || response.status === 401;
}

/** What the endpoint says: the status, and the error in the characters that RFC 6749, section 5.2 allows. */
function refusal(response: UpstreamResponse, redact: Redact): string {
  const reply = readJsonObject(response);
  const said = [reply?.['error'], reply?.['error_description']]
    .filter((text) => typeof text === 'string')
    // Half a secret would not be recognised later.
    .map((text) =>
      redact(text)
        .replace(/[^\x20-\x7e]+/g, ' ')
        .slice(0, 200),
    );
  return [`it answered ${response.status}`, ...said].join(': ');
}
