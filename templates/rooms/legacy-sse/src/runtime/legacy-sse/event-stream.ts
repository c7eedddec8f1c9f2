import type { ServerResponse } from 'node:http';
import type { Wire } from '../serve/channel.js';

/** Bytes that may wait for a client; one that leaves more unread is given up. */
const MOST_WAITING = 16 * 1024 * 1024;

/** A stream of server-sent events (HTML Standard, section 9.2) to a client. */
export interface EventStream extends Wire {
  readonly sendEvent: (event: 'endpoint' | 'message', data: string) => Promise<void>;
}

/** Begins the answer. A client that reads nothing between two comments is gone, and its stream ends. */
export function beginEventStream(response: ServerResponse, keepAliveMs: number): EventStream {
  // What breaks a connection also closes it.
  response.on('error', () => undefined);
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    // Nginx and others would keep events until they have many.
    'X-Accel-Buffering': 'no',
  });
  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (response.writableLength > MOST_WAITING) response.destroy();
      if (response.destroyed || response.writableEnded) {
        reject(new Error('The client is gone'));
        return;
      }
      response.write(text, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  const sendEvent: EventStream['sendEvent'] = (event, data) =>
    write(`event: ${event}\ndata: ${data}\n\n`);

  let unread = 0;
  const keepAlive = setInterval(() => {
    const waiting = response.writableLength;
    if (waiting === 0) write(': keep-alive\n\n').catch(() => undefined);
    else if (waiting >= unread && unread > 0) response.destroy();
    unread = waiting;
  }, keepAliveMs);
  response.once('close', () => {
    clearInterval(keepAlive);
  });
  return {
    sendEvent,
    send: (text) => sendEvent('message', text),
    close: () => {
      response.end();
    },
  };
}
