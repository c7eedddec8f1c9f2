import {
  WebStandardStreamableHTTPServerTransport as HttpTransport,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import { toAuthInfo } from '../inbound/caller.js';
import type { Exchange } from './endpoint.js';
import { refuse } from '../refusal.js';

/**
 * Answers each request of a client of 2025 by a server of its own: in JSON, which is cheaper than a stream of one event,
 * unless the client asks to be told of progress.
 */
export function serveStateless(
  factory: McpServerFactory,
  onError: (error: Error) => void,
): (exchange: Exchange) => Promise<Response> {
  return async ({ request, response, caller, body }) => {
    if (body === undefined) {
      return refuse(405, 'This server keeps no sessions', { headers: { Allow: 'POST' } });
    }
    const authInfo = toAuthInfo(caller);
    const server = await factory({ era: 'legacy', authInfo, requestInfo: request });
    const transport = new HttpTransport({ enableJsonResponse: !asksForProgress(body.parsed) });
    transport.onerror = onError;
    await server.connect(transport);
    response.once('close', () => {
      // A client that has gone away aborts what it has asked for; after an answer there is nothing to close.
      if (!response.writableFinished) void server.close();
    });
    return transport.handleRequest(request, { authInfo, parsedBody: body.parsed });
  };
}

function asksForProgress(json: unknown): boolean {
  const messages: readonly unknown[] = Array.isArray(json) ? json : [json];
  return messages.some((message) => progressToken(message) !== undefined);
}

function progressToken(message: unknown): unknown {
  return (message as { params?: { _meta?: { progressToken?: unknown } } } | null)?.params?._meta
    ?.progressToken;
}
