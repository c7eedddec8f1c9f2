import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { createHttpApp } from './app.js';
import { createInFlight } from './in-flight.js';
import { createServerFactory } from '../mcp-server.js';
import type { Services } from '../services.js';
import { SHUTDOWN_DEADLINE_MS, stopOnSignal } from './shutdown.js';

/** The largest request that is read, in bytes. */
const LARGEST_REQUEST = 4 * 1024 * 1024;

/** How long answers may take to reach their clients once the server stops. */
const FLUSH_MS = 1_000;

/** Serves Streamable HTTP to clients of both protocol eras until a signal comes. */
export async function serveOverHttp(services: Services): Promise<void> {
  const { config, definition, log } = services.runtime;
  const calls = createInFlight();
  const responses = createInFlight();
  const handler = createMcpHandler(createServerFactory(services, calls), {
    bus: services.changes.bus,
    maxRequestBodySize: LARGEST_REQUEST,
    onerror: ({ message }) => {
      log.warn('protocol error', { message });
    },
  });
  const app = createHttpApp(config.http, {
    realm: definition.name,
    maxBytes: LARGEST_REQUEST,
    handle: handler.fetch,
  });
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    void responses.track(once(response, 'close'));
    void listener(request, response);
  });
  server.listen(config.http.port, config.http.host);
  await once(server, 'listening');
  log.info('serving over HTTP', { url: `${originOf(server)}/mcp` });

  stopOnSignal(async () => {
    server.close();
    await calls.settled(SHUTDOWN_DEADLINE_MS);
    await setImmediate();
    // Ends the streams that clients listen on.
    await handler.close();
    await responses.settled(FLUSH_MS);
    server.closeAllConnections();
  });
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
