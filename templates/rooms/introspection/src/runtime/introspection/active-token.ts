import type { BearerConfig } from '../config/bearer-config.js';
import { TokenError } from '../inbound/bearer-gate.js';
import type { Caller } from '../inbound/caller.js';
import { tokenCaller } from '../inbound/token-caller.js';
import type { Introspection } from './introspect.js';

/** A token that is good. */
export interface ActiveToken {
  readonly caller: Caller;
  /** Milliseconds since the epoch; Infinity if that was not said. */
  readonly expiresAt: number;
}

/** What servers call an access token for whoever bears it: no refresh token, and none that is bound to a key. */
const accepted: readonly unknown[] = [
  ...[undefined, 'bearer', 'access_token', 'access', 'at+jwt', 'jwt'],
];

/** The token that an introspection tells of. It throws a TokenError if that is not good here and now. */
export function readActiveToken(
  answer: Introspection,
  { issuer, audiences, clockToleranceSeconds }: BearerConfig,
): ActiveToken {
  if (answer['active'] !== true) throw new TokenError('the token is not active');
  // `token_type` by RFC 7662, section 2.2; the others say the same at Hydra and Keycloak.
  for (const name of ['token_type', 'token_use', 'typ']) {
    const value = answer[name];
    const kind = typeof value === 'string' ? value.toLowerCase() : (value ?? undefined);
    if (!accepted.includes(kind)) throw wrongClaim(name);
  }
  // Without proof of the key that it is bound to, a stolen one would do (RFC 8705, RFC 9449).
  if ((answer['cnf'] ?? undefined) !== undefined) {
    throw new TokenError('the token is no bearer token');
  }
  if ((answer['iss'] ?? issuer) !== issuer) throw wrongClaim('iss');
  if (![answer['aud']].flat().some((each) => isIn(audiences, each))) throw wrongClaim('aud');
  const now = Date.now() / 1_000;
  const ends = readTime(answer, 'exp', Infinity);
  if (ends + clockToleranceSeconds <= now) throw new TokenError('the token has expired');
  if (readTime(answer, 'nbf', 0) - clockToleranceSeconds > now) throw wrongClaim('nbf');
  const caller = tokenCaller('introspection', { ...answer, iss: issuer });
  return { caller, expiresAt: ends * 1_000 };
}

function isIn(list: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && list.includes(value);
}

/** Seconds since the epoch (RFC 7519, section 2). */
function readTime(answer: Introspection, name: 'exp' | 'nbf', absent: number): number {
  const value = answer[name] ?? absent;
  if (typeof value !== 'number') throw wrongClaim(name);
  return value;
}

function wrongClaim(name: string): TokenError {
  return new TokenError(`the claim ${name} of the token is not as it must be`);
}
