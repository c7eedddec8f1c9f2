import type { UpstreamRequest, UpstreamResponse } from '../custom.js';
import { publicInternet } from '../request/network.js';

/**
 * Where a response leads: the target of a redirect of GET or HEAD (RFC 9110, section 15.4); undefined if it is none,
 * or one that is not followed: from https to http, with a user name, or from the public internet into a private
 * network, to which `origin`, that of the API, does not belong itself.
 */
export async function redirectTarget(
  request: UpstreamRequest,
  response: UpstreamResponse,
  origin: string,
): Promise<URL | undefined> {
  const location = response.headers['location'];
  const followed = [301, 302, 303, 307, 308].includes(response.status);
  const safe = request.method === 'GET' || request.method === 'HEAD';
  if (!followed || !safe || location === undefined || !URL.canParse(location, request.url)) {
    return undefined;
  }
  const url = new URL(location, request.url);
  const downgrade = url.protocol === 'http:' && request.url.startsWith('https:');
  const isPlain = /^https?:$/.test(url.protocol) && url.username + url.password === '';
  if (downgrade || !isPlain) return undefined;
  return url.origin === origin || (await isPublic(url)) || !(await isPublic(new URL(origin)))
    ? url
    : undefined;
}

/** Whether nothing of the host is known to be in a private network. What cannot be resolved here, a proxy may know. */
export async function isPublic({ hostname }: URL): Promise<boolean> {
  const { resolve, allows } = publicInternet;
  const found = await resolve(hostname.replace(/^\[|\]$/g, '')).catch(() => []);
  return found.every(({ address }) => allows(address));
}
