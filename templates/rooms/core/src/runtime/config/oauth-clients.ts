import type { OAuth2Client, TokenGrant } from '../security-scheme.js';
import type { ServerDefinition } from '../tool.js';
import type { Environment } from './environment.js';
import type { Target, Targets } from './targets.js';
import { readTokenUrl } from './token-url.js';

/** Everything that a request for a token takes. */
export interface OAuthClient {
  readonly grant:
    | { readonly type: 'refresh_token'; readonly refreshToken: string }
    | { readonly type: 'password'; readonly username: string; readonly password: string }
    | { readonly type: 'client_credentials' };
  readonly id?: string;
  readonly secret?: string;
  /** `auto`: in the header, or else in the body. */
  readonly auth: 'auto' | 'header' | 'body';
  /** Scopes with spaces between them; '' to ask for none in particular. */
  readonly scope: string;
  readonly endpoint: { readonly url: string } | DiscoveredEndpoint;
  /** The variables that decide whether a token is given. */
  readonly variables: readonly string[];
}

/** A token endpoint that the issuer's metadata name. */
export interface DiscoveredEndpoint {
  readonly discoveryUrl: string;
  /** Origins besides that of `discoveryUrl` where the endpoint may be. */
  readonly allowedOrigins: readonly string[];
  /** The variable that makes the discovery needless. */
  readonly tokenUrlEnv: string;
}

/** A client, or the variables that would make one. */
export type OAuthClientConfig = OAuthClient | { readonly missing: string };

/** The client of each OAuth 2 scheme that can have one. What is set wrong is told to `report`. */
export function readOAuthClients(
  definition: ServerDefinition,
  environment: Environment,
  targets: Targets,
  report: (problem: string) => void,
): ReadonlyMap<string, OAuthClientConfig> {
  const clients = new Map<string, OAuthClientConfig>();
  for (const [name, scheme] of Object.entries(definition.securitySchemes)) {
    if (scheme.type !== 'oauth2' || scheme.client === undefined) continue;
    clients.set(name, readClient(scheme.client, { environment, targets, report }));
  }
  return clients;
}

interface Reading {
  readonly environment: Environment;
  readonly targets: Targets;
  readonly report: (problem: string) => void;
}

function readClient(client: OAuth2Client, reading: Reading): OAuthClientConfig {
  const { environment } = reading;
  const found = client.grants.flatMap((declared) => {
    const grant = readGrant(declared, client, environment);
    return grant === undefined ? [] : [{ declared, grant }];
  })[0];
  const auth = environment.choice(client.authEnv, ['auto', 'header', 'body'], 'auto');
  const tokenUrl = readOverride(client.tokenUrlEnv, reading);
  if (found === undefined) {
    const ways = client.grants.map((grant) => variablesOf(grant, client).join(' and '));
    return { missing: ways.join(', or ') };
  }
  const endpoint = tokenUrl ?? readEndpoint(client, found.declared, reading.targets);
  if ('problem' in endpoint) return { missing: `${client.tokenUrlEnv}, as ${endpoint.problem}` };
  const id = environment.text(client.idEnv);
  const secret = environment.text(client.secretEnv);
  // RFC 6749, section 6: by default a refreshed token has the scopes that the first one had.
  const scopes = found.grant.type === 'refresh_token' ? [] : client.scopes;
  return {
    grant: found.grant,
    ...(id !== undefined && { id }),
    ...(secret !== undefined && { secret }),
    auth,
    scope: environment.text(client.scopesEnv) ?? scopes.join(' '),
    endpoint,
    variables: [
      ...new Set([...variablesOf(found.declared, client), client.idEnv, client.secretEnv]),
    ],
  };
}

/** The grant with its secrets; undefined if some are not set. */
function readGrant(
  grant: TokenGrant,
  { idEnv, secretEnv }: OAuth2Client,
  environment: Environment,
): OAuthClient['grant'] | undefined {
  switch (grant.type) {
    case 'refresh_token': {
      const refreshToken = environment.text(grant.refreshTokenEnv);
      const isSet = refreshToken !== undefined && environment.text(idEnv) !== undefined;
      return isSet ? { type: grant.type, refreshToken } : undefined;
    }
    case 'password': {
      const username = environment.text(grant.usernameEnv);
      const password = environment.text(grant.passwordEnv);
      const isSet = username !== undefined && password !== undefined;
      return isSet ? { type: grant.type, username, password } : undefined;
    }
    case 'client_credentials': {
      const isSet = [idEnv, secretEnv].every((name) => environment.text(name) !== undefined);
      return isSet ? { type: grant.type } : undefined;
    }
  }
}

function variablesOf(grant: TokenGrant, { idEnv, secretEnv }: OAuth2Client): readonly string[] {
  switch (grant.type) {
    case 'refresh_token':
      return [grant.refreshTokenEnv, idEnv];
    case 'password':
      return [grant.usernameEnv, grant.passwordEnv];
    case 'client_credentials':
      return [idEnv, secretEnv];
  }
}

/** What the operator sets is taken as it is, http within a private network included. */
function readOverride(
  name: string,
  { environment, report }: Reading,
): { readonly url: string } | undefined {
  const text = environment.text(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '') {
    return { url: url.href };
  }
  report(`${name} must be an http(s) URL without user name`);
  return undefined;
}

function readEndpoint(
  client: OAuth2Client,
  grant: TokenGrant,
  targets: Targets,
): OAuthClient['endpoint'] | Extract<Target, { readonly problem: string }> {
  if (grant.tokenUrl !== undefined) return readTokenUrl(grant.tokenUrl, targets);
  if (client.discoveryUrl === undefined) return { problem: 'the description has no token URL' };
  const discovery = readTokenUrl(client.discoveryUrl, targets);
  if ('problem' in discovery) return discovery;
  const { allowedOrigins } = targets;
  const { tokenUrlEnv } = client;
  return { discoveryUrl: discovery.url, allowedOrigins, tokenUrlEnv };
}
