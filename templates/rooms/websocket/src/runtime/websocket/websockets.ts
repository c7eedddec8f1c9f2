import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import type { Caller } from '../inbound/caller.js';
import { refuse, refuseForNow } from '../refusal.js';
import type { Fittings } from '../room.js';
import { checkHeaders } from '../serve/door.js';
import type { Site } from '../serve/site.js';
import { createConnections, type Connections } from './connections.js';
import { asksForWebSocket, ignoreUpgrade, refuseOn, requestOf, responseOn } from './upgrade.js';
import type { WebSocketConfig } from './websocket-config.js';

const SUBPROTOCOL = 'mcp';

/** How long connections may take to end once the server stops. */
const FLUSH_MS = 1_000;

/** MCP over WebSocket (RFC 6455): a message of JSON-RPC is a text message, and a connection a session. */
export function createWebSockets(config: WebSocketConfig): Fittings {
  let connections: Connections | undefined;
  return {
    mount: (site) => {
      connections = createConnections(site, config);
      serve(site, config, connections);
    },
    stop: () => connections?.stop(),
    close: async () => {
      if (connections === undefined) return;
      await Promise.race([connections.ended(), setTimeout(FLUSH_MS, undefined, { ref: false })]);
      connections.terminate();
    },
  };
}

function serve(
  { app, server, services, door }: Site,
  { path, maxConnections }: WebSocketConfig,
  connections: Connections,
): void {
  const { log, config } = services.runtime;
  const sockets = new WebSocketServer({
    ...{ noServer: true, clientTracking: false, maxPayload: config.http.limits.maxBytes },
    handleProtocols: () => SUBPROTOCOL,
  });
  sockets.on('wsClientError', ({ message }, _, incoming) => {
    void refuseOn(responseOn(incoming), refuse(400, message));
  });

  /** Who opens a WebSocket, if it may. */
  const admit = async (
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<Caller | Response> => {
    const request = requestOf(incoming);
    const refused = checkHeaders(incoming) ?? door.checkSource(request, response);
    if (refused) return refused;
    const offered = request.headers.get('sec-websocket-protocol')?.split(/\s*,\s*/) ?? [];
    if (!offered.includes(SUBPROTOCOL)) {
      return refuse(400, `Sec-WebSocket-Protocol must offer ${SUBPROTOCOL}`);
    }
    const caller = await door.admit(request, incoming);
    if (!('id' in caller)) return caller;
    return connections.count() < maxConnections
      ? caller
      : refuseForNow('There are too many WebSockets');
  };

  const upgrade = async (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const response = responseOn(incoming);
    const caller = await admit(incoming, response);
    if (!('id' in caller)) {
      await refuseOn(response, caller);
      return;
    }
    sockets.handleUpgrade(incoming, socket, head, (webSocket) => {
      connections.add(webSocket, incoming, caller);
    });
  };

  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!asksForWebSocket(incoming, path)) {
      ignoreUpgrade(server, incoming, socket, head);
      return;
    }
    // What breaks a connection also closes it.
    socket.on('error', () => undefined);
    upgrade(incoming, socket, head).catch((error: unknown) => {
      log.error('an upgrade failed', { reason: String(error) });
      socket.destroy();
    });
  });
  app.all(path, () => {
    const headers = { Upgrade: 'websocket', Connection: 'Upgrade' };
    return refuse(426, 'This is a WebSocket', { headers });
  });
}
