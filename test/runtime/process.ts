import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Client as Client2025 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as Stdio2025 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as Http2025 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

export type Variables = Readonly<Record<string, string>>;

/** A server process that listens on a loopback port. */
export interface HttpServer extends AsyncDisposable {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it wrote to stderr so far. */
  readonly log: () => string;
}

/** What node is given: a file, or further arguments as well. */
export type Entry = string | readonly string[];

export async function startHttp(entry: Entry, env: Variables): Promise<HttpServer> {
  const child = spawn(process.execPath, [entry].flat(), {
    env: { MCP_TRANSPORT: 'http', PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => {
      log += `${line}\n`;
      const found = /"url":"([^"]+)"/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    lines.on('close', () => {
      reject(new Error(`The server did not start: ${log}`));
    });
  });
  return {
    url,
    child,
    log: () => log,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The official clients, by what they speak. */
export const kinds = ['v1 SDK', 'v2 of 2025', 'v2 of 2026'] as const;

export type Kind = (typeof kinds)[number];
/** A connected client that closes at the end of its block. */
export type AnyClient = (Client | Client2025) & AsyncDisposable;

export async function connectStdio(kind: Kind, entry: Entry, env: Variables): Promise<AnyClient> {
  const stderr = 'ignore' as const;
  const options = { command: process.execPath, args: [entry].flat(), env: { ...env }, stderr };
  if (kind === 'v1 SDK') {
    const client = new Client2025({ name: 'test', version: '1' });
    await client.connect(new Stdio2025(options));
    return closing(client);
  }
  const client = version2(kind);
  await client.connect(new StdioClientTransport(options));
  return closing(client);
}

export async function connectHttp(kind: Kind, url: string, token?: string): Promise<AnyClient> {
  const options = { requestInit: { headers: token ? { authorization: `Bearer ${token}` } : {} } };
  if (kind === 'v1 SDK') {
    const client = new Client2025({ name: 'test', version: '1' });
    await client.connect(new Http2025(new URL(url), options));
    return closing(client);
  }
  const client = version2(kind);
  await client.connect(new StreamableHTTPClientTransport(new URL(url), options));
  return closing(client);
}

function closing<T extends Client | Client2025>(client: T): T & AsyncDisposable {
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

function version2(kind: Exclude<Kind, 'v1 SDK'>): Client {
  const mode = kind === 'v2 of 2025' ? 'legacy' : ({ pin: '2026-07-28' } as const);
  return new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
}
