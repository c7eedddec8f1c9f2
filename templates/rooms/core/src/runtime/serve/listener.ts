import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { HttpLimits } from '../config/http-limits.js';
import { refusalBody } from '../refusal.js';

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

/** Sets the headers that every answer has. */
export function secure(response: ServerResponse): void {
  for (const [name, value] of securityHeaders) response.setHeader(name, value);
}

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
      secure(response);
      listener(request, response);
    },
  );
  server.maxConnections = maxConnections;
  server.on('clientError', refuseMessage);
  return server;
}

/** More connections than a system lets wait to be accepted. */
const MOST_TURNS = 5_000;

/** Refuses further connections; those that wait to be accepted are, one a turn of the event loop, rather than reset. */
export async function stopListening(server: Server): Promise<void> {
  let accepted = true;
  server.on('connection', () => {
    accepted = true;
  });
  for (let turn = 0; accepted && turn < MOST_TURNS; turn += 1) {
    accepted = false;
    await setImmediate();
  }
  server.close();
}

/** What node refuses by itself, and how. */
const messageFlaws: Readonly<Record<string, readonly [status: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too large'],
};

/** Answers what is no HTTP request, or no whole one in time, as every refusal is answered. */
function refuseMessage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, message] = messageFlaws[error.code ?? ''] ?? [
    '400 Bad Request',
    'This is no HTTP',
  ];
  const body = JSON.stringify(refusalBody(message));
  const headers = ['Connection: close', 'Content-Type: application/json'];
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  socket.end([`HTTP/1.1 ${status}`, ...headers, length, '', body].join('\r\n'));
}

/** The URL of a path on a listening server. */
export function urlOf(server: Server, path: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}${path}`;
}
