import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** A server on stdio, spoken to line by line. */
export interface StdioServer extends AsyncDisposable {
  /** What answers a request. */
  readonly ask: (method: string, params: object) => Promise<unknown>;
  readonly send: (message: object) => void;
  /** What it wrote to stderr, to its end. */
  readonly log: Promise<string>;
  /** Closes stdin; the code with which the server ends. */
  readonly end: () => Promise<number | null>;
  readonly exited: Promise<number | null>;
  /** Closes this side of its stderr. */
  readonly stopReading: () => void;
}

/** Starts a server and initialises it. Any line on stdout that is no JSON-RPC message is thrown. */
export async function startStdio(
  entry: string,
  env: Readonly<Record<string, string>>,
  { read = true }: { readonly read?: boolean } = {},
): Promise<StdioServer> {
  const child = spawn(process.execPath, [entry], { env: { ...env }, stdio: 'pipe' });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const log = read ? text(child.stderr) : Promise.resolve('');
  const waiting = new Map<unknown, (message: unknown) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as { readonly jsonrpc: string; readonly id?: unknown };
    if (message.jsonrpc !== '2.0') throw new Error(`No message: ${line}`);
    waiting.get(message.id)?.(message);
  });
  const send = (message: object): void => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  let last = 0;
  const ask: StdioServer['ask'] = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, resolve);
      send({ id: last, method, params });
      void exited.then((code) => {
        reject(new Error(`The server ended with ${code}`));
      });
    });
  child.stdin.on('error', () => undefined);
  await ask('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  });
  send({ method: 'notifications/initialized' });
  return {
    ...{ ask, send, log, exited },
    end: () => {
      child.stdin.end();
      return exited;
    },
    stopReading: () => {
      child.stderr.destroy();
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
