import { randomUUID } from 'node:crypto';

const ids = new WeakMap<Request, string>();

/**
 * What names a request in the log and to the API: its `X-Request-Id` if that is plain and short, else a random id.
 * Asked again about the same request, it says the same.
 */
export function requestIdOf(request: Request | undefined): string {
  if (request === undefined) return randomUUID();
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers.get('x-request-id') ?? '';
  const id = /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
  ids.set(request, id);
  return id;
}
