/** What a client is told about its bearer token. */
export interface BearerChallenge {
  readonly realm: string;
  /** Absent if it has shown no token (RFC 6750, section 3.1). */
  readonly error?: 'invalid_token' | 'insufficient_scope';
  readonly description?: string;
  /** All the scopes that the request needs. */
  readonly scopes?: readonly string[];
  /** RFC 9728, section 5.1. */
  readonly resourceMetadataUrl?: string;
}

/** A challenge for `WWW-Authenticate` (RFC 6750, section 3). */
export function bearerChallenge(challenge: BearerChallenge): string {
  const { realm, error, description, scopes = [], resourceMetadataUrl } = challenge;
  return schemeChallenge('Bearer', {
    realm,
    error,
    error_description: description,
    scope: scopes.length === 0 ? undefined : scopes.join(' '),
    resource_metadata: resourceMetadataUrl,
  });
}

/** A challenge of any scheme (RFC 9110, section 11.6.1); what is undefined is left out. */
export function schemeChallenge(
  scheme: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const written = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quoted(value)}`],
  );
  return `${scheme} ${written.join(', ')}`;
}

/** RFC 9110, section 5.6.4. */
function quoted(text: string): string {
  return `"${text.replace(/[^\x20-\x7e]/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}
