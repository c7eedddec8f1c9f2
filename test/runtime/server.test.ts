import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run } from '../support/run.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { connectHttp, connectStdio, kinds, startHttp, type AnyClient } from './process.js';
import { buildSampleProject } from './sample-project.js';

const names = [
  ...['add_pet', 'delete_pet', 'get_pet', 'list_pets', 'get_file'],
  ...['get_inventory', 'login', 'sign', 'upload_file', 'whoami'],
];

describe('a built server without node_modules', () => {
  let workspace: Workspace;
  let upstream: Upstream;
  let entry: string;
  let env: Readonly<Record<string, string>>;

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    await rm(join(workspace.directory, 'node_modules'));
    entry = join(workspace.directory, 'dist/index.js');
    upstream = await startUpstream((request, response) => {
      if (request.url.startsWith('/v1/pets/none')) replyJson(response, { code: 'no_pet' }, 404);
      else
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{ "id": 12345678901234567890, "a b": [1, 2] }');
    });
    env = { API_BASE_URL: `${upstream.url}/v1`, PETSTORE_API_KEY: 'key-of-the-test' };
  });
  after(async () => {
    await upstream[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  const exchange = async (client: AnyClient) => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      names,
    );
    const resources = await client.listResources();
    assert.deepEqual(
      resources.resources.map(({ uri }) => uri),
      ['petstore://api/inventory'],
    );
    const templates = await client.listResourceTemplates();
    assert.equal(templates.resourceTemplates.length, 2);

    const pet = await client.callTool({ name: 'get_pet', arguments: { 'pet-id': 'a/b' } });
    assert.deepEqual(pet.content, [
      { type: 'text', text: '{"id":12345678901234567890,"a b":[1,2]}' },
    ]);
    assert.equal(upstream.requests.at(-1)?.url, '/v1/pets/a%2Fb?api_key=key-of-the-test');

    const missing = await client.callTool({ name: 'get_pet', arguments: { 'pet-id': 'none' } });
    assert.equal(missing.isError, true);
    assert.match(
      JSON.stringify(missing.content),
      /GET \/pets\/\{petId\} answered 404 Not Found: .*no_pet/,
    );

    const mine = 'petstore://api/pets/mine?tags=a,b&limit=3';
    const { contents } = await client.readResource({ uri: mine });
    assert.deepEqual(contents, [
      { uri: mine, mimeType: 'application/json', text: '{"id":12345678901234567890,"a b":[1,2]}' },
    ]);
    assert.equal(upstream.requests.at(-1)?.url, '/v1/pets/mine?limit=3&tags=a&tags=b');

    for (const uri of ['petstore://api/nothing', 'petstore://api/pets/none']) {
      await assert.rejects(client.readResource({ uri }), { code: -32602 });
    }
    await assert.rejects(
      client.readResource({ uri: 'petstore://api/pets/mine?limit=0' }),
      /limit: must be >= 1/,
    );
    await assert.rejects(client.callTool({ name: 'list_my_pets' }), /Unknown tool/);
    await assert.rejects(client.listTools({ cursor: 'MQ==' }), { code: -32602 });

    const prompt = await client.getPrompt({ name: 'describe_pet', arguments: { pet: '{tone}' } });
    assert.deepEqual(prompt.messages[0]?.content, {
      type: 'text',
      text: 'Describe the pet {tone} in a {tone} tone.',
    });
    await assert.rejects(client.getPrompt({ name: 'describe_pet' }), /needs pet/);
  };

  for (const kind of kinds) {
    it(`serves a ${kind} client on stdio`, async () => {
      await using client = await connectStdio(kind, entry, env);
      await exchange(client);
    });

    it(`serves a ${kind} client over HTTP`, async () => {
      await using server = await startHttp(entry, env);
      await using client = await connectHttp(kind, server.url);
      await exchange(client);
      assert.doesNotMatch(server.log(), /key-of-the-test/);
    });
  }

  it('answers what was asked before stdin ended, and exits', async () => {
    const lines = [
      {
        method: 'initialize',
        id: 1,
        params: {
          protocolVersion: '2025-06-18',
          capabilities: {},
          clientInfo: { name: 'x', version: '1' },
        },
      },
      { method: 'notifications/initialized' },
      { method: 'tools/call', id: 2, params: { name: 'get_inventory' } },
    ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
    const { code, stdout } = await run(process.execPath, [entry], {
      cwd: workspace.directory,
      env: { ...env },
      input: `${lines.join('\n')}\n`,
    });
    assert.equal(code, 0);
    const replies = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    assert.equal(replies.length, 2);
    assert.match(stdout, /12345678901234567890/);
  });

  it('tells every problem of the environment at once', async () => {
    const { code, stdout, stderr } = await run(process.execPath, [entry], {
      cwd: workspace.directory,
      env: {
        MCP_TRANSPORT: 'http',
        HOST: '0.0.0.0',
        PORT: 'x',
        PETSTORE_REGION: 'mars',
        LOG_LEVEL: 'loud',
      },
    });
    assert.equal(code, 1);
    assert.equal(stdout, '');
    for (const name of [
      'MCP_ALLOWED_HOSTS',
      'MCP_AUTH_TOKEN',
      'PORT',
      'PETSTORE_REGION',
      'LOG_LEVEL',
    ]) {
      assert.match(stderr, new RegExp(`- ${name} `));
    }
  });
});
