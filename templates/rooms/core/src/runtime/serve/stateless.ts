import {
  isJSONRPCRequest,
  SUPPORTED_PROTOCOL_VERSIONS,
  WebStandardStreamableHTTPServerTransport as HttpTransport,
  type JSONRPCRequest,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import { toAuthInfo } from '../inbound/caller.js';
import type { Exchange } from './endpoint.js';
import { refuse } from '../refusal.js';
import { createAnswerCall } from './single-calls.js';

/**
 * Answers each request of a client of 2025 by a server of its own: in JSON, which is cheaper than a stream of one event,
 * unless the client asks to be told of progress. Most requests are single calls of tools, for which there is a shorter way.
 */
export function serveStateless(
  factory: McpServerFactory,
  onError: (error: Error) => void,
): (exchange: Exchange) => Promise<Response> {
  const answerCall = createAnswerCall(factory, onError);
  return async (exchange) => {
    const { request, response, caller, body } = exchange;
    if (body === undefined) {
      return refuse(405, 'This server keeps no sessions', { headers: { Allow: 'POST' } });
    }
    const call = singleCall(exchange, body.parsed);
    if (call) return answerCall(call, exchange);
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

/**
 * The call of a tool that a body is, if there is nothing to say of it but its answer. To find that out, and what else a
 * body can be, takes the SDK's transport longer than all the rest.
 */
function singleCall(
  { request: { headers }, caller }: Exchange,
  json: unknown,
): JSONRPCRequest | undefined {
  const accepted = headers.get('accept') ?? '';
  const version = headers.get('mcp-protocol-version');
  const isPlain =
    ['application/json', 'text/event-stream'].every((type) => accepted.includes(type)) &&
    (version === null || SUPPORTED_PROTOCOL_VERSIONS.includes(version)) &&
    // Another may have to get a token with more scopes first.
    caller.resourceMetadataUrl === undefined &&
    !asksForProgress(json);
  return isPlain && isJSONRPCRequest(json) && json.method === 'tools/call' ? json : undefined;
}

function asksForProgress(json: unknown): boolean {
  const messages: readonly unknown[] = Array.isArray(json) ? json : [json];
  return messages.some((message) => progressToken(message) !== undefined);
}

function progressToken(message: unknown): unknown {
  return (message as { params?: { _meta?: { progressToken?: unknown } } } | null)?.params?._meta
    ?.progressToken;
}
