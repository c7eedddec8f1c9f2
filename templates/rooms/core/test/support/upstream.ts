import { once } from 'node:events';
import { createServer } from 'node:http';

/** A request as it arrived. */
export interface Recorded {
  readonly method: string;
  /** Path and query, as on the wire. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is answered to everything; `hang up` is to close the connection instead. */
export type Answer = { readonly status: number; readonly body: string } | 'hang up';

/** An API on the loopback interface that records what it is asked. */
export interface FakeUpstream extends AsyncDisposable {
  readonly url: string;
  readonly requests: Recorded[];
  answer: Answer;
}

export const success: Answer = { status: 200, body: '{"ok":true}' };

export async function startUpstream(): Promise<FakeUpstream> {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      const { answer } = upstream;
      if (answer === 'hang up') {
        request.socket.destroy();
      } else {
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(answer.body);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const upstream: FakeUpstream = {
    url: `http://127.0.0.1:${port}/base`,
    requests,
    answer: success,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return upstream;
}
