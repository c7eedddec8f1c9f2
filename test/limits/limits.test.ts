import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connectHttp, startHttp, type AnyClient } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

const secret = (name: string): string => `${name}-secret-of-the-test`;
const callers = { MCP_AUTH_TOKENS: `ann=${secret('ann')},bob=${secret('bob')}` };
const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });

/** Custom tools with limits of their own. */
const custom = `import type { Custom } from '../runtime/custom.js';

export const custom = {
  tools: [
    { name: 'once', description: 'Once.', rateLimit: { calls: 1, seconds: 3600 }, handler: () => 'done' },
  ],
} satisfies Custom;
`;

async function post(url: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  const accept = 'application/json, text/event-stream';
  const all = { accept, 'content-type': 'application/json', ...headers };
  const response = await fetch(url, { method: 'POST', headers: all, body: ping });
  await response.clone().arrayBuffer();
  return response;
}

const bearer = (name: string) => ({ authorization: `Bearer ${secret(name)}` });

async function statuses(url: string, headers: readonly Readonly<Record<string, string>>[]) {
  const found: number[] = [];
  for (const each of headers) found.push((await post(url, each)).status);
  return found;
}

async function textOf(client: AnyClient, name: string): Promise<string> {
  const { isError = false, content } = await client.callTool({ name });
  return `${String(isError)} ${JSON.stringify(content)}`;
}

describe('limits', () => {
  let workspace: Workspace;
  let upstream: Upstream;
  let entry: string;
  let env: Readonly<Record<string, string>>;
  let held: (() => void)[] = [];
  let holds = false;

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory, custom);
    entry = join(workspace.directory, 'dist/index.js');
    upstream = await startUpstream((_, response) => {
      const reply = (): void => {
        replyJson(response, { ok: true });
      };
      if (holds) held.push(reply);
      else reply();
    });
    env = { API_BASE_URL: upstream.url, PETSTORE_API_KEY: 'x', ...callers };
  });
  after(async () => {
    await upstream[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  it('answer with 429 and the time to wait, caller by caller', async () => {
    await using server = await startHttp(entry, { ...env, MCP_RATE_LIMIT: '2/1h' });
    const [ann, bob] = [bearer('ann'), bearer('bob')];
    assert.deepEqual(
      await statuses(server.url, [ann, ann, ann, bob, ann]),
      [200, 200, 429, 200, 429],
    );
    const refused = await post(server.url, ann);
    const seconds = Number(refused.headers.get('retry-after'));
    assert.ok(Number.isInteger(seconds) && seconds > 0 && seconds <= 3_600, String(seconds));
    const body = (await refused.json()) as { error: { message: string } };
    assert.match(body.error.message, /^Too many requests: try again in \d+ s$/);
    assert.equal(server.log().match(/a caller sends too many requests/g)?.length, 1);
  });

  it('count nobody who is not let in', async () => {
    await using server = await startHttp(entry, { ...env, MCP_RATE_LIMIT: '1/1h' });
    const stranger = { authorization: 'Bearer somebody-else-altogether' };
    assert.deepEqual(
      await statuses(server.url, [stranger, stranger, bearer('ann')]),
      [401, 401, 200],
    );
  });

  const open = (): Readonly<Record<string, string>> => ({
    API_BASE_URL: upstream.url,
    MCP_RATE_LIMIT: '1/1h',
  });
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('tell callers without a name apart by what a trusted proxy says', async () => {
    const trusting = { ...open(), MCP_TRUSTED_PROXIES: '127.0.0.0/8,10.0.0.9' };
    await using server = await startHttp(entry, trusting);
    const requests = [
      from('1.2.3.4'),
      from('1.2.3.4'),
      from('9.9.9.9, 1.2.3.4'),
      from('1.2.3.4, 10.0.0.9'),
      from('1.2.3.5'),
      from('2001:db8::1'),
      from('2001:db8::ffff:1'),
      from('2001:db8:0:1::1'),
    ];
    assert.deepEqual(
      await statuses(server.url, requests),
      [200, 429, 429, 429, 200, 200, 429, 200],
    );
  });

  it('believe nobody else', async () => {
    await using server = await startHttp(entry, open());
    assert.deepEqual(await statuses(server.url, [from('1.2.3.4'), from('1.2.3.5')]), [200, 429]);
  });

  it('tell the model when a tool may be used again, caller by caller and tool by tool', async () => {
    await using server = await startHttp(entry, { ...env, MCP_TOOL_RATE_LIMIT: '2/1h' });
    await using ann = await connectHttp('v2 of 2026', server.url, secret('ann'));
    await using bob = await connectHttp('v1 SDK', server.url, secret('bob'));
    const again = /^true .*get_inventory may be used 2 times in 3600 s\. Try again in \d+ s\./;
    assert.match(await textOf(ann, 'get_inventory'), /^false/);
    await ann.readResource({ uri: 'petstore://api/inventory' });
    const sent = upstream.requests.length;
    assert.match(await textOf(ann, 'get_inventory'), again);
    await assert.rejects(ann.readResource({ uri: 'petstore://api/inventory' }), /Try again in/);
    assert.equal(upstream.requests.length, sent);
    assert.match(await textOf(ann, 'list_pets'), /^false/);
    assert.match(await textOf(bob, 'get_inventory'), /^false/);
    // A tool's own limit goes before the general one.
    assert.match(await textOf(bob, 'once'), /^false/);
    assert.match(await textOf(bob, 'once'), /^true .*once may be used 1 times in 3600 s/);
  });

  it('bound the calls at a time, of a caller and in all', async () => {
    const bounds = { MCP_MAX_CALLS_PER_CALLER: '2', MCP_MAX_CONCURRENT_CALLS: '3' };
    await using server = await startHttp(entry, { ...env, ...bounds });
    await using ann = await connectHttp('v2 of 2026', server.url, secret('ann'));
    await using bob = await connectHttp('v2 of 2026', server.url, secret('bob'));
    const begun = async (client: AnyClient, count: number) => {
      const call = textOf(client, 'get_inventory');
      for (let turn = 0; held.length < count && turn < 500; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      assert.equal(held.length, count);
      return { call };
    };
    holds = true;
    const calls = [await begun(ann, 1), await begun(ann, 2)];
    assert.match(await textOf(ann, 'get_inventory'), /^true .*2 of your calls are under way/);
    calls.push(await begun(bob, 3));
    assert.match(await textOf(bob, 'get_inventory'), /^true .*busy with 3 calls/);
    holds = false;
    for (const release of held) release();
    held = [];
    for (const { call } of calls) assert.match(await call, /^false/);
    assert.match(await textOf(ann, 'get_inventory'), /^false/);
    assert.match(await textOf(bob, 'get_inventory'), /^false/);
  });
});
