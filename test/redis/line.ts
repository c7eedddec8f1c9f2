import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut, as networks do. */
export interface Line extends AsyncDisposable {
  readonly url: string;
  /** All that has come from the server. */
  readonly received: () => string;
  /** Breaks every connection; further ones are passed on. */
  readonly cut: () => void;
}

export async function startLine(target: string): Promise<Line> {
  const { hostname, port, pathname } = new URL(target);
  const open = new Set<Socket>();
  let received = '';
  const join = (from: Socket, to: Socket): void => {
    open.add(from);
    from.pipe(to);
    from.on('error', () => to.destroy()).on('close', () => open.delete(from));
  };
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    join(client, behind);
    join(behind, client);
    behind.on('data', (chunk) => (received += chunk.toString()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    received: () => received,
    cut,
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
