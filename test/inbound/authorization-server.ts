import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages } from '../corpus/inputs.js';
import { repository } from '../support/workspace.js';
import { makeKey } from './issuer.js';
import { basic } from './post.js';

/** What of oidc-provider is used here. */
interface Provider {
  readonly callback: () => (request: IncomingMessage, response: ServerResponse) => void;
  readonly interactionDetails: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<Interaction>;
  readonly interactionFinished: (
    request: IncomingMessage,
    response: ServerResponse,
    result: object,
    options: { readonly mergeWithLastSubmission: boolean },
  ) => Promise<void>;
  readonly Grant: new (of: { readonly accountId: string; readonly clientId: string }) => Grant;
}

interface Interaction {
  readonly prompt: {
    readonly name: string;
    readonly details: {
      readonly missingOIDCScope?: readonly string[];
      readonly missingResourceScopes?: Readonly<Record<string, readonly string[]>>;
    };
  };
  readonly params: { readonly client_id: string };
  readonly session?: { readonly accountId: string };
}

interface Grant {
  readonly addOIDCScope: (scope: string) => void;
  readonly addResourceScope: (resource: string, scope: string) => void;
  readonly save: () => Promise<string>;
}

type ProviderClass = new (issuer: string, options: object) => Provider;

/** oidc-provider, where alice logs in and consents to whatever is asked. */
export interface AuthorizationServer extends AsyncDisposable {
  readonly issuer: string;
  /** Opens an authorization URL as a browser would, up to where the client is called back. */
  readonly browse: (url: URL) => Promise<URL>;
  /** Makes a token useless (RFC 7009). */
  readonly revoke: (token: string) => Promise<void>;
}

/** The client that may ask about tokens, and revoke its own. */
export const resourceClient = { id: 'resource', secret: 'secret-of-the-resource-server' };

/** Starts it with clients that register themselves and tokens for any resource that has one of the scopes. */
export async function startAuthorizationServer(
  scopes: readonly string[],
  format: 'jwt' | 'opaque' = 'jwt',
): Promise<AuthorizationServer> {
  const folder = join(repository, '.cache/oauth');
  await installPackages(folder, ['oidc-provider@9.13.3']);
  const file = pathToFileURL(join(folder, 'node_modules/oidc-provider/lib/index.js'));
  const { Provider } = (await import(file.href)) as { readonly Provider: ProviderClass };

  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, optionsOf(scopes, format));
  const callback = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, request, response);
    else callback(request, response);
  });
  return {
    issuer,
    browse: (url) => browse(url, issuer),
    revoke: (token) => revoke(token, issuer),
    [Symbol.asyncDispose]: () => stop(server),
  };
}

function optionsOf(scopes: readonly string[], format: 'jwt' | 'opaque'): object {
  const { privateKey, kid, alg } = makeKey('RS256', 'signing');
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid, alg, use: 'sig' };
  const resourceServer = (_: unknown, audience: string) => ({
    ...{ audience, scope: scopes.join(' '), accessTokenFormat: format, accessTokenTTL: 300 },
    ...(format === 'jwt' && { jwt: { sign: { alg } } }),
  });
  return {
    jwks: { keys: [jwk] },
    clients: [
      {
        ...{ client_id: resourceClient.id, client_secret: resourceClient.secret },
        ...{ redirect_uris: [], response_types: [], grant_types: [] },
      },
    ],
    scopes: ['openid', 'offline_access', ...scopes],
    cookies: { keys: ['only-for-tests'] },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true, allowedPolicy: () => Promise.resolve(true) },
      resourceIndicators: {
        ...{ enabled: true, getResourceServerInfo: resourceServer },
        useGrantedResource: () => true,
      },
    },
    interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
  };
}

/** What a person would do on the pages of the authorization server. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  const finish = (result: object): Promise<void> =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  if (prompt.name === 'login') return finish({ login: { accountId: 'alice' } });
  const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details;
  const grant = new provider.Grant({
    accountId: session?.accountId ?? '',
    clientId: params.client_id,
  });
  grant.addOIDCScope(missingOIDCScope.join(' '));
  for (const [resource, missing] of Object.entries(missingResourceScopes)) {
    grant.addResourceScope(resource, missing.join(' '));
  }
  return finish({ consent: { grantId: await grant.save() } });
}

async function browse(start: URL, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let steps = 0; steps < 20; steps += 1) {
    if (url.origin !== issuer) return url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${url.pathname}: ${await response.text()}`);
    url = new URL(location, url);
  }
  throw new Error(`${start.href} leads round in circles`);
}

async function revoke(token: string, issuer: string): Promise<void> {
  const body = new URLSearchParams({ token });
  const headers = basic(resourceClient.id, resourceClient.secret);
  const response = await fetch(`${issuer}/token/revocation`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
