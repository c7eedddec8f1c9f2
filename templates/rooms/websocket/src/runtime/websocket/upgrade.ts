import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { secure } from '../serve/listener.js';

/** The request that asks for a WebSocket, as the checks of every way in read it. */
export function requestOf({ url = '/', rawHeaders }: IncomingMessage): Request {
  return new Request(new URL(url, 'http://localhost'), { headers: pairs(rawHeaders) });
}

/** Whether a request asks for a WebSocket (RFC 6455, section 4.2.1) at the path. */
export function asksForWebSocket({ url = '', headers }: IncomingMessage, path: string): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket' && url.split('?')[0] === path;
}

/**
 * Serves a request as if it had not asked for another protocol (RFC 9110, section 7.8): node takes every such request
 * out of its course once somebody listens to upgrades, even those of HTTP clients that would rather speak HTTP/2.
 */
export function ignoreUpgrade(
  server: Server,
  { method = '', url = '', httpVersion, rawHeaders }: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const headers = pairs(rawHeaders).filter(([name]) => name.toLowerCase() !== 'upgrade');
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  const start = `${method} ${url} HTTP/${httpVersion}\r\n${lines.join('')}\r\n`;
  socket.unshift(Buffer.concat([Buffer.from(start, 'latin1'), head]));
  server.emit('connection', socket);
}

/** A response on the socket of a request that node has given up, for the headers that checks set. */
export function responseOn(incoming: IncomingMessage): ServerResponse {
  const response = new ServerResponse(incoming);
  response.shouldKeepAlive = false;
  secure(response);
  return response;
}

/** Refuses a request on its socket, and ends that. */
export async function refuseOn(response: ServerResponse, refusal: Response): Promise<void> {
  const { socket } = response.req;
  const body = await refusal.text();
  if (!socket.writable) return;
  response.statusCode = refusal.status;
  refusal.headers.forEach((value, name) => response.setHeader(name, value));
  response.assignSocket(socket);
  response.end(body, () => {
    socket.end();
  });
}

function pairs(rawHeaders: readonly string[]): [name: string, value: string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}
