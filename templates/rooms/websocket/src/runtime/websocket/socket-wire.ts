import type { RawData, WebSocket } from 'ws';
import type { Wire } from '../serve/channel.js';

/** Bytes that may wait for a client; one that leaves more unread is given up. */
const MOST_WAITING = 16 * 1024 * 1024;

/** Status codes of a close (RFC 6455, section 7.4.1). */
export const closeCodes = {
  goingAway: 1001,
  unsupportedData: 1003,
  policyViolation: 1008,
} as const;

export function wireOf(socket: WebSocket): Wire {
  return {
    send: (text) =>
      new Promise((resolve, reject) => {
        if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
        socket.send(text, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
    close: () => {
      socket.close(closeCodes.goingAway, 'The server is shutting down');
    },
  };
}

/** Calls `receive` with one text after the other; meanwhile nothing more is read than has arrived already. */
export function receiveInTurn(
  socket: WebSocket,
  receive: (text: string) => Promise<void>,
  onError: (error: Error) => void,
): void {
  let turn = Promise.resolve();
  let waiting = 0;
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary) {
      socket.close(closeCodes.unsupportedData, 'Messages are text');
      return;
    }
    // By default, ws gives every message as one buffer.
    const text = (data as Buffer).toString();
    socket.pause();
    waiting += 1;
    turn = turn
      .then(() => receive(text))
      .catch(onError)
      .then(() => {
        waiting -= 1;
        if (waiting === 0) socket.resume();
      });
  });
}
