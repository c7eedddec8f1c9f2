import type { Runtime } from '../runtime.js';
import type { SecurityScheme } from '../security-scheme.js';
import type { Credential } from './credentials.js';
import { createClientTokens, type CallerTokens, type TokenSource } from './oauth/token-source.js';
import { basicToken } from './secrets.js';
import type { Send } from './send.js';
import { takesToken } from './takes-token.js';

/** What one scheme adds to a request. */
export interface Part {
  readonly credentials?: readonly Credential[];
  /** Where the scheme's bearer token comes from. */
  readonly tokens?: TokenSource;
  /** The token stands for the caller, and goes before what others share. */
  readonly isCallers?: true;
  /** It is for `beforeRequest` to provide, which may or may not. */
  readonly byHook?: true;
  /** What the operator must do before the scheme can be used; absent if nothing. */
  readonly missing?: string;
}

/** What the caller's own request provides. */
export interface FromCaller {
  readonly headers: readonly Credential[];
  readonly tokens: CallerTokens | undefined;
}

/** The part of the scheme called `name`, given what the caller provides. */
export type PartOf = (name: string, fromCaller: FromCaller) => Part;

/** The environment does not change: what it provides is found out once. */
export function createParts(runtime: Runtime, send: Send): PartOf {
  const { definition, config } = runtime;
  const schemes = Object.entries(definition.securitySchemes);
  const own = new Map(
    schemes.map(([name, scheme]) => {
      const part = ownPart(name, scheme, runtime, send);
      const replaced = part.missing !== undefined && carries(config.headers, scheme);
      return [name, { scheme, part: replaced ? {} : part }] as const;
    }),
  );
  return (name, { headers, tokens }) => {
    const known = own.get(name);
    if (known === undefined) return { missing: signing(name) };
    if (carries(headers, known.scheme)) return {};
    if (tokens !== undefined && takesToken(known.scheme)) return { tokens, isCallers: true };
    return known.part;
  };
}

function ownPart(name: string, scheme: SecurityScheme, runtime: Runtime, send: Send): Part {
  const { environment, config, custom } = runtime;
  switch (scheme.type) {
    case 'apiKey': {
      const value = environment.text(scheme.env);
      if (value === undefined) return { missing: `set ${scheme.env}` };
      return { credentials: [{ in: scheme.in, name: scheme.name, value }] };
    }
    case 'bearer': {
      const token = environment.text(scheme.env);
      return token === undefined
        ? { missing: `set ${scheme.env}` }
        : authorization(`Bearer ${token}`);
    }
    case 'basic': {
      const username = environment.text(scheme.usernameEnv);
      const password = environment.text(scheme.passwordEnv);
      // RFC 7617 allows either to be empty, and APIs take a key for one of them.
      return username === undefined && password === undefined
        ? { missing: `set ${scheme.usernameEnv} and ${scheme.passwordEnv}` }
        : authorization(`Basic ${basicToken(username ?? '', password ?? '')}`);
    }
    case 'oauth2': {
      const token = environment.text(scheme.accessTokenEnv);
      if (token !== undefined) return authorization(`Bearer ${token}`);
      const client = config.oauthClients.get(name);
      if (client !== undefined && 'grant' in client) {
        return { tokens: createClientTokens(client, { send, secrets: runtime.secrets }) };
      }
      const other = client === undefined ? '' : ` (or ${client.missing})`;
      return { missing: `set ${scheme.accessTokenEnv}${other}` };
    }
    case 'mutualTLS':
      return config.tls.client === undefined
        ? { missing: 'set API_CLIENT_CERT_FILE and API_CLIENT_KEY_FILE' }
        : {};
    case 'unsupported':
      return custom.hooks?.beforeRequest === undefined
        ? { missing: signing(scheme.scheme) }
        : { byHook: true };
  }
}

function authorization(value: string): Part {
  return { credentials: [{ in: 'header', name: 'authorization', value }] };
}

function signing(what: string): string {
  return `sign requests for ${what} with the beforeRequest hook in src/custom/index.ts`;
}

/** Whether one of the headers is where the scheme has its credential. */
function carries(headers: readonly Credential[], scheme: SecurityScheme): boolean {
  switch (scheme.type) {
    case 'apiKey':
      return headers.some(({ name, value }) => {
        if (scheme.in === 'header') return name === scheme.name.toLowerCase();
        return scheme.in === 'cookie' && name === 'cookie' && hasCookie(value, scheme.name);
      });
    case 'bearer':
    case 'basic':
    case 'oauth2':
    case 'unsupported':
      return headers.some(({ name }) => name === 'authorization');
    case 'mutualTLS':
      return false;
  }
}

/** RFC 6265, section 4.2.1. */
function hasCookie(header: string, name: string): boolean {
  return header.split(';').some((pair) => pair.trim().startsWith(`${name}=`));
}
