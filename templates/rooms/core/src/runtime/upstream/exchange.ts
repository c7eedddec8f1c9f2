import type { UpstreamRequest, UpstreamResponse } from '../custom.js';
import type { Credential } from './credentials.js';

const MOST_REDIRECTS = 5;

/** Ways to send one request: to the API, with everything it needs, or to another origin, with nothing secret. */
export interface Route {
  readonly origin: string;
  readonly credentials: readonly Credential[];
  readonly toApi: (request: UpstreamRequest) => Promise<UpstreamResponse>;
  readonly elsewhere: (request: UpstreamRequest) => Promise<UpstreamResponse>;
}

/**
 * The final response to a request. Redirects of GET and HEAD are followed, up to five (RFC 9110, section 15.4);
 * once one has led away from the API's origin, credentials are not sent again. Any other redirect, from https to
 * http above all, is the response.
 */
export async function exchange(request: UpstreamRequest, route: Route): Promise<UpstreamResponse> {
  let response = await route.toApi(request);
  let current = request;
  let left = false;
  for (let count = 0; count < MOST_REDIRECTS; count += 1) {
    const url = redirectUrl(current, response);
    if (url === undefined) break;
    left ||= url.origin !== route.origin;
    if (left) {
      dropQueryCredentials(url, route.credentials);
      current = { method: current.method, url: url.href, headers: harmless(request.headers) };
      response = await route.elsewhere(current);
    } else {
      current = { ...current, url: url.href };
      response = await route.toApi(current);
    }
  }
  return response;
}

function redirectUrl(request: UpstreamRequest, response: UpstreamResponse): URL | undefined {
  const location = response.headers['location'];
  const followed = [301, 302, 303, 307, 308].includes(response.status);
  const safe = request.method === 'GET' || request.method === 'HEAD';
  if (!followed || !safe || location === undefined || !URL.canParse(location, request.url))
    return undefined;
  const url = new URL(location, request.url);
  const downgrade = url.protocol === 'http:' && request.url.startsWith('https:');
  const isHttp = /^https?:$/.test(url.protocol) && !downgrade;
  return isHttp && url.username + url.password === '' ? url : undefined;
}

function dropQueryCredentials(url: URL, credentials: readonly Credential[]): void {
  for (const credential of credentials) {
    if (credential.in === 'query') url.searchParams.delete(credential.name);
  }
}

function harmless(headers: UpstreamRequest['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'accept' || name === 'user-agent'),
  );
}
