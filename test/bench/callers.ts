import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { get } from '../corpus/document.js';
import { connectHttp } from '../runtime/process.js';
import { startServer, type Command } from './server-process.js';

/** Makes one request in one way and waits for the answer; rejects if that is not the API's. */
export interface Caller extends AsyncDisposable {
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
  const list = get(JSON.parse(await server.ask('tools/list', {})), 'result');
  const name = get(get(get(list, 'tools'), '0'), 'name');
  return {
    call: async () => {
      check(await server.ask('tools/call', { name, arguments: sample }));
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Calls the one tool of a server over Streamable HTTP with the v1 client: one peer answers on a stream of its own. */
export async function overHttp(url: string, server: AsyncDisposable): Promise<Caller> {
  const client = await connectHttp('v1 SDK', url);
  const { tools } = await client.listTools();
  const params = { name: tools[0]?.name ?? '', arguments: sample };
  return {
    call: async () => {
      check(JSON.stringify(await client.callTool(params)));
    },
    async [Symbol.asyncDispose]() {
      await client.close();
      await server[Symbol.asyncDispose]();
    },
  };
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

function check(reply: string): void {
  if (!reply.includes('Rex')) throw new Error(`No answer of the API: ${reply.slice(0, 300)}`);
}
