import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Lets only requests with the bearer token pass (RFC 6750, section 3), compared in constant time. */
export function requireBearer(token: string, realm: string): MiddlewareHandler {
  const expected = digest(token);
  return async (context, next) => {
    const given = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return next();
    const error = given === undefined ? '' : ', error="invalid_token"';
    context.header('WWW-Authenticate', `Bearer realm="${realm}"${error}`);
    return context.json(
      { jsonrpc: '2.0', id: null, error: { code: -32001, message: 'Unauthorized' } },
      401,
    );
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
