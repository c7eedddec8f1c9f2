import type { AuthInfo } from '@modelcontextprotocol/server';
import type { CallerTokens } from '../upstream/oauth/token-source.js';

/** Who makes a request, as the way in has found out. */
export interface Caller {
  /** Names the caller in logs and limits; what a session or a confirmation is bound to. */
  readonly id: string;
  /** What the operator calls the token or key that the caller showed: what rules name callers by. */
  readonly name?: string;
  /** What the caller's token says that it may do. */
  readonly scopes?: readonly string[];
  /** What the caller's token says that it is; absent where callers have no roles. */
  readonly roles?: readonly string[];
  /** The URL that tells a client where it gets a token with more scopes (RFC 9728, section 5.1). */
  readonly resourceMetadataUrl?: string;
  /** Where a caller without a name comes from, which is all that tells it from others. */
  readonly address?: string;
  /** Gives tokens that stand for the caller at the API; absent where the environment's credentials are used. */
  readonly upstream?: CallerTokens;
}

/** Whoever started the server on stdio: it may do everything. */
export const localCaller: Caller = { id: 'stdio' };

/** Anyone who reaches an HTTP server without authentication. */
export const anonymousCaller: Caller = { id: 'anonymous', name: 'anonymous' };

/** Carries a caller through the SDK. No token goes in: nothing behind the way in needs one. */
export function toAuthInfo(caller: Caller): AuthInfo {
  const { id, scopes = [], resourceMetadataUrl } = caller;
  return {
    token: '',
    clientId: id,
    scopes: [...scopes],
    extra: { caller },
    ...(resourceMetadataUrl !== undefined && { resourceMetadataUrl }),
  };
}

/** The caller that `toAuthInfo` has packed. */
export function callerOf(authInfo: AuthInfo | undefined): Caller | undefined {
  return authInfo?.extra?.['caller'] as Caller | undefined;
}
