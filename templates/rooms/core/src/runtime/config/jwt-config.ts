import type { Environment } from './environment.js';
import { isPrivateChannel } from './token-url.js';

/** Whoever has an access token that an authorization server has signed for this server. */
export interface JwtConfig {
  readonly kind: 'jwt';
  /** What `iss` must be, character by character (RFC 8414, section 2). */
  readonly issuer: string;
  /** Where its public keys are; absent: its metadata say so. */
  readonly jwksUrl?: string;
  /** The URL by which clients know this server (RFC 9728, section 1.2). */
  readonly resource: string;
  /** What `aud` must be or hold, one of these. */
  readonly audiences: readonly string[];
  readonly algorithms: readonly string[];
  readonly clockToleranceSeconds: number;
  /** What every request needs. */
  readonly requiredScopes: readonly string[];
}

type Report = (problem: string) => void;

/** RFC 7518, section 3.1; RFC 8037; RFC 9864. No HS256: whoever can check its signatures can make them. */
const algorithms: readonly string[] = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** What MCP_JWT_… and MCP_RESOURCE_URL say; every problem with them is told to `report`. */
export function readJwtConfig(environment: Environment, report: Report): JwtConfig {
  const issuer = readIdentifier(
    'MCP_JWT_ISSUER',
    'the URL of the authorization server, as tokens have it in `iss`',
    environment,
    report,
  );
  const resource = readIdentifier(
    'MCP_RESOURCE_URL',
    'the URL at which clients reach this server',
    environment,
    report,
  );
  const jwksUrl = environment.text('MCP_JWT_JWKS_URL');
  if (jwksUrl !== undefined) checkUrl('MCP_JWT_JWKS_URL', jwksUrl, report);
  const audience = environment.text('MCP_JWT_AUDIENCE');
  return {
    kind: 'jwt',
    issuer,
    ...(jwksUrl !== undefined && { jwksUrl }),
    resource,
    audiences: audience === undefined ? withAndWithoutSlash(resource) : [audience],
    algorithms: readAlgorithms(environment, report),
    clockToleranceSeconds: environment.integer('MCP_JWT_CLOCK_TOLERANCE_SECONDS', {
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
  what: string,
  environment: Environment,
  report: Report,
): string {
  const text = environment.text(name);
  if (text === undefined) {
    report(`${name} is not set; with MCP_AUTH=jwt set it to ${what}`);
  } else if (checkUrl(name, text, report) && /[?#]/.test(text)) {
    report(`${name} must have no query and no fragment`);
  }
  return text ?? '';
}

function checkUrl(name: string, text: string, report: Report): boolean {
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

function readAlgorithms(environment: Environment, report: Report): readonly string[] {
  const wanted = environment.list('MCP_JWT_ALGORITHMS');
  for (const name of wanted.filter((each) => !algorithms.includes(each))) {
    report(
      `MCP_JWT_ALGORITHMS lists ${JSON.stringify(name)}; list any of ${algorithms.join(', ')}`,
    );
  }
  return wanted.length === 0 ? algorithms : wanted;
}

/** RFC 6749, section 3.3. */
function readScopes(environment: Environment, report: Report): readonly string[] {
  const scopes = environment.list('MCP_REQUIRED_SCOPES');
  for (const scope of scopes.filter((each) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(each))) {
    report(`MCP_REQUIRED_SCOPES lists ${JSON.stringify(scope)}, which is no scope`);
  }
  return scopes;
}
