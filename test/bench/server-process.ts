import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { get } from '../corpus/document.js';

const initialize = {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'bench', version: '1' },
};

/** A server on stdio, spoken to in plain JSON-RPC, so that what is measured is the server alone. */
interface ServerProcess extends AsyncDisposable {
  readonly pid: number;
  /** The line that answers a request. */
  readonly ask: (method: string, params: object) => Promise<string>;
}

function start(entry: string): ServerProcess {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, API_BASE_URL: 'http://127.0.0.1:9' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let id = 0;
  const send = (message: object): void => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  return {
    pid: child.pid ?? 0,
    ask: async (method, params) => {
      id += 1;
      send({ id, method, params });
      const line: IteratorResult<string, unknown> = await lines.next();
      if (line.done === true) throw new Error(`${entry} ended without an answer to ${method}`);
      if (method === 'initialize') send({ method: 'notifications/initialized' });
      return line.value;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Milliseconds from spawn to the reply to `initialize`. */
export async function timeStart(entry: string): Promise<number> {
  const begin = performance.now();
  await using server = start(entry);
  await server.ask('initialize', initialize);
  return performance.now() - begin;
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
  await using server = start(entry);
  await server.ask('initialize', initialize);
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

function residentMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
