import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { installPackages } from '../corpus/inputs.js';
import { startHttp } from '../runtime/process.js';
import { directly, freePort, overHttp, overStdio, type Caller } from './callers.js';
import { benchDirectory, ours } from './generators.js';

/** One way to reach the API. */
export interface Lane {
  readonly name: string;
  readonly transport: 'none' | 'stdio' | 'HTTP';
  /** Absent if the server has no such transport. */
  readonly start?: () => Promise<Caller>;
}

const folder = join(benchDirectory, 'calls');
const peersFolder = join(benchDirectory, 'runtime-proxies');
const ivotoby = join(peersFolder, 'node_modules/@ivotoby/openapi-mcp-server/bin/mcp-server.js');
const twilio = join(peersFolder, 'node_modules/@twilio-alpha/openapi-mcp-server/build/simple.js');

/** A direct fetch, our server and two peers, all with the same API of one operation. */
export async function prepareLanes(api: string): Promise<readonly Lane[]> {
  await installPackages(peersFolder, [
    '@ivotoby/openapi-mcp-server@1.16.1',
    '@twilio-alpha/openapi-mcp-server@0.7.0',
  ]);
  const source = await writeDescription(api);
  const entry = await buildOurs(source);
  const peer = [ivotoby, '--api-base-url', api, '--openapi-spec', source, '--verbose', 'false'];
  return [
    { name: 'direct fetch', transport: 'none', start: () => Promise.resolve(directly(api)) },
    { name: 'mcp-gen', transport: 'stdio', start: () => overStdio({ args: [entry], env: {} }) },
    {
      name: '@ivotoby',
      transport: 'stdio',
      start: () => overStdio({ args: [...peer, '--transport', 'stdio'], env: {} }),
    },
    {
      name: '@twilio-alpha',
      transport: 'stdio',
      start: () => overStdio({ args: [twilio, '--apiPath', join(folder, 'api')], env: {} }),
    },
    { name: 'mcp-gen', transport: 'HTTP', start: () => startOurs(entry) },
    { name: '@ivotoby', transport: 'HTTP', start: () => startPeer(peer) },
    { name: '@twilio-alpha', transport: 'HTTP' },
  ];
}

/** One peer reads folders, YAML alone (which JSON is), and knows no servers but those of a path. */
async function writeDescription(url: string): Promise<string> {
  const parameter = (place: string, name: string) => ({
    in: place,
    name,
    required: true,
    schema: { type: 'integer' },
  });
  const source = join(folder, 'api/pets.yaml');
  await mkdir(join(folder, 'api'), { recursive: true });
  const operation = {
    operationId: 'getPet',
    summary: 'One pet',
    tags: ['pets'],
    parameters: [parameter('path', 'id'), parameter('query', 'limit')],
    responses: {
      200: {
        description: 'A pet',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    },
  };
  const description = {
    openapi: '3.0.3',
    info: { title: 'Pets', version: '1.0.0' },
    servers: [{ url }],
    paths: { '/pets/{id}': { servers: [{ url }], get: operation } },
  };
  await writeFile(source, JSON.stringify(description));
  return source;
}

async function buildOurs(source: string): Promise<string> {
  const project = join(folder, 'project');
  for (const { code, stdout } of [
    await ours.generate(source, project),
    await ours.build(project),
  ]) {
    if (code !== 0) throw new Error(`The project of the calls could not be made: ${stdout}`);
  }
  return ours.entry(project);
}

async function startOurs(entry: string): Promise<Caller> {
  const server = await startHttp(entry, {});
  return overHttp(server.url, server);
}

async function startPeer(args: readonly string[]): Promise<Caller> {
  const port = await freePort();
  const child = spawn(process.execPath, [...args, '--transport', 'http', '--port', String(port)], {
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  const stop = {
    child,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const response = await fetch(`${url}/health`).catch(() => undefined);
    if (response !== undefined) break;
    await setTimeout(100);
  }
  return overHttp(`${url}/mcp`, stop);
}
