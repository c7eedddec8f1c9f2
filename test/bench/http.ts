import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { get } from '../corpus/document.js';
import { installPackages } from '../corpus/inputs.js';
import { startHttp, type HttpServer, type Variables } from '../runtime/process.js';
import { repository } from '../support/workspace.js';
import { benchDirectory, ours } from './generators.js';
import { median } from './stopwatch.js';

const loadFolder = join(benchDirectory, 'load');
const autocannonFile = join(loadFolder, 'node_modules/autocannon/autocannon.js');
const rounds = 5;
const seconds = 3;
const connections = 32;

/** A tool that answers at once, without the API. */
const custom = `import type { Custom } from '../runtime/custom.js';

export const custom = {
  tools: [
    {
      name: 'add',
      description: 'The sum of two numbers.',
      inputSchema: {
        type: 'object',
        properties: { a: { type: 'number' }, b: { type: 'number' } },
        required: ['a', 'b'],
        additionalProperties: false,
      },
      handler: ({ a, b }) => String(Number(a) + Number(b)),
    },
  ],
} satisfies Custom;
`;

/** What bounds every server: Hono answering each request with its own body. */
const echo = `import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/mcp', async (context) => context.body(await context.req.text()));
const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
await once(server, 'listening');
console.error(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port + '/mcp' }));
`;

/** One kind of client. */
interface Lane {
  readonly name: string;
  readonly server: HttpServer;
  /** Of the connections, in turn. */
  readonly headers: readonly Variables[];
  readonly body: string;
}

/** What is used of autocannon, which brings no types. */
type Autocannon = (options: {
  readonly url: string;
  readonly connections: number;
  readonly duration: number;
  readonly method: 'POST';
  readonly body: string;
  readonly setupClient: (client: { readonly setHeaders: (headers: Variables) => void }) => void;
}) => Promise<unknown>;

interface Load {
  /** Requests a second. */
  readonly rate: number;
  /** Requests a second of the server's processor time, which hardly depends on what else the machine does. */
  readonly cpuRate: number;
  readonly p99: number;
}

/** Requests a second of a tool that answers at once, by kind of client, as ratios to an echo in the same run too. */
export async function measureHttp(): Promise<string> {
  await installPackages(loadFolder, ['autocannon@8.0.0']);
  const { default: autocannon } = (await import(pathToFileURL(autocannonFile).href)) as {
    readonly default: Autocannon;
  };
  const project = await buildProject();
  const entry = ours.entry(project);
  await using bare = await startHttp(join(project, 'echo.mjs'), {});
  await using stateless = await startHttp(entry, {});
  await using stateful = await startHttp(entry, { MCP_SESSIONS: 'memory' });
  // A session to a connection: within one, no two requests at a time may have the same id.
  const sessions = await Promise.all(Array.from({ length: connections }, () => session(stateful)));
  const lanes: readonly Lane[] = [
    { name: 'Hono echo', server: bare, headers: [legacyHeaders], body: legacyCall },
    { name: '2026', server: stateless, headers: [modernHeaders], body: modernCall },
    { name: '2025, session', server: stateful, headers: sessions, body: legacyCall },
    { name: '2025, stateless', server: stateless, headers: [legacyHeaders], body: legacyCall },
  ];
  const loads = lanes.map((): Load[] => []);
  for (const lane of lanes) await load(autocannon, lane, 1);
  for (let round = 0; round < rounds; round += 1) {
    process.stderr.write(`http, round ${round + 1} of ${rounds} …\n`);
    for (const [index, lane] of lanes.entries())
      loads[index]?.push(await load(autocannon, lane, seconds));
  }
  return table(
    lanes,
    loads,
    await Promise.all(lanes.map(({ server }) => residentMegabytes(server))),
  );
}

async function buildProject(): Promise<string> {
  const project = join(benchDirectory, 'http/project');
  const source = join(repository, 'fixtures/petstore/openapi.yaml');
  const generated = await ours.generate(source, project);
  await writeFile(join(project, 'src/custom/index.ts'), custom);
  await writeFile(join(project, 'echo.mjs'), echo);
  const built = await ours.build(project);
  if (generated.code !== 0 || built.code !== 0) {
    throw new Error(`The project could not be made: ${generated.stdout}${built.stdout}`);
  }
  return project;
}

const call = { name: 'add', arguments: { a: 2, b: 3 } };
const legacyHeaders = {
  accept: 'application/json, text/event-stream',
  'content-type': 'application/json',
};
const legacyCall = message('tools/call', call);

const modernHeaders = {
  ...legacyHeaders,
  'mcp-protocol-version': '2026-07-28',
  'mcp-method': 'tools/call',
  'mcp-name': 'add',
};
const modernCall = message('tools/call', {
  ...call,
  _meta: {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  },
});

function message(method: string, params: object): string {
  return JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
}

/** Begins a session and returns the headers of its requests. */
async function session({ url }: HttpServer): Promise<Variables> {
  const clientInfo = { name: 'bench', version: '1' };
  const body = message('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo,
  });
  const response = await fetch(url, { method: 'POST', headers: legacyHeaders, body });
  await response.text();
  const headers = {
    ...legacyHeaders,
    'mcp-protocol-version': '2025-11-25',
    'mcp-session-id': response.headers.get('mcp-session-id') ?? '',
  };
  const initialized = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
  await fetch(url, { method: 'POST', headers, body: initialized });
  return headers;
}

async function load(
  autocannon: Autocannon,
  { name, server, headers, body }: Lane,
  duration: number,
): Promise<Load> {
  const reply = await fetch(server.url, { method: 'POST', headers: headers[0] ?? {}, body });
  const answer = await reply.text();
  if (reply.status !== 200) throw new Error(`${name} answers ${reply.status}: ${answer}`);
  const before = await cpuSeconds(server);
  let connection = 0;
  const result = await autocannon({
    url: server.url,
    connections,
    duration,
    method: 'POST',
    body,
    setupClient: (client) => {
      client.setHeaders(headers[connection % headers.length] ?? {});
      connection += 1;
    },
  });
  const failed = Number(get(result, 'non2xx')) + Number(get(result, 'errors'));
  if (failed > 0) throw new Error(`${name}: ${failed} requests failed`);
  const requests = get(result, 'requests');
  return {
    rate: Number(get(requests, 'average')),
    cpuRate: Number(get(requests, 'total')) / ((await cpuSeconds(server)) - before),
    p99: Number(get(get(result, 'latency'), 'p99')),
  };
}

async function residentMegabytes({ child }: HttpServer): Promise<number> {
  const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

/** What the process has used so far; the kernel counts in hundredths. */
async function cpuSeconds({ child }: HttpServer): Promise<number> {
  const stat = await readFile(`/proc/${child.pid ?? 0}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12);
  return (Number(user) + Number(system)) / 100;
}

function table(
  lanes: readonly Lane[],
  loads: readonly (readonly Load[])[],
  memory: readonly number[],
): string {
  const medians = loads.map((runs) => ({
    rate: median(runs.map(({ rate }) => rate)),
    cpuRate: median(runs.map(({ cpuRate }) => cpuRate)),
    p99: median(runs.map(({ p99 }) => p99)),
  }));
  const rows = lanes.map(({ name }, index) => {
    const { rate = NaN, cpuRate = NaN, p99 = NaN } = medians[index] ?? {};
    return [
      name,
      Math.round(rate).toLocaleString('en'),
      (rate / (medians[0]?.rate ?? NaN)).toFixed(3),
      Math.round(cpuRate).toLocaleString('en'),
      (cpuRate / (medians[0]?.cpuRate ?? NaN)).toFixed(3),
      p99.toFixed(0),
      memory[index]?.toFixed(0) ?? '',
    ];
  });
  const heads = [
    'a tool of its own',
    'requests/s',
    'of an echo',
    'a CPU second',
    'of an echo',
    'p99 ms',
    'RSS MB',
  ];
  const lines = [heads, ...rows].map(([name = '', ...cells]) => {
    return `  ${name.padEnd(18)}${cells.map((cell) => cell.padStart(13)).join('')}`;
  });
  return `\n${lines.join('\n')}\n`;
}
