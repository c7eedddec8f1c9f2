import { createServer, type RequestListener, type Server } from 'node:http';
import type { HttpLimits } from '../config/http-limits.js';

/** Bytes of all headers of a request. */
const HEADER_BYTES = 16 * 1024;

/** Longer than the load balancers in use keep an idle connection, so that it is theirs to end it. */
const KEEP_ALIVE_MS = 65_000;

/** For answers that no page shall show, run, cache or pass on. */
const securityHeaders = Object.entries({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

/** An HTTP server that gives up on clients that are slow to send, send too many headers, or are too many. */
export function createListener(limits: HttpLimits, listener: RequestListener): Server {
  const { receiveMs, maxConnections } = limits;
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: Math.min(receiveMs, 10_000),
      requestTimeout: receiveMs,
      connectionsCheckingInterval: Math.min(receiveMs, 2_000),
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (request, response) => {
      for (const [name, value] of securityHeaders) response.setHeader(name, value);
      listener(request, response);
    },
  );
  server.maxConnections = maxConnections;
  return server;
}

/** The URL of a path on a listening server. */
export function urlOf(server: Server, path: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}${path}`;
}
