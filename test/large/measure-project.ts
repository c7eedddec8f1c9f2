import { join } from 'node:path';
import type { ExpectedRequest } from '../../templates/rooms/core/test/support/case.js';
import { classOf } from '../../templates/rooms/core/src/runtime/access/tool-class.js';
import { callNames } from '../../templates/rooms/core/src/runtime/surface/surface-names.js';
import { residentMegabytes } from '../bench/server-process.js';
import { textOf } from '../protocol/clients.js';
import { connectHttp, startHttp, type AnyClient, type Kind } from '../runtime/process.js';
import { replyJson, startUpstream, type RecordedRequest } from '../support/upstream.js';
import type { Sample, SampledTool } from './sample.js';

/** How a large server fares with one of the clients. Times in milliseconds, memory in megabytes. */
export interface Measured {
  readonly tools: number;
  /** From the start of the process to the answer to the client's first request. */
  readonly start: number;
  readonly memoryAtStart: number;
  readonly listBytes: number;
  readonly instructionsBytes: number;
  /** With the loading of the index. */
  readonly firstSearch: number;
  readonly search: { readonly median: number; readonly slow: number };
  readonly memoryAtEnd: number;
  readonly sampled: number;
  /** Shares of the sample. */
  readonly found: number;
  readonly foundAlike: number;
  readonly described: number;
  /** Of those that have a contract. */
  readonly called: number;
  readonly failures: readonly string[];
}

const secret = 'test-secret';

/** Finds, describes and calls the sample through a client over HTTP. */
export async function measureProject(
  kind: Kind,
  project: string,
  { model, tools }: Sample,
): Promise<Measured> {
  await using upstream = await startUpstream((_, response) => {
    replyJson(response, { ok: true });
  });
  const secrets = model.environment.filter((variable) => variable.secret);
  const env = {
    ...Object.fromEntries(secrets.map(({ name }) => [name, secret])),
    ...Object.fromEntries(Object.values(model.servers).map((server) => [server.env, upstream.url])),
    API_BASE_URL: upstream.url,
    MCP_AUDIT: '0',
    LOG_LEVEL: 'info',
  };
  const begin = performance.now();
  await using server = await startHttp(join(project, 'dist/index.js'), env);
  await using client = await connectHttp(kind, server.url);
  const start = performance.now() - begin;
  const pid = server.child.pid ?? 0;
  const memoryAtStart = residentMegabytes(pid);
  const listed = await client.listTools();
  const times: number[] = [];
  const results: Tried[] = [];
  for (const sampled of tools) {
    const before = upstream.requests.length;
    const { found, milliseconds } = await search(client, sampled);
    times.push(milliseconds);
    results.push({
      sampled,
      found,
      described: await describes(client, sampled),
      called: await calls(client, sampled, () => upstream.requests.slice(before)),
    });
  }
  const [firstSearch = 0, ...others] = times;
  const sorted = others.toSorted((left, right) => left - right);
  const share = (holds: (tried: Tried) => boolean): number =>
    results.filter(holds).length / results.length;
  const callable = results.filter(({ called }) => called !== undefined);
  return {
    tools: model.counts.tools,
    start,
    memoryAtStart,
    listBytes: Buffer.byteLength(JSON.stringify(listed.tools)),
    instructionsBytes: Buffer.byteLength(client.getInstructions() ?? ''),
    firstSearch,
    search: {
      median: sorted[Math.floor(sorted.length / 2)] ?? 0,
      slow: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    },
    memoryAtEnd: residentMegabytes(pid),
    sampled: results.length,
    found: share(({ sampled, found }) => found.includes(sampled.tool.name)),
    foundAlike: share(({ sampled, found }) => found.some((name) => sampled.alike.has(name))),
    described: share(({ described }) => described),
    called: callable.filter(({ called }) => called === true).length / Math.max(1, callable.length),
    failures: results.flatMap(failuresOf),
  };
}

interface Tried {
  readonly sampled: SampledTool;
  /** The first five names. */
  readonly found: readonly string[];
  readonly described: boolean;
  /** Absent if there is no contract. */
  readonly called: boolean | undefined;
}

function failuresOf({ sampled, found, described, called }: Tried): readonly string[] {
  const { tool, alike, summary } = sampled;
  return [
    ...(found.some((name) => alike.has(name)) ? [] : [`not found: ${tool.name}: ${summary}`]),
    ...(described ? [] : [`not described: ${tool.name}`]),
    ...(called === false ? [`not called as it should be: ${tool.name}`] : []),
  ];
}

async function search(
  client: AnyClient,
  { summary }: SampledTool,
): Promise<{ readonly found: readonly string[]; readonly milliseconds: number }> {
  const begin = performance.now();
  const query = summary.slice(0, 1_000);
  const text = textOf(await client.callTool({ name: 'search_tools', arguments: { query } }));
  const milliseconds = performance.now() - begin;
  const names = text.split('\n').map((line) => /^\d+ (\w+)\(/.exec(line)?.[1] ?? '');
  return { found: names.slice(0, 5), milliseconds };
}

async function describes(client: AnyClient, { tool }: SampledTool): Promise<boolean> {
  const { name, inputSchema } = tool;
  const text = textOf(await client.callTool({ name: 'describe_tool', arguments: { name } }));
  return text.startsWith(`${name} [`) && text.includes(JSON.stringify(inputSchema));
}

async function calls(
  client: AnyClient,
  { tool, contract }: SampledTool,
  sent: () => readonly RecordedRequest[],
): Promise<boolean | undefined> {
  if (contract === undefined || tool.resourceOnly) return undefined;
  await client.callTool({
    name: callNames[classOf(tool)],
    arguments: { name: tool.name, arguments: { ...contract.arguments } },
  });
  const [first, ...others] = sent();
  return first !== undefined && others.length === 0 && isAsExpected(first, contract.request);
}

/** Whether a request is the one of the contract, but for credentials and what the HTTP client adds. */
function isAsExpected(
  { method, url, headers, body }: RecordedRequest,
  expected: ExpectedRequest,
): boolean {
  const [path = '', search = ''] = url.split('?', 2);
  const query = search.split('&').filter((pair) => !pair.includes(secret));
  const bare = query.join('&') === '' ? path : `${path}?${query.join('&')}`;
  const wanted = expected.body ?? '';
  return (
    method === expected.method &&
    bare === expected.url &&
    body === (typeof wanted === 'string' ? wanted : wanted.join('\r\n')) &&
    Object.entries(expected.headers ?? {}).every(([name, value]) => headers[name] === value)
  );
}
