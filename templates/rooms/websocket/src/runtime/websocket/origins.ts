import type {
  JSONRPCMessage,
  McpServerFactory,
  MessageExtraInfo,
} from '@modelcontextprotocol/server';

type McpServer = Awaited<ReturnType<McpServerFactory>>;

/** By whom, and with which request, a message was sent. */
export type Origins = WeakMap<JSONRPCMessage, MessageExtraInfo>;

/** A server that is told where its messages are from: `serveStdio`, made for one local client, leaves that out. */
export function withOrigins<T extends McpServer>(server: T, origins: Origins): T {
  const connect: McpServer['connect'] = server.connect.bind(server);
  return Object.assign(server, {
    connect: async (transport: Parameters<typeof connect>[0]) => {
      await connect(transport);
      const { onmessage } = transport;
      transport.onmessage = (message, extra) => {
        onmessage?.(message, { ...extra, ...origins.get(message) });
      };
    },
  });
}
