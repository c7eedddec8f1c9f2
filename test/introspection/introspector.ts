import type { ServerResponse } from 'node:http';
import { basic } from '../inbound/post.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';

type Json = Readonly<Record<string, unknown>>;

/** What the server says about a token: JSON, or whatever a function writes. */
export type Said = Json | ((response: ServerResponse) => void);

/** An authorization server that tells its one client of tokens (RFC 7662). */
export interface Introspector extends AsyncDisposable {
  readonly url: string;
  /** What it was asked at its endpoint, as forms. */
  readonly asked: () => readonly URLSearchParams[];
  readonly requests: Upstream['requests'];
  /** What it says about tokens from now on; about others, that they are not active. */
  readonly tokens: Map<string, Said>;
  /** From now on its endpoint answers with this status. */
  readonly fail: (status: number | undefined) => void;
}

export const client = { id: 'mcp server', secret: 'secret:of/the client+' };

/** RFC 6749, section 2.3.1: both are encoded as in a form before they are joined. */
const credentials = basic('mcp+server', 'secret%3Aof%2Fthe+client%2B')['authorization'];

export async function startIntrospector(): Promise<Introspector> {
  const tokens = new Map<string, Said>();
  let failing: number | undefined;
  const upstream = await startUpstream(({ url, method, headers, body }, response) => {
    if (url === '/.well-known/oauth-authorization-server') {
      const endpoint = `${upstream.url}/introspect`;
      replyJson(response, { issuer: upstream.url, introspection_endpoint: endpoint });
    } else if (failing !== undefined) replyJson(response, {}, failing);
    else if (url !== '/introspect' || method !== 'POST') replyJson(response, {}, 404);
    else if (headers.authorization !== credentials) replyJson(response, {}, 401);
    else {
      const said = tokens.get(new URLSearchParams(body).get('token') ?? '') ?? { active: false };
      if (typeof said === 'function') said(response);
      else replyJson(response, said);
    }
  });
  return {
    url: upstream.url,
    requests: upstream.requests,
    asked: () =>
      upstream.requests
        .filter(({ url }) => url === '/introspect')
        .map(({ body }) => new URLSearchParams(body)),
    tokens,
    fail: (status) => (failing = status),
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  };
}

/** The variables of a server that asks it. */
export function variables(issuer: string, resource: string): Readonly<Record<string, string>> {
  return {
    ...{ MCP_AUTH: 'introspection', MCP_RESOURCE_URL: resource },
    MCP_INTROSPECTION_ISSUER: issuer,
    MCP_INTROSPECTION_CLIENT_ID: client.id,
    MCP_INTROSPECTION_CLIENT_SECRET: client.secret,
  };
}

/** What is said of a good token. */
export function active(resource: string, more: Json = {}): Json {
  const exp = Math.floor(Date.now() / 1_000) + 3_600;
  return {
    ...{ active: true, aud: resource, sub: 'alice', client_id: 'cli', scope: 'other mcp', exp },
    ...more,
  };
}
