/** `npm run demo`: generates the petstore server, builds it, and calls a tool of it through an MCP client. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { replyJson, startUpstream } from '../support/upstream.js';
import { repository } from '../support/workspace.js';
import { run } from '../support/run.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

async function step(title: string, command: string, args: readonly string[], cwd: string) {
  say(`\n$ ${title}`);
  const { code, stdout, stderr } = await run(command, args, { cwd });
  say((stdout || stderr).trimEnd());
  if (code !== 0) throw new Error(`${title} failed:\n${stderr}`);
}

const folder = await mkdtemp(join(tmpdir(), 'petstore-'));
const project = join(folder, 'petstore-mcp');
const cli = join(repository, 'dist/src/cli.js');
const source = join(repository, 'fixtures/petstore/openapi.yaml');

await step('mcp-gen openapi.yaml', process.execPath, [cli, source, '-o', project], folder);
await step('npm ci', 'npm', ['ci', '--no-audit', '--no-fund'], project);
await step('npm run build', 'npm', ['run', 'build'], project);

await using upstream = await startUpstream((_request, response) => {
  replyJson(response, [{ id: 7, name: 'Rex', status: 'available' }]);
});
const transport = new StdioClientTransport({
  command: process.execPath,
  args: [join(project, 'dist/index.js')],
  env: { API_BASE_URL: `${upstream.url}/v1`, PETSTORE_API_KEY: 'demo-key' },
});
const client = new Client({ name: 'demo', version: '1.0.0' });
await client.connect(transport);
const { tools } = await client.listTools();
say(`\ntools: ${tools.map(({ name }) => name).join(', ')}`);
const call = { name: 'list_pets', arguments: { limit: 2, status: ['available', 'sold'] } };
say(`\nclient → server  ${JSON.stringify(call)}`);
const result = await client.callTool(call);
for (const { method, url, headers } of upstream.requests) {
  say(`server → API     ${method} ${url}  x-api-key: ${String(headers['x-api-key'])}`);
}
say(`server → client  ${JSON.stringify(result.content)}`);
await client.close();
say(`\nThe project is in ${project}`);
if (result.isError || upstream.requests.length !== 1) process.exitCode = 1;
