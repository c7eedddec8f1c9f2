import { once } from 'node:events';
import { createServer } from 'node:http';

/** A request as it arrived. */
export interface Recorded {
  readonly method: string;
  /** Path and query, as on the wire. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** An API on the loopback interface that records what it is asked and gives the same answer to everything. */
export interface FakeUpstream extends AsyncDisposable {
  readonly url: string;
  readonly requests: Recorded[];
  answer: { status: number; body: string };
}

export async function startUpstream(): Promise<FakeUpstream> {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(upstream.answer.status, { 'content-type': 'application/json' });
      response.end(upstream.answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const upstream: FakeUpstream = {
    url: `http://127.0.0.1:${port}/base`,
    requests,
    answer: { status: 200, body: '{"ok":true}' },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return upstream;
}
