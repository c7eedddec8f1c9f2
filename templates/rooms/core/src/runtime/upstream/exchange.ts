import type { UpstreamRequest, UpstreamResponse } from '../custom.js';
import { ToolError } from '../tool-error.js';

const MOST_REDIRECTS = 5;

/** Ways to send one request: to the API, with everything it needs, or to another origin, with nothing secret. */
export interface Route {
  readonly origin: string;
  /** The query parameters that hold credentials, known once a request was sent. */
  readonly secretParameters: () => readonly string[];
  readonly toApi: (request: UpstreamRequest) => Promise<UpstreamResponse>;
  readonly elsewhere: (request: UpstreamRequest) => Promise<UpstreamResponse>;
}

/**
 * The final response to a request. Redirects of GET and HEAD are followed (RFC 9110, section 15.4); once one has led
 * away from the API's origin, credentials are not sent again. Any other redirect, from https to http above all, is
 * the response.
 * @throws ToolError if there are more than five.
 */
export async function exchange(request: UpstreamRequest, route: Route): Promise<UpstreamResponse> {
  let response = await route.toApi(request);
  let current = request;
  let left = false;
  for (let count = 0; ; count += 1) {
    const url = redirectUrl(current, response);
    if (url === undefined) return response;
    if (count === MOST_REDIRECTS) {
      throw new ToolError(
        `The API redirected ${count + 1} times without an end, at last with ${response.status}. ` +
          'Another call will do no better; other arguments may.',
      );
    }
    // Those that a redirect repeats would be sent twice, or to others.
    for (const name of route.secretParameters()) {
      if (url.searchParams.has(name)) url.searchParams.delete(name);
    }
    left ||= url.origin !== route.origin;
    current = left
      ? { method: current.method, url: url.href, headers: harmless(request.headers) }
      : { ...current, url: url.href };
    response = await (left ? route.elsewhere(current) : route.toApi(current));
  }
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

function harmless(headers: UpstreamRequest['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'accept' || name === 'user-agent'),
  );
}
