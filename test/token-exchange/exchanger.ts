import { basic } from '../inbound/post.js';
import { makeKey, makeToken, publicJwk } from '../inbound/issuer.js';
import { replyJson, startUpstream, type Answer } from '../support/upstream.js';

/** An authorization server that signs tokens for this server, and exchanges them for tokens of the API. */
export interface Exchanger extends AsyncDisposable {
  readonly url: string;
  /** A token of a caller; no two are the same. */
  readonly tokenOf: (sub: string) => string;
  /** The forms that it was sent. */
  readonly asked: () => readonly URLSearchParams[];
  /** What it answers in place of tokens from now on. */
  readonly answer: (answer: Answer | undefined) => void;
  /** What it gives for each caller, in this order. */
  readonly given: () => readonly string[];
}

export const resource = 'https://mcp.example.com/mcp';
export const client = { id: 'mcp', secret: 'secret of the exchanger' };

const key = makeKey('ES256', 'key');
const credentials = basic('mcp', 'secret+of+the+exchanger')['authorization'];

/** The lifetime of what it gives is in seconds. */
export async function startExchanger(lifetime = 3_600): Promise<Exchanger> {
  const given: string[] = [];
  let other: Answer | undefined;
  let made = 0;
  const upstream = await startUpstream((request, response) => {
    const { url, headers, body } = request;
    if (url === '/keys') replyJson(response, { keys: [publicJwk(key)] });
    else if (url !== '/token') replyJson(response, {}, 404);
    else if (other !== undefined) other(request, response);
    else if (headers.authorization !== credentials) {
      replyJson(response, { error: 'invalid_client' }, 401);
    } else {
      const token = `token/for/${subjectOf(body)}/${given.length}`;
      given.push(token);
      replyJson(response, {
        access_token: token,
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        token_type: 'Bearer',
        expires_in: lifetime,
      });
    }
  });
  return {
    url: upstream.url,
    tokenOf: (sub) => {
      const exp = Math.floor(Date.now() / 1_000) + 3_600;
      made += 1;
      return makeToken(key, { iss: upstream.url, aud: resource, sub, exp, jti: String(made) });
    },
    asked: () =>
      upstream.requests
        .filter(({ url }) => url === '/token')
        .map(({ body }) => new URLSearchParams(body)),
    answer: (answer) => (other = answer),
    given: () => given,
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  };
}

/** Whom the token names that is to be exchanged. */
export function subjectOf(form: string): string {
  const [, payload = ''] = new URLSearchParams(form).get('subject_token')?.split('.') ?? [];
  const { sub } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string };
  return sub;
}

/** The variables of a server that lets in whoever has a token, and has it exchanged. */
export function variables(exchanger: Exchanger): Readonly<Record<string, string>> {
  return {
    ...{ MCP_AUTH: 'jwt', MCP_JWT_ISSUER: exchanger.url, MCP_RESOURCE_URL: resource },
    MCP_JWT_JWKS_URL: `${exchanger.url}/keys`,
    ...exchanging(exchanger),
  };
}

/** Those of them that are about the exchange. */
export function exchanging(exchanger: Exchanger): Readonly<Record<string, string>> {
  return {
    MCP_TOKEN_EXCHANGE_URL: `${exchanger.url}/token`,
    MCP_TOKEN_EXCHANGE_CLIENT_ID: client.id,
    MCP_TOKEN_EXCHANGE_CLIENT_SECRET: client.secret,
    MCP_TOKEN_EXCHANGE_AUDIENCE: 'the-api',
    MCP_TOKEN_EXCHANGE_SCOPE: 'pets:read,pets:write',
  };
}
