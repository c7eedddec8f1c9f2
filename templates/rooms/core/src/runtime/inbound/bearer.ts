import { createHash, timingSafeEqual } from 'node:crypto';
import { refuse, refusalCodes } from '../serve/refusal.js';
import { anonymousCaller, type Caller } from './caller.js';

/** Tells who makes a request, or refuses it. */
export type Gate = (request: Request) => Promise<Caller | Response>;

/** Lets only requests with the bearer token pass (RFC 6750, section 3), compared in constant time. */
export function createGate(token: string | undefined, realm: string): Gate {
  if (token === undefined) return () => Promise.resolve(anonymousCaller);
  const expected = digest(token);
  return (request) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) {
      return Promise.resolve(anonymousCaller);
    }
    const error = given === undefined ? '' : ', error="invalid_token"';
    const headers = { 'WWW-Authenticate': `Bearer realm="${realm}"${error}` };
    return Promise.resolve(refuse(401, 'Unauthorized', { code: refusalCodes.notFound, headers }));
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
