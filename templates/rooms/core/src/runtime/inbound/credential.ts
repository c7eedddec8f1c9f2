import type { InboundConfig } from '../config/inbound-config.js';

/** What a client shows to be let in. */
export interface Credential {
  /** Of a user; absent where the secret alone says who it is. */
  readonly user?: string;
  readonly secret: string;
}

/** The value of a header of the client's request. */
type Header = (name: string) => string | null | undefined;

/** The credential that a request carries; undefined if there is none of the kind that is wanted. */
export function readCredential(inbound: InboundConfig, header: Header): Credential | undefined {
  switch (inbound.kind) {
    case 'none':
      return undefined;
    case 'token':
    case 'jwt':
    case 'introspection':
      return whole(readBearerToken(header));
    case 'api-key':
      return whole(header(inbound.header)?.trim());
    case 'basic':
      return userAndPassword(afterScheme('Basic', header('authorization')));
  }
}

/** The bearer token that a request carries (RFC 6750, section 2.1). */
export function readBearerToken(header: Header): string | undefined {
  return afterScheme('Bearer', header('authorization'));
}

function whole(secret: string | undefined): Credential | undefined {
  return secret === undefined || secret === '' ? undefined : { secret };
}

/** RFC 9110, section 11.4. */
function afterScheme(scheme: string, value: string | null | undefined): string | undefined {
  const [, given, rest] = /^(\S+) +(\S+)$/.exec(value?.trim() ?? '') ?? [];
  return given?.toLowerCase() === scheme.toLowerCase() ? rest : undefined;
}

/** RFC 7617, section 2. */
function userAndPassword(encoded: string | undefined): Credential | undefined {
  if (encoded === undefined) return undefined;
  const [, user, secret] = /^([^:]*):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return user === undefined || secret === undefined ? undefined : { user, secret };
}
