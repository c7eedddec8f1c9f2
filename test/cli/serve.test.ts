import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { generate, listTools, prepareServer } from '../../src/index.js';
import { connectHttp, connectStdio, kinds, startHttp, type AnyClient } from '../runtime/process.js';
import { run } from '../support/run.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { createWorkspace, repository } from '../support/workspace.js';

const cli = ['--import', import.meta.resolve('tsx'), join(repository, 'src/cli.ts')];
const fixture = (path: string) => join(repository, 'fixtures', path);
const petstore = fixture('petstore/openapi.yaml');
const secret = 'key-of-the-test';

describe('mcp-gen serve', { concurrency: 2 }, () => {
  let api: Upstream;
  let env: Readonly<Record<string, string>>;

  before(async () => {
    api = await startUpstream((_, response) => {
      replyJson(response, [{ id: 7, name: 'Rex' }]);
    });
    env = { API_BASE_URL: `${api.url}/v1`, PETSTORE_API_KEY: secret };
  });
  after(() => api[Symbol.asyncDispose]());

  const exchange = async (client: AnyClient, id: string) => {
    const { tools } = await client.listTools();
    const listed = await listTools({ source: petstore });
    assert.deepEqual(
      tools.map(({ name }) => name).toSorted(),
      listed.tools.map(({ name }) => name),
    );
    const pet = await client.callTool({ name: 'get_pet_by_id', arguments: { petId: id } });
    assert.deepEqual(pet.content, [{ type: 'text', text: '[{"id":7,"name":"Rex"}]' }]);
    const got = api.requests.find(({ url }) => url === `/v1/pets/${id}`);
    assert.deepEqual([got?.method, got?.headers['x-api-key']], ['GET', secret]);
    const { contents } = await client.readResource({ uri: 'petstore://api/store/inventory' });
    assert.equal(contents.length, 1);
    assert.ok(api.requests.some(({ url }) => url === '/v1/store/inventory'));
    const refused = await client.callTool({ name: 'get_pet_by_id', arguments: { petId: 'x' } });
    assert.equal(refused.isError, true);
    assert.match(JSON.stringify(refused.content), /petId: must match pattern/);
  };

  for (const [index, kind] of kinds.entries()) {
    it(`serves a ${kind} client over stdio`, async () => {
      await using client = await connectStdio(kind, [...cli, 'serve', petstore], env);
      await exchange(client, String(100 + index));
    });

    it(`serves a ${kind} client over HTTP, where the flags say`, async () => {
      // The flags go before these.
      const variables = { ...env, MCP_TRANSPORT: 'stdio', PORT: '1', HOST: 'nowhere.invalid' };
      const flags = ['--http', '--port', '0', '--host', '127.0.0.1'];
      await using server = await startHttp([...cli, 'serve', petstore, ...flags], variables);
      await using client = await connectHttp(kind, server.url);
      await exchange(client, String(200 + index));
      assert.doesNotMatch(server.log(), new RegExp(secret));
    });
  }

  for (const source of [
    'auth/openapi.yaml',
    'hostile/openapi.json',
    'oddities/openapi.yaml',
    'petstore/openapi.yaml',
    'swagger/swagger.yaml',
    'weather/mcp-gen.config.yaml',
  ]) {
    it(`writes nothing but the protocol to stdout, and no file: ${source}`, async () => {
      await using workspace = await createWorkspace();
      const cwd = workspace.directory;
      const { code, stdout, stderr } = await serve(cwd, [fixture(source)], {
        env: { API_BASE_URL: api.url },
        input: message('initialize', 1) + message('tools/list', 2),
      });
      assert.equal(code, 0, stderr);
      const answers = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly id: number; readonly result: unknown });
      assert.deepEqual(answers.map(({ id }) => id).toSorted(), [1, 2]);
      const { name, tools } = await listTools({ source: fixture(source) });
      const list = answers.find(({ id }) => id === 2)?.result;
      const names = (list as { readonly tools: readonly { readonly name: string }[] }).tools;
      assert.deepEqual(
        names.map((tool) => tool.name).toSorted(),
        tools.map((tool) => tool.name),
      );
      assert.match(stderr, new RegExp(`^${name}: ${tools.length} tools?, `, 'm'));
      assert.doesNotMatch(stderr, /[^\P{Cc}\n]/u);
      assert.deepEqual(await readdir(cwd), []);
    });
  }

  it('says what the API wants and lacks, and that it is to try it out', async () => {
    await using workspace = await createWorkspace();
    const lacking = await serve(workspace.directory, [petstore]);
    assert.match(lacking.stderr, /^To try it out, not for production: .* writes a project\.$/m);
    assert.match(lacking.stderr, /^ {2}PETSTORE_API_KEY {2}missing {2}API key, sent as /m);
    assert.match(
      lacking.stderr,
      /^ {2}API_BASE_URL {6}not set {2}Base URL of the API\. Default: https:\/\/petstore\.example\.com\/v1$/m,
    );
    const given = await serve(workspace.directory, [petstore], { env });
    assert.match(given.stderr, /^ {2}PETSTORE_API_KEY {2}set {6}API key/m);
    assert.match(given.stderr, /^ {2}API_BASE_URL {6}set /m);
    assert.doesNotMatch(given.stderr, new RegExp(secret));
    assert.deepEqual([lacking.code, given.code], [0, 0]);
  });

  it('takes the flags that decide on tools', async () => {
    const flags = ['--name', 'shop', '--include', 'tag:pets', '--read-only', '--output-schema'];
    const base = ['--base-url', `${api.url}/other`];
    const entry = [...cli, 'serve', petstore, ...flags, ...base];
    await using client = await connectStdio('v1 SDK', entry, { SHOP_API_KEY: secret });
    assert.equal(client.getServerVersion()?.name, 'shop');
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name).toSorted(), ['get_pet_by_id', 'list_pets']);
    assert.ok(tools.every(({ outputSchema }) => outputSchema !== undefined));
    await client.callTool({ name: 'list_pets', arguments: { limit: 3 } });
    const got = api.requests.find(({ url }) => url === '/other/pets?limit=3');
    assert.equal(got?.headers['x-api-key'], secret);
  });

  it('reads a URL', async () => {
    const text = await readFile(petstore, 'utf8');
    await using site = await startUpstream((_, response) => {
      response.writeHead(200, { 'content-type': 'application/yaml' }).end(text);
    });
    const entry = [...cli, 'serve', `${site.url}/openapi.yaml`];
    await using client = await connectStdio('v1 SDK', entry, env);
    await exchange(client, '300');
    assert.deepEqual(
      site.requests.map(({ url }) => url),
      ['/openapi.yaml'],
    );
  });

  it('reads standard input, where it serves over HTTP', async () => {
    await using workspace = await createWorkspace();
    const input = await readFile(petstore, 'utf8');
    // The runtime refuses the host once the source has been read.
    const { code, stdout, stderr } = await serve(workspace.directory, ['-', '--host', '0.0.0.0'], {
      input,
    });
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^petstore: 8 tools, 4 resources from <stdin>$/m);
    assert.match(stderr, /^petstore cannot start:\n {2}- MCP_ALLOWED_HOSTS is not set/m);
  });

  it('refuses to read standard input where its client is', async () => {
    await using workspace = await createWorkspace();
    const cwd = workspace.directory;
    const input = await readFile(petstore, 'utf8');
    await writeFile(join(cwd, 'mcp-gen.config.yaml'), "source: '-'\n");
    for (const args of [['-'], []]) {
      const { code, stdout, stderr } = await serve(cwd, args, { input });
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /^error MG144: .*\n {2}help: .*mcp-gen serve - --http/m);
    }
  });

  it('reads a stream in its place', async () => {
    const stdin = Readable.from([await readFile(petstore)]);
    const { name, counts, environment } = await prepareServer({ source: '-', stdin });
    assert.deepEqual([name, counts.tools], ['petstore', 8]);
    assert.deepEqual(
      environment.map((variable) => variable.name),
      ['API_BASE_URL', 'PETSTORE_API_KEY'],
    );
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a source that is not there', ['nowhere.yaml'], /^nowhere\.yaml error MG101: /m],
    ['no source', [], /^error MG140: /m],
    ['nothing to serve', [petstore, '--include', 'tag:none'], / error MG232: /],
    ['a port that is none', [petstore, '--port', '65536'], /whole number from 0 to 65535/],
    ['rooms', [petstore, '--with', 'metrics'], /unknown option '--with'/],
    ['options in front', ['--read-only', 'serve', petstore], /options go after the command/],
  ];
  for (const [what, args, expected] of wrong) {
    it(`refuses ${what}`, async () => {
      await using workspace = await createWorkspace();
      const command = args.includes('serve') ? args : ['serve', ...args];
      const cwd = workspace.directory;
      const { code, stdout, stderr } = await run(process.execPath, [...cli, ...command], { cwd });
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, expected);
    });
  }

  it('says what is wrong with the environment, and fails', async () => {
    await using workspace = await createWorkspace();
    const cwd = workspace.directory;
    await writeFile(join(cwd, 'a.json'), JSON.stringify(withoutServer));
    const { code, stdout, stderr } = await serve(cwd, ['a.json'], { env: { LOG_LEVEL: 'loud' } });
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^ {2}API_BASE_URL {2}missing {2}/m);
    assert.match(stderr, /^a cannot start:\n(?: {2}- .*\n)* {2}- API_BASE_URL is not set/m);
    assert.match(stderr, /^ {2}- LOG_LEVEL is "loud"/m);
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`ends with 0 at ${signal}, over stdio`, async () => {
      const child = spawn(process.execPath, [...cli, 'serve', petstore], {
        env: { ...process.env, ...env },
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      const exited = once(child, 'exit');
      for await (const line of createInterface({ input: child.stderr })) {
        if (line.includes('serving on stdio')) child.kill(signal);
      }
      assert.deepEqual(await exited, [0, null]);
    });

    it(`ends with 0 at ${signal}, over HTTP`, async () => {
      await using server = await startHttp([...cli, 'serve', petstore, '--http'], env);
      server.child.kill(signal);
      assert.deepEqual(await once(server.child, 'exit'), [0, null]);
    });
  }

  it('serves what a project was generated from, under the names that the project has', async () => {
    await using workspace = await createWorkspace();
    const cwd = workspace.directory;
    await cp(petstore, join(cwd, 'openapi.yaml'));
    await generate({ cwd, source: 'openapi.yaml', output: 'shop', readOnly: true });
    const manifest = join(cwd, 'shop/mcp-gen.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('"name": "list_pets"', '"name": "all_pets"'));
    await using client = await connectStdio('v1 SDK', [...cli, 'serve', join(cwd, 'shop')], env);
    const { tools } = await client.listTools();
    assert.equal(tools.length, 4);
    assert.ok(tools.some(({ name }) => name === 'all_pets'));
  });

  it('gives no credentials to an origin that the project does not know', async () => {
    await using workspace = await createWorkspace();
    const cwd = workspace.directory;
    const before = await readFile(petstore, 'utf8');
    await writeFile(join(cwd, 'openapi.yaml'), before);
    await generate({ cwd, source: 'openapi.yaml', output: 'shop' });
    const moved = before.replaceAll('https://petstore.example.com', 'https://elsewhere.example');
    assert.notEqual(moved, before);
    await writeFile(join(cwd, 'openapi.yaml'), moved);
    const refused = await serve(cwd, ['shop']);
    assert.deepEqual([refused.code, refused.stdout], [1, '']);
    assert.match(refused.stderr, /error MG407: .*https:\/\/elsewhere\.example/);
    const accepted = await serve(cwd, ['shop', '--accept-origin', 'https://elsewhere.example']);
    assert.equal(accepted.code, 0, accepted.stderr);
  });

  it('holds to what a config says of who may do what, and names the rooms that it leaves out', async () => {
    await using workspace = await createWorkspace();
    const config = join(workspace.directory, 'mcp-gen.config.yaml');
    const access = '[{ class: write, roles: [editor] }]';
    const settings = `serve: { with: [metrics], access: ${access}, callers: { ann: { roles: [editor] } } }`;
    await writeFile(config, `source: ${JSON.stringify(petstore)}\n${settings}\n`);
    const secrets = { ann: 'a'.repeat(32), bob: 'b'.repeat(32) };
    await using server = await startHttp([...cli, 'serve', config, '--http'], {
      ...env,
      MCP_AUTH_TOKENS: `ann=${secrets.ann},bob=${secrets.bob}`,
    });
    assert.match(server.log(), /^Only a project has what the config names: metrics\.$/m);
    await assert.rejects(connectHttp('v1 SDK', server.url));
    await using ann = await connectHttp('v1 SDK', server.url, secrets.ann);
    await using bob = await connectHttp('v2 of 2026', server.url, secrets.bob);
    assert.equal((await ann.listTools()).tools.length, 8);
    const { tools } = await bob.listTools();
    assert.equal(tools.length, 4);
    assert.ok(tools.every(({ annotations }) => annotations?.readOnlyHint));
    await assert.rejects(bob.callTool({ name: 'delete_pet', arguments: { petId: 1 } }), /Unknown/);
  });
});

const withoutServer = {
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  paths: { '/a': { get: { operationId: 'a', responses: {} } } },
};

function message(method: string, id: number): string {
  const clientInfo = { name: 'test', version: '1' };
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
  return `${JSON.stringify({ jsonrpc: '2.0', id, method, ...(id === 1 && { params }) })}\n`;
}

function serve(
  cwd: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
) {
  return run(process.execPath, [...cli, 'serve', ...args], { cwd, ...options });
}
