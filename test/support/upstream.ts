import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One request as the upstream saw it. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly bytes: Uint8Array;
}

export interface Upstream extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
}

export type Answer = (request: RecordedRequest, response: ServerResponse) => void;

/** An HTTP server on a random loopback port that records what it gets and replies with `answer`. */
export async function startUpstream(answer: Answer): Promise<Upstream> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, response) => {
    void buffer(incoming).then((bytes) => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: bytes.toString(), bytes };
      requests.push(request);
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Replies with `value` as JSON. */
export function replyJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
