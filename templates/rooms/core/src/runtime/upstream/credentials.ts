import type { UpstreamRequest } from '../custom.js';
import type { Environment } from '../config/environment.js';
import { checkHeaderValue } from '../request/headers.js';
import { percentEncode } from '../request/percent-encoding.js';
import { ToolError } from '../tool-error.js';
import type { RequestTemplate, SecurityScheme } from '../tool.js';
import { basicToken } from './secrets.js';

/** One secret and where a request carries it. */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value: string;
}

export interface CredentialSource {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly environment: Environment;
  /** Whether custom code signs requests, as schemes that nothing else supports need. */
  readonly signs: boolean;
}

/**
 * The credentials of the first alternative that the environment provides in full. OpenAPI 3.1, section 4.8.30.
 * @throws ToolError that names the variables to set if there is none and the API wants some.
 */
export function findCredentials(
  security: RequestTemplate['security'],
  source: CredentialSource,
): readonly Credential[] {
  const alternatives = (security ?? []).map((names) =>
    names.map((name) => credentialOf(source.schemes[name], name, source)),
  );
  const usable = alternatives.find((parts) => parts.length > 0 && parts.every(isProvided));
  if (usable !== undefined) return usable.flatMap((part) => part.credentials);
  if (security === undefined || alternatives.some((parts) => parts.length === 0)) return [];
  const ways = alternatives.map((parts) =>
    parts.filter((part) => !isProvided(part)).map(({ missing }) => missing),
  );
  throw new ToolError(
    `Nothing was sent: the API wants credentials that this server does not have. Its operator must ${ways
      .map((way) => way.join(' and '))
      .join('; or ')}.`,
  );
}

/** The request with the credentials in it. */
export function addCredentials(
  request: UpstreamRequest,
  credentials: readonly Credential[],
): UpstreamRequest {
  const url = new URL(request.url);
  const headers = { ...request.headers };
  for (const credential of credentials) {
    const { name, value } = credential;
    switch (credential.in) {
      case 'header':
        checkHeaderValue(name, value);
        headers[name.toLowerCase()] = value;
        break;
      case 'cookie':
        checkHeaderValue('cookie', value);
        headers['cookie'] = [
          ...(headers['cookie'] ? [headers['cookie']] : []),
          `${name}=${value}`,
        ].join('; ');
        break;
      case 'query':
        url.search = [url.search.slice(1), `${percentEncode(name)}=${percentEncode(value)}`]
          .filter((part) => part !== '')
          .join('&');
        break;
    }
  }
  return { ...request, url: url.href, headers };
}

interface Part {
  readonly credentials: readonly Credential[];
  /** What the operator must do for the part; '' if nothing. */
  readonly missing: string;
}

function isProvided(part: Part): boolean {
  return part.missing === '';
}

function credentialOf(
  scheme: SecurityScheme | undefined,
  name: string,
  { environment, signs }: CredentialSource,
): Part {
  if (scheme === undefined || scheme.type === 'unsupported') {
    const what = `sign requests for ${scheme?.scheme ?? name} with the beforeRequest hook in src/custom`;
    return { credentials: [], missing: signs ? '' : what };
  }
  if (scheme.type === 'basic') {
    const { usernameEnv, passwordEnv } = scheme;
    const username = environment.text(usernameEnv);
    if (username === undefined) return missing(`set ${usernameEnv} and ${passwordEnv}`);
    const token = basicToken(username, environment.text(passwordEnv) ?? '');
    return provided({ in: 'header', name: 'authorization', value: `Basic ${token}` });
  }
  const value = environment.text(scheme.env);
  if (value === undefined) return missing(`set ${scheme.env}`);
  return provided(
    scheme.type === 'bearer'
      ? { in: 'header', name: 'authorization', value: `Bearer ${value}` }
      : { in: scheme.in, name: scheme.name, value },
  );
}

function provided(credential: Credential): Part {
  return { credentials: [credential], missing: '' };
}

function missing(what: string): Part {
  return { credentials: [], missing: what };
}
