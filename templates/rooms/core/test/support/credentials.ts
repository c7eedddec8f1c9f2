import type { SecurityScheme } from '../../src/runtime/security-scheme.js';
import type { Tool } from '../../src/runtime/tool.js';
import { definition } from './environment.js';
import type { Recorded } from './upstream.js';

/** `test-user:test-secret`, as basic authentication has it (RFC 7617, section 2). */
const basic = Buffer.from('test-user:test-secret').toString('base64');

/** Whether the environment of the tests has the credentials that a tool needs. */
export function hasCredentials({ request: { security } }: Tool): boolean {
  return security === undefined || usedAlternative(security) !== undefined;
}

/** The credentials that a tool's requests carry, such as `header x-api-key: test-secret`; sorted. */
export function expectedCredentials({ request: { security = [] } }: Tool): readonly string[] {
  const used = usedAlternative(security) ?? [];
  return [...new Set(used.flatMap((name) => written(definition.securitySchemes[name])))].sort();
}

/** Variables that a tool cannot be called without: of each alternative the first. */
export function neededVariables({ request: { security = [] } }: Tool): readonly string[] {
  if (security.some((names) => names.length === 0)) return [];
  return security.flatMap((names) =>
    names.flatMap((name) => variable(definition.securitySchemes[name]) ?? []).slice(0, 1),
  );
}

/** A request without the credentials of the tests, and what these were. */
export function withoutCredentials(request: Recorded): {
  readonly bare: Recorded;
  readonly credentials: readonly string[];
} {
  const credentials: string[] = [];
  const take = (place: string, name: string, value: string): boolean => {
    const isSecret = value.includes('test-secret') || value.includes(basic);
    if (isSecret) credentials.push(`${place} ${name}: ${value}`);
    return !isSecret;
  };
  const pairs = (place: string, text: string, separator: string): string =>
    text
      .split(separator)
      .filter((pair) => take(place, ...nameAndValue(pair)))
      .join(separator);

  const [path = '', search = ''] = request.url.split('?', 2);
  const query = pairs('query', search, '&');
  const headers = Object.entries(request.headers).flatMap(([name, value]) => {
    const kept = name === 'cookie' ? pairs('cookie', value, '; ') : value;
    return kept !== '' && take('header', name, kept) ? [[name, kept] as const] : [];
  });
  const url = query === '' ? path : `${path}?${query}`;
  return { bare: { ...request, url, headers: Object.fromEntries(headers) }, credentials };
}

type Security = NonNullable<Tool['request']['security']>;

/** The first alternative that the tests have the credentials of; none is the last resort. */
function usedAlternative(security: Security): readonly string[] | undefined {
  const isKnown = (name: string): boolean =>
    variable(definition.securitySchemes[name]) !== undefined;
  return (
    security.find((names) => names.length > 0 && names.every(isKnown)) ??
    security.find((names) => names.length === 0)
  );
}

/** The variable that the tests set for a scheme, if there is one. */
function variable(scheme: SecurityScheme | undefined): string | undefined {
  switch (scheme?.type) {
    case 'apiKey':
    case 'bearer':
      return scheme.env;
    case 'basic':
      return scheme.usernameEnv;
    case 'oauth2':
      return scheme.accessTokenEnv;
    case 'mutualTLS':
    case 'unsupported':
    case undefined:
      return undefined;
  }
}

function written(scheme: SecurityScheme | undefined): readonly string[] {
  switch (scheme?.type) {
    case 'apiKey': {
      const name = scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name;
      return [`${scheme.in} ${name}: test-secret`];
    }
    case 'bearer':
    case 'oauth2':
      return ['header authorization: Bearer test-secret'];
    case 'basic':
      return [`header authorization: Basic ${basic}`];
    case 'mutualTLS':
    case 'unsupported':
    case undefined:
      return [];
  }
}

function nameAndValue(pair: string): [name: string, value: string] {
  const [name = '', ...value] = pair.split('=');
  return [decodeURIComponent(name), value.join('=')];
}
