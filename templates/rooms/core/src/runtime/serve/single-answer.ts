import type {
  JSONRPCRequest,
  McpServer,
  MessageExtraInfo,
  Transport,
} from '@modelcontextprotocol/server';

/**
 * The answer of a server to the one request that it is made for, in JSON; whatever else it says is dropped. While the
 * server is closed before, there is none.
 */
export async function answerSingle(
  server: Pick<McpServer, 'connect'>,
  message: JSONRPCRequest,
  extra: MessageExtraInfo,
  onError: (error: Error) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const transport: Transport = {
      onerror: onError,
      start: () => Promise.resolve(),
      send: (sent) => {
        if (!('method' in sent)) resolve(jsonResponse(sent));
        return Promise.resolve();
      },
      close: () => {
        transport.onclose?.();
        return Promise.resolve();
      },
    };
    server.connect(transport).then(() => transport.onmessage?.(message, extra), reject);
  });
}

/** Not `Response.json`, which makes Headers of what node-server can send as it is. */
function jsonResponse(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });
}
