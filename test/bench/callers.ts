import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { get } from '../corpus/document.js';
import { initialize, startServer, type Command, type ServerProcess } from './server-process.js';

/** Makes one request in one way and waits for the answer; rejects if that is not the API's. */
export interface Caller extends AsyncDisposable {
  /** Of the server over HTTP. */
  readonly pid?: number;
  readonly call: () => Promise<void>;
}

/** Starts the API in a process of its own. */
export async function startApi(): Promise<AsyncDisposable & { readonly url: string }> {
  const child = fork(new URL('calls-upstream.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Node's own fetch, with nothing between. */
export function directly(url: string): Caller {
  return {
    call: async () => {
      const response = await fetch(`${url}/pets/7?limit=10`);
      check(await response.text());
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** Calls the one tool of a server on stdio. */
export async function overStdio(command: Command): Promise<Caller> {
  const server = await startServer(command);
  return {
    call: await toolCall(server.ask),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Calls the one tool of a server over Streamable HTTP, also one that answers on the stream of its session. */
export async function overHttp(
  url: string,
  server: AsyncDisposable & { readonly child: ChildProcess },
): Promise<Caller> {
  const agent = new Agent({ keepAlive: true });
  const waiting = new Map<unknown, (line: string) => void>();
  const session: Record<string, string> = {};
  const deliver = (line: string): void => {
    const id = get(JSON.parse(line), 'id');
    waiting.get(id)?.(line);
    waiting.delete(id);
  };
  const send = async (method: string, body = ''): Promise<IncomingMessage> => {
    const headers = { ...session, ...(method === 'POST' ? posted(body) : streamed) };
    const outgoing = request(url, { method, agent, headers }).end(body);
    // A stream that ends later ends with an error, which nobody waits for any more.
    outgoing.on('error', () => undefined);
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    return response;
  };
  const post = async (message: object): Promise<void> => {
    const response = await send('POST', JSON.stringify({ jsonrpc: '2.0', ...message }));
    const id = response.headers['mcp-session-id'];
    if (typeof id === 'string') session['mcp-session-id'] = id;
    for (const line of messagesOf(await text(response))) deliver(line);
  };
  let last = 0;
  const ask = (method: string, params: object): Promise<string> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, resolve);
      post({ id: last, method, params }).catch(reject);
    });
  await ask('initialize', initialize);
  await post({ method: 'notifications/initialized' });
  // It ends with the server.
  const listening = listen(send('GET'), deliver).catch(() => undefined);
  // A server may send the head of the stream only with its first event.
  await Promise.race([listening, setTimeout(500)]);
  const call = await toolCall(ask);
  const { pid } = server.child;
  return {
    call,
    ...(pid !== undefined && { pid }),
    async [Symbol.asyncDispose]() {
      agent.destroy();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function listen(
  response: Promise<IncomingMessage>,
  deliver: (line: string) => void,
): Promise<void> {
  for await (const line of createInterface({ input: await response })) {
    for (const message of messagesOf(line)) deliver(message);
  }
}

const streamed = { accept: 'text/event-stream' };

function posted(body: string): Readonly<Record<string, string | number>> {
  return {
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
}

/** JSON, or the data of events. */
function messagesOf(reply: string): readonly string[] {
  if (reply.startsWith('{')) return [reply];
  return [...reply.matchAll(/^data: (\{.*)$/gm)].map(([, data = '']) => data);
}

/** A loopback port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const sample = { id: 7, limit: 10 };

async function toolCall(ask: ServerProcess['ask']): Promise<Caller['call']> {
  const list = get(JSON.parse(await ask('tools/list', {})), 'result');
  const name = get(get(get(list, 'tools'), '0'), 'name');
  return async () => {
    check(await ask('tools/call', { name, arguments: sample }));
  };
}

function check(reply: string): void {
  if (!reply.includes('Rex')) throw new Error(`No answer of the API: ${reply.slice(0, 300)}`);
}
