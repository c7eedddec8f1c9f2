import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { createWorkspace } from '../support/workspace.js';

/** A Redis server of its own on a loopback port, which can go away and come back. */
export interface RedisServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Kills it; nothing that it has kept survives. */
  readonly stop: () => Promise<void>;
  /** Starts it again on the same port. */
  readonly restart: () => Promise<void>;
  /** Stops it from answering, with its connections open, until it is to go on. */
  readonly freeze: () => void;
  readonly thaw: () => void;
}

/** Starts Debian's redis-server with further options, such as `--requirepass`. */
export async function startRedis(...options: readonly string[]): Promise<RedisServer> {
  return startRedisAt(await freePort(), options);
}

/** As `startRedis`, on a port that was found before. */
export async function startRedisAt(
  port: number,
  options: readonly string[] = [],
): Promise<RedisServer> {
  const workspace = await createWorkspace();
  let child = await start(workspace.directory, port, options);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    stop,
    restart: async () => {
      child = await start(workspace.directory, port, options);
    },
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await stop();
      await workspace[Symbol.asyncDispose]();
    },
  };
}

async function start(
  directory: string,
  port: number,
  options: readonly string[],
): Promise<ChildProcess> {
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory];
  const child = spawn('redis-server', [...place, '--save', '', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout })
      .on('line', (line) => {
        log += `${line}\n`;
        if (line.includes('Ready to accept connections')) resolve();
      })
      .on('close', () => {
        reject(new Error(`redis-server did not start:\n${log}`));
      });
  });
  return child;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
