import { errors, jwtVerify, type JWTVerifyOptions } from 'jose';
import type { JwtConfig } from '../config/jwt-config.js';
import type { Runtime } from '../runtime.js';
import { TokenError, type VerifyToken } from './bearer-gate.js';
import { createKeySource } from './key-source.js';
import { tokenCaller } from './token-caller.js';

/** `typ` of access tokens (RFC 9068, section 2.1), and of the many that are older: never of a logout or DPoP token. */
const accepted: readonly unknown[] = [undefined, 'jwt', 'at+jwt'];

/** Checks tokens by the public keys of the authorization server, without asking it about each (RFC 9068, section 4). */
export function createJwtVerifier(
  config: JwtConfig,
  runtime: Pick<Runtime, 'config'>,
): VerifyToken {
  const keys = createKeySource(config, runtime);
  const options: JWTVerifyOptions = {
    issuer: config.issuer,
    audience: [...config.audiences],
    algorithms: [...config.algorithms],
    clockTolerance: config.clockToleranceSeconds,
    requiredClaims: ['exp', 'sub'],
  };
  return async (token) => {
    const { payload, protectedHeader } = await jwtVerify(token, keys, options).catch(
      (error: unknown) => {
        throw explained(error);
      },
    );
    const type = protectedHeader.typ?.toLowerCase().replace(/^application\//, '');
    if (!accepted.includes(type)) throw new TokenError('the token is no access token');
    // Without proof of the key that it is bound to, a stolen one would do (RFC 7800, RFC 8705, RFC 9449).
    if (payload['cnf'] !== undefined) throw new TokenError('the token is no bearer token');
    if (typeof payload.sub !== 'string') throw new TokenError('the token names nobody');
    return tokenCaller('jwt', payload);
  };
}

/** An error of jose that blames the token, as a TokenError; others as they are. */
function explained(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new TokenError('the token has expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new TokenError(`the claim ${error.claim} of the token is not as it must be`);
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return new TokenError('the algorithm of the token is not allowed');
  }
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return new TokenError('the token is not signed by a known key');
  }
  const isMalformed =
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported;
  return isMalformed ? new TokenError('the token is malformed') : error;
}
