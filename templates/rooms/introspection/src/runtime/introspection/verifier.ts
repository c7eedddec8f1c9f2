import { createHash } from 'node:crypto';
import type { BearerConfig } from '../config/bearer-config.js';
import { TokenError, type VerifyToken } from '../inbound/bearer-gate.js';
import type { Runtime } from '../runtime.js';
import { readActiveToken, type ActiveToken } from './active-token.js';
import { createIntrospect } from './introspect.js';
import type { IntrospectorConfig } from './introspector-config.js';
import { createMemory } from './memory.js';

/** How long a token that is no good is not asked about again. */
const REFUSED_MS = 5_000;

/** Tokens of each kind that are remembered, by digests. */
const MOST_KEPT = 10_000;

/**
 * Asks the authorization server about each token, one request at a time, and remembers what it said for a while; a
 * token is not remembered itself, and no answer counts beyond the end of its token.
 */
export function createVerifier(
  bearer: BearerConfig,
  introspector: IntrospectorConfig,
  runtime: Pick<Runtime, 'config'>,
): VerifyToken {
  const introspect = createIntrospect(bearer.issuer, introspector, runtime);
  const { cacheMs } = introspector;
  const good = createMemory<ActiveToken>(MOST_KEPT);
  // Apart, so that a flood of these pushes out none of those.
  const bad = createMemory<TokenError>(MOST_KEPT);
  const pending = new Map<string, Promise<ActiveToken>>();

  const ask = async (token: string, key: string): Promise<ActiveToken> => {
    const answer = await introspect(token);
    const now = Date.now();
    try {
      const active = readActiveToken(answer, bearer);
      good.keep(key, active, Math.min(now + cacheMs, active.expiresAt));
      return active;
    } catch (error) {
      if (error instanceof TokenError) bad.keep(key, error, now + Math.min(cacheMs, REFUSED_MS));
      throw error;
    }
  };

  return async (token) => {
    const key = createHash('sha256').update(token).digest('base64url');
    const known = good.get(key);
    if (known !== undefined) return known.caller;
    const refused = bad.get(key);
    if (refused !== undefined) throw refused;
    const asked = pending.get(key) ?? ask(token, key).finally(() => pending.delete(key));
    pending.set(key, asked);
    return (await asked).caller;
  };
}
