import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

export const transports = ['stdio', 'http'] as const;
export const eras = ['2025', '2026'] as const;

export type Transport = (typeof transports)[number];
export type Era = (typeof eras)[number];

/** A client of the given protocol era, connected to a server of its own. */
export interface Connection extends AsyncDisposable {
  readonly client: Client;
}

/** Where scripts/test.mjs puts `server.ts`. */
const server = resolve('.test/support/server.js');

export async function connect(
  transport: Transport,
  era: Era,
  env: Record<string, string>,
): Promise<Connection> {
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    { versionNegotiation: { mode: era === '2025' ? 'legacy' : { pin: '2026-07-28' } } },
  );
  if (transport === 'stdio') {
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [server],
        env,
        stderr: 'ignore',
      }),
    );
    return { client, [Symbol.asyncDispose]: () => client.close() };
  }
  const { url, stop } = await startHttp(env);
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  return {
    client,
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await stop();
    },
  };
}

async function startHttp(env: Record<string, string>) {
  const child = spawn(process.execPath, [server], {
    env: { ...env, MCP_TRANSPORT: 'http', PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => {
      const found = /"url":"([^"]+)"/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    lines.on('close', () => {
      reject(new Error('The server did not start'));
    });
  });
  const stop = async () => {
    child.kill();
    await exited;
  };
  return { url, stop };
}
