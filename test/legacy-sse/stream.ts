import type { IncomingMessage } from 'node:http';
import assert from 'node:assert/strict';
import { eventually, openRequest, send, type Received, type Sent } from '../serving/send.js';

/** A stream that was opened by hand. */
export interface Stream {
  readonly response: IncomingMessage;
  /** What it carried so far. */
  readonly text: () => string;
  /** Where the client is to send to. */
  readonly endpoint: string;
  readonly post: (sent: Sent) => Promise<Received>;
}

export async function openStream(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Stream> {
  const response = await openRequest(url, { method: 'GET', path: '/sse', headers });
  assert.equal(response.statusCode, 200);
  assert.equal(response.headers['content-type'], 'text/event-stream');
  let text = '';
  response
    .setEncoding('utf8')
    .on('data', (part: string) => (text += part))
    .on('error', () => undefined);
  await eventually(() => text.includes('\n\n'), 'the stream began');
  const endpoint = /^event: endpoint\ndata: (.+)\n\n/.exec(text)?.[1] ?? assert.fail(text);
  return {
    ...{ response, endpoint },
    text: () => text,
    post: (sent) => send(url, { headers, path: endpoint, ...sent }),
  };
}
