import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP server on a random loopback port that does to each connection what `serve` does. */
export interface RawServer extends AsyncDisposable {
  readonly url: string;
  /** Connections that are open now. */
  readonly open: () => number;
  /** Connections there were. */
  readonly accepted: () => number;
}

export async function startRawServer(serve: (socket: Socket) => void): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  const server = createServer((socket) => {
    accepted += 1;
    sockets.add(socket);
    // Clients of these servers hang up in every way there is.
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    open: () => sockets.size,
    accepted: () => accepted,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers each request on a connection with `answer`, told its path. */
export function onRequest(socket: Socket, answer: (path: string) => void): void {
  let head = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    head += text;
    for (let end = head.indexOf('\r\n\r\n'); end >= 0; end = head.indexOf('\r\n\r\n')) {
      const path = head.split(' ', 2)[1] ?? '';
      head = head.slice(end + 4);
      answer(path);
    }
  });
}

/** Resolves once `condition` holds; fails after ten seconds. */
export async function eventually(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`It never came to pass that ${what}`);
}
