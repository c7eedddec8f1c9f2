import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { get } from '../corpus/document.js';

/** What a client says first. */
export const initialize = {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'bench', version: '1' },
};

/** How a server is started: the arguments of Node, and what the environment has besides. */
export interface Command {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A server on stdio, spoken to in plain JSON-RPC, so that what is measured is the server alone. */
export interface ServerProcess extends AsyncDisposable {
  readonly pid: number;
  /** The line that answers a request; several may be asked at once. */
  readonly ask: (method: string, params: object) => Promise<string>;
}

/** Starts a server and initialises it. */
export async function startServer(command: Command): Promise<ServerProcess> {
  const server = spawnServer(command);
  await server.ask('initialize', initialize);
  return server;
}

function spawnServer({ args, env }: Command): ServerProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  const waiting = new Map<unknown, (line: string) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const id = get(JSON.parse(line), 'id');
    waiting.get(id)?.(line);
    waiting.delete(id);
  });
  let last = 0;
  const send = (message: object): void => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  return {
    pid: child.pid ?? 0,
    ask: async (method, params) => {
      last += 1;
      const id = last;
      const line = await new Promise<string>((resolve, reject) => {
        waiting.set(id, resolve);
        send({ id, method, params });
        void exited.then(() => {
          reject(new Error(`${args[0] ?? ''} ended without an answer to ${method}`));
        });
      });
      if (method === 'initialize') send({ method: 'notifications/initialized' });
      return line;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const unreachable = { API_BASE_URL: 'http://127.0.0.1:9', MCP_SURFACE: 'all' };

/** Milliseconds from spawn to the reply to `initialize`. */
export async function timeStart(entry: string): Promise<number> {
  const begin = performance.now();
  const server = await startServer({ args: [entry], env: unreachable });
  const milliseconds = performance.now() - begin;
  await server[Symbol.asyncDispose]();
  return milliseconds;
}

export interface Listing {
  readonly tools: number;
  /** Of every page of `tools/list`, as it goes over the wire. */
  readonly bytes: number;
  readonly pages: number;
  /** Resident memory after it, in megabytes. */
  readonly megabytes: number;
}

/** Reads the whole list of tools. */
export async function listTools(entry: string): Promise<Listing> {
  await using server = await startServer({ args: [entry], env: unreachable });
  let [tools, bytes, pages] = [0, 0, 0];
  let cursor: unknown;
  do {
    const line = await server.ask('tools/list', cursor === undefined ? {} : { cursor });
    const result = get(JSON.parse(line), 'result');
    const listed = get(result, 'tools');
    if (!Array.isArray(listed)) throw new Error(`tools/list failed: ${line.slice(0, 200)}`);
    tools += listed.length;
    bytes += Buffer.byteLength(line);
    pages += 1;
    cursor = get(result, 'nextCursor');
  } while (cursor !== undefined);
  return { tools, bytes, pages, megabytes: residentMegabytes(server.pid) };
}

/** Resident memory of a process, in megabytes. */
export function residentMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
