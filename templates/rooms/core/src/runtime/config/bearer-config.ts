import type { Environment } from './environment.js';
import { isPrivateChannel } from './token-url.js';

/** Whoever has an access token that an authorization server has given out for this server. */
export interface BearerConfig {
  /** The authorization server: what `iss` must be, character by character (RFC 8414, section 2). */
  readonly issuer: string;
  /** The URL by which clients know this server (RFC 9728, section 1.2). */
  readonly resource: string;
  /** What `aud` must be or hold, one of these. */
  readonly audiences: readonly string[];
  readonly clockToleranceSeconds: number;
  /** What every request needs. */
  readonly requiredScopes: readonly string[];
}

/** Whoever has an access token that the authorization server, asked about it, calls active (RFC 7662). */
export interface IntrospectionConfig extends BearerConfig {
  readonly kind: 'introspection';
}

type Report = (problem: string) => void;

/** What MCP_RESOURCE_URL and the variables of this way in say; every problem with them is told to `report`. */
export function readBearerConfig(
  kind: 'jwt' | 'introspection',
  environment: Environment,
  report: Report,
): BearerConfig {
  const prefix = `MCP_${kind.toUpperCase()}`;
  const identifier = (name: string, what: string): string =>
    readIdentifier(name, `with MCP_AUTH=${kind} set it to ${what}`, environment, report);
  const issuer = identifier(
    `${prefix}_ISSUER`,
    'the URL of the authorization server, as tokens have it in `iss`',
  );
  const resource = identifier('MCP_RESOURCE_URL', 'the URL at which clients reach this server');
  const audience = environment.text(`${prefix}_AUDIENCE`);
  return {
    issuer,
    resource,
    audiences: audience === undefined ? withAndWithoutSlash(resource) : [audience],
    clockToleranceSeconds: environment.integer(`${prefix}_CLOCK_TOLERANCE_SECONDS`, {
      fallback: 30,
      min: 0,
      max: 300,
    }),
    requiredScopes: readScopes(environment, report),
  };
}

/** RFC 8414, section 2, and RFC 9728, section 1.2: a URL without a query or fragment. */
function readIdentifier(
  name: string,
  fix: string,
  environment: Environment,
  report: Report,
): string {
  const text = environment.text(name);
  if (text === undefined) {
    report(`${name} is not set; ${fix}`);
  } else if (checkPrivateUrl(name, text, report) && /[?#]/.test(text)) {
    report(`${name} must have no query and no fragment`);
  }
  return text ?? '';
}

/** Whether a variable holds a URL that secrets may be sent to; if not, `report` is told. */
export function checkPrivateUrl(name: string, text: string, report: Report): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isFine = url !== undefined && isPrivateChannel(url) && url.username + url.password === '';
  // Not quoted, since it may hold a password.
  if (!isFine) report(`${name} must be an https URL without a user, or an http one on localhost`);
  return isFine;
}

/** A client that parses a URL without a path adds a slash, and others take one away. */
function withAndWithoutSlash(resource: string): readonly string[] {
  const bare = resource.replace(/\/$/, '');
  return [bare, `${bare}/`];
}

/** RFC 6749, section 3.3. */
function readScopes(environment: Environment, report: Report): readonly string[] {
  const scopes = environment.list('MCP_REQUIRED_SCOPES');
  for (const scope of scopes.filter((each) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(each))) {
    report(`MCP_REQUIRED_SCOPES lists ${JSON.stringify(scope)}, which is no scope`);
  }
  return scopes;
}
