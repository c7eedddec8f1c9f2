import type { UpstreamRequest, UpstreamResponse } from '../custom.js';
import { ToolError } from '../tool-error.js';
import type { Credential } from './credentials.js';
import { redirectTarget } from './redirect-target.js';

const MOST_REDIRECTS = 5;

/** Ways to send one request: to the API, with everything it needs, or to another origin, with nothing secret. */
export interface Route {
  readonly origin: string;
  /** The query parameters that hold credentials, known once a request was sent. */
  readonly secretParameters: () => readonly Pick<Credential, 'name' | 'value'>[];
  readonly toApi: (request: UpstreamRequest) => Promise<UpstreamResponse>;
  readonly elsewhere: (request: UpstreamRequest) => Promise<UpstreamResponse>;
}

/**
 * The final response to a request. Redirects are followed; once one has led away from the API's origin, credentials
 * are not sent again. One that is not followed is the response.
 * @throws ToolError if there are more than five.
 */
export async function exchange(request: UpstreamRequest, route: Route): Promise<UpstreamResponse> {
  let response = await route.toApi(request);
  let current = request;
  let left = false;
  for (let count = 0; ; count += 1) {
    const url = await redirectTarget(current, response, route.origin);
    if (url === undefined) return response;
    if (count === MOST_REDIRECTS) {
      throw new ToolError(
        `The API redirected ${count + 1} times without an end, at last with ${response.status}. ` +
          'Another call will do no better; other arguments may.',
      );
    }
    left ||= url.origin !== route.origin;
    // Those that a redirect repeats would be sent twice, or to others; others may call their own the same.
    for (const { name, value } of route.secretParameters()) {
      const repeated = left ? value : undefined;
      if (url.searchParams.has(name, repeated)) url.searchParams.delete(name, repeated);
    }
    current = left
      ? { method: current.method, url: url.href, headers: harmless(request.headers) }
      : { ...current, url: url.href };
    response = await (left ? route.elsewhere(current) : route.toApi(current));
  }
}

function harmless(headers: UpstreamRequest['headers']): Readonly<Record<string, string>> {
  const names = ['accept', 'range', 'user-agent'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}
