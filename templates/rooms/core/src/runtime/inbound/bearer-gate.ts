import type { BearerConfig } from '../config/bearer-config.js';
import { refusalCodes, refuse, refuseForNow } from '../refusal.js';
import type { Fittings } from '../room.js';
import type { Runtime } from '../runtime.js';
import type { Caller } from './caller.js';
import { readBearerToken } from './credential.js';
import { bearerChallenge, type BearerChallenge } from './challenge.js';
import type { Gate, Refused } from './gate.js';
import { resourceMetadataUrl } from './resource-metadata.js';

/**
 * Who holds a token. It throws a TokenError if the token is no good, and any other error if that cannot be found out
 * now, such as when the authorization server is away.
 */
export type VerifyToken = (token: string) => Promise<Caller>;

/** Thrown for a token that is no good; the message, in ASCII, holds nothing of it. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
}

/** A longer token is not looked at: few servers let larger headers through. */
const LONGEST_TOKEN = 12_288;

/** When a client may ask again if its token could not be checked, in seconds. */
const RETRY_AFTER_S = 5;

interface BearerGateParts extends Pick<Runtime, 'log'> {
  readonly realm: string;
  readonly exchangeToken: Fittings['exchangeToken'] | undefined;
}

/** Lets in whoever has a good token with all required scopes, as OAuth 2.1 has resource servers do. */
export function createBearerGate(
  config: BearerConfig,
  verify: VerifyToken,
  { realm, log, exchangeToken }: BearerGateParts,
): Gate {
  const metadataUrl = resourceMetadataUrl(config.resource);
  const refused = (
    status: 401 | 403,
    description: string,
    challenge: Pick<BearerChallenge, 'error'> = {},
  ): Refused => {
    const value = bearerChallenge({
      ...{ realm, ...challenge, resourceMetadataUrl: metadataUrl, scopes: config.requiredScopes },
      ...(challenge.error !== undefined && { description }),
    });
    const [reason, code] =
      status === 401
        ? ['Unauthorized', refusalCodes.unauthorized]
        : ['Forbidden', refusalCodes.forbidden];
    const headers = { 'WWW-Authenticate': value };
    const response = refuse(status, `${reason}: ${description}`, { code, headers });
    return {
      ...{ response, detail: description },
      ...(challenge.error === 'invalid_token' && { isFailedLogin: true }),
    };
  };

  return async (request) => {
    const token = readBearerToken((name) => request.headers.get(name));
    if (token === undefined) return refused(401, 'no bearer token');
    if (token.length > LONGEST_TOKEN) {
      return refused(401, 'the token is too long', { error: 'invalid_token' });
    }
    try {
      const caller = await verify(token);
      const missing = config.requiredScopes.some((scope) => !caller.scopes?.includes(scope));
      if (!missing) {
        const upstream = exchangeToken?.(token);
        return { ...caller, resourceMetadataUrl: metadataUrl, ...(upstream && { upstream }) };
      }
      return refused(403, 'the token lacks a scope', { error: 'insufficient_scope' });
    } catch (error) {
      if (error instanceof TokenError)
        return refused(401, error.message, { error: 'invalid_token' });
      const problem = error instanceof Error ? error.message : String(error);
      log.error('tokens cannot be checked', { problem });
      const response = refuseForNow('Tokens cannot be checked at the moment', RETRY_AFTER_S);
      return { response, detail: 'tokens cannot be checked' };
    }
  };
}
