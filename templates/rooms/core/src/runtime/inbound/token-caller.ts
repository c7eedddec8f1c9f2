import { createHash } from 'node:crypto';
import { TokenError } from './bearer-gate.js';
import type { Caller } from './caller.js';

/** A longer name of a caller is replaced by its digest. */
const LONGEST_ID = 200;

/**
 * Whom the claims of a good token name (RFC 9068, section 2.2; RFC 7662, section 2.2): a user by `sub` or `username`,
 * and the client that it uses; or a client that acts for itself. It throws a TokenError if they name nobody.
 */
export function tokenCaller(
  kind: 'jwt' | 'introspection',
  claims: Readonly<Record<string, unknown>>,
): Caller {
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' ? escaped(value) : undefined;
  };
  const subject = text('sub');
  // Whoever cannot be read is not to pass for another.
  if (subject === undefined && (claims['sub'] ?? undefined) !== undefined) throw namesNobody();
  const username = text('username');
  const client = text('client_id') ?? text('azp');
  // No claim can hold a bare `=`, so that a user name is nobody's `sub`.
  const user = subject ?? (username && `user=${username}`) ?? (client && 'client=');
  if (user === undefined) throw namesNobody();
  const names = [text('iss') ?? '', user, ...(client === undefined ? [] : [client])];
  const id = `${kind}:${names.join('|')}`;
  return {
    id: id.length <= LONGEST_ID ? id : `${kind}:${createHash('sha256').update(id).digest('hex')}`,
    scopes: words(claims['scope'] ?? claims['scp']),
    roles: words(claims['roles']),
  };
}

function namesNobody(): TokenError {
  return new TokenError('the token names nobody');
}

/** No two callers have the same name, and none can write into a log what it likes. */
function escaped(text: string): string {
  return text.replace(/[^\w.~:/@+-]/gu, (character) =>
    Buffer.from(character).toString('hex').toUpperCase().replace(/../g, '%$&'),
  );
}

/** RFC 9068, section 2.2.3, says words in a text; others write lists. */
function words(claim: unknown): readonly string[] {
  const list: readonly unknown[] = typeof claim === 'string' ? claim.split(' ') : [claim].flat();
  return list.filter((word): word is string => typeof word === 'string' && word !== '');
}
