import type { CacheHint } from '@modelcontextprotocol/server';
import type { UpstreamResponse } from '../custom.js';
import { anonymousCaller, localCaller, type Caller } from '../inbound/caller.js';

/** Delta-seconds beyond it mean it: RFC 9111, section 1.2.2. */
const LONGEST_AGE = 2 ** 31;

/**
 * For how long, and for whom, a list may be kept. MCP 2026-07-28, caching: `public` lets a shared cache give one
 * caller's answer to another, so only servers whose callers have no names and all see the same say that.
 */
export function listHint(ttlMs: number, caller: Caller, perCaller: boolean): CacheHint {
  return { ttlMs, cacheScope: isNamed(caller) || perCaller ? 'private' : 'public' };
}

/**
 * What a response's Cache-Control, Age, Expires and Vary say of it, as a client may use it. RFC 9111, sections 4.1,
 * 4.2 and 5.2.2: nothing said is not to be kept, and only an explicit `public` lets others have it.
 */
export function responseHint({ headers }: UpstreamResponse, caller: Caller): CacheHint {
  const directives = readDirectives(headers['cache-control'] ?? '');
  const forbidden = directives.has('no-store') || directives.has('no-cache');
  const varies = headers['vary']?.includes('*') ?? false;
  const shared = directives.has('public') && !directives.has('private') && !isNamed(caller);
  const seconds = forbidden || varies ? 0 : freshSeconds(directives, headers);
  return { ttlMs: seconds * 1_000, cacheScope: shared && seconds > 0 ? 'public' : 'private' };
}

function isNamed({ id }: Caller): boolean {
  return id !== anonymousCaller.id && id !== localCaller.id;
}

/** Names in lower case; one without a value has ''. */
function readDirectives(header: string): ReadonlyMap<string, string> {
  const found = header.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?/g);
  return new Map(
    Array.from(found, ([, name = '', quoted, plain]) => [
      name.toLowerCase(),
      quoted ?? plain ?? '',
    ]),
  );
}

function freshSeconds(
  directives: ReadonlyMap<string, string>,
  headers: UpstreamResponse['headers'],
): number {
  const age = toSeconds(headers['age'] ?? '') ?? 0;
  if (directives.has('max-age')) {
    return Math.max(0, (toSeconds(directives.get('max-age') ?? '') ?? 0) - age);
  }
  // Both clocks are the API's, so that this one may be wrong.
  const lifetime = Date.parse(headers['expires'] ?? '') - Date.parse(headers['date'] ?? '');
  if (Number.isNaN(lifetime)) return 0;
  return Math.min(LONGEST_AGE, Math.max(0, Math.floor(lifetime / 1_000) - age));
}

function toSeconds(text: string): number | undefined {
  return /^\d+$/.test(text) ? Math.min(Number(text), LONGEST_AGE) : undefined;
}
