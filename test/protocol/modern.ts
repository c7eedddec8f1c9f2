import { get } from '../corpus/document.js';

export interface ModernRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** What the client says that it can do. */
  readonly capabilities?: object;
  readonly meta?: Readonly<Record<string, unknown>>;
}

export interface ModernAnswer {
  readonly status: number;
  /** Of the last message: what answers the request. */
  readonly result: unknown;
  readonly error: unknown;
  /** Methods of the notifications before it. */
  readonly notifications: readonly unknown[];
}

const prefix = 'io.modelcontextprotocol';

/** Sends one request of the 2026-07-28 era by hand, and reads its answer to the end. */
export async function post(
  url: string,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
  { headers = {}, capabilities = {}, meta = {} }: ModernRequest = {},
): Promise<ModernAnswer> {
  const name = params['name'] ?? params['uri'];
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': name }),
      ...headers,
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method,
      params: {
        ...params,
        _meta: {
          [`${prefix}/protocolVersion`]: '2026-07-28',
          [`${prefix}/clientCapabilities`]: capabilities,
          [`${prefix}/clientInfo`]: { name: 'test', version: '1' },
          ...meta,
        },
      },
    }),
  });
  const text = await response.text();
  const lines = text.startsWith('{') ? [text] : text.match(/(?<=^data: ).+$/gm);
  const messages: readonly unknown[] = (lines ?? []).map((line) => JSON.parse(line) as unknown);
  const last = messages.at(-1);
  return {
    status: response.status,
    result: get(last, 'result'),
    error: get(last, 'error'),
    notifications: messages.slice(0, -1),
  };
}
