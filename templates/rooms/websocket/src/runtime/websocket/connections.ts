import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Caller } from '../inbound/caller.js';
import { createServerFactory } from '../mcp-server.js';
import { untracked } from '../serve/in-flight.js';
import type { Site } from '../serve/site.js';
import { openConnection, type Connection } from './connection.js';
import type { WebSocketConfig } from './websocket-config.js';

/** The WebSockets that are open. */
export interface Connections {
  readonly count: () => number;
  readonly add: (socket: WebSocket, incoming: IncomingMessage, caller: Caller) => void;
  /** Ends each, with 1001, as soon as what it has been asked is answered. */
  readonly stop: () => void;
  /** Resolves when none is open. */
  readonly ended: () => Promise<void>;
  /** Cuts off those that are left. */
  readonly terminate: () => void;
}

/** A client that has not answered a ping when the next is due is gone (RFC 6455, section 5.5.2). */
export function createConnections(site: Site, { pingMs }: WebSocketConfig): Connections {
  const factory = createServerFactory(site.services, untracked);
  const connections = new Map<WebSocket, Connection>();
  const silent = new WeakSet<WebSocket>();
  const beat = setInterval(() => {
    for (const socket of connections.keys()) {
      if (silent.has(socket)) socket.terminate();
      else {
        silent.add(socket);
        socket.ping();
      }
    }
  }, pingMs);
  beat.unref();

  return {
    count: () => connections.size,
    add: (socket, incoming, caller) => {
      const connection = openConnection(socket, { incoming, caller }, site, factory);
      connections.set(socket, connection);
      socket.on('pong', () => silent.delete(socket));
      socket.once('close', () => connections.delete(socket));
    },
    stop: () => {
      for (const connection of connections.values()) connection.stop();
    },
    ended: async () => {
      await Promise.all([...connections.values()].map(({ ended }) => ended));
    },
    terminate: () => {
      clearInterval(beat);
      for (const socket of connections.keys()) socket.terminate();
    },
  };
}
