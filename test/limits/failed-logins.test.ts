import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { logged } from '../inbound/logged.js';
import { basic, bearer } from '../inbound/post.js';
import { startHttp } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

type Variables = Readonly<Record<string, string>>;

const secret = 'ann-secret-of-the-test';
const good = bearer(secret);
const wrong = bearer('somebody-else-altogether');
const from = (address: string): Variables => ({ 'x-forwarded-for': address });
const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };

async function post(url: string, headers: Variables, body: unknown = ping): Promise<Response> {
  const accept = 'application/json, text/event-stream';
  const all = { accept, 'content-type': 'application/json', ...headers };
  const response = await fetch(url, { method: 'POST', headers: all, body: JSON.stringify(body) });
  await response.clone().arrayBuffer();
  return response;
}

async function statuses(url: string, requests: readonly Variables[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (const headers of requests) found.push((await post(url, headers)).status);
  return found;
}

describe('failed logins', () => {
  let workspace: Workspace;
  let entry: string;
  const env = {
    ...{ MCP_AUTH_TOKENS: `ann=${secret}`, MCP_AUTH_FAILURES: '2/1h' },
    MCP_TRUSTED_PROXIES: '127.0.0.0/8',
  };

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    entry = join(workspace.directory, 'dist/index.js');
  });
  after(() => workspace[Symbol.asyncDispose]());

  it('close the gate to their address alone, whatever it shows then', async () => {
    await using server = await startHttp(entry, env);
    const at = (address: string, headers: Variables) => ({ ...headers, ...from(address) });
    assert.deepEqual(
      await statuses(server.url, [
        at('1.2.3.4', good),
        at('1.2.3.4', wrong),
        at('1.2.3.4', good),
        at('1.2.3.4', wrong),
        at('1.2.3.4', wrong),
        at('1.2.3.4', good),
        at('9.9.9.9, 1.2.3.4', good),
        at('1.2.3.5', good),
        at('1.2.3.5', wrong),
      ]),
      [200, 401, 200, 401, 429, 429, 429, 200, 401],
    );
    const refused = await post(server.url, at('1.2.3.4', good));
    const seconds = Number(refused.headers.get('retry-after'));
    assert.ok(Number.isInteger(seconds) && seconds > 0 && seconds <= 3_600, String(seconds));
    assert.match(await refused.text(), /Too many failed logins: try again in \d+ s/);
    const log = await logged(server, /"detail":"too many failed logins"/, 4);
    assert.equal(log.match(/if this is a proxy/g)?.length, 1);
    assert.ok(!log.includes(secret) && !log.includes('somebody-else'));
  });

  it('count by network where a host has many addresses', async () => {
    await using server = await startHttp(entry, env);
    assert.deepEqual(
      await statuses(server.url, [
        { ...wrong, ...from('2001:db8::1') },
        { ...wrong, ...from('2001:db8::2') },
        { ...good, ...from('2001:db8::3') },
        { ...good, ...from('2001:db8:0:1::1') },
      ]),
      [401, 401, 429, 200],
    );
  });

  it('are not counted where nothing was shown, nor believed to come from elsewhere', async () => {
    await using server = await startHttp(entry, { ...env, MCP_TRUSTED_PROXIES: '' });
    const nothing = {};
    assert.deepEqual(
      await statuses(server.url, [
        ...[nothing, nothing, nothing, good],
        ...[{ ...wrong, ...from('1.1.1.1') }, { ...wrong, ...from('1.1.1.2') }, good],
      ]),
      [401, 401, 401, 200, 401, 401, 429],
    );
  });

  it('close the gate for as long as the variable says, and only if it says so', async () => {
    await using server = await startHttp(entry, { ...env, MCP_AUTH_FAILURES: '1/s' });
    assert.equal((await post(server.url, wrong)).status, 401);
    let status = 429;
    for (let tries = 0; status === 429 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ status } = await post(server.url, good));
    }
    assert.equal(status, 200);
    await using open = await startHttp(entry, { ...env, MCP_AUTH_FAILURES: '0' });
    const many = Array.from({ length: 40 }, () => wrong);
    assert.ok((await statuses(open.url, many)).every((each) => each === 401));
  });

  it('are thirty a minute of passwords, which can be guessed, if nothing else is said', async () => {
    for (const [more, failing, last] of [
      [{ MCP_AUTH: 'basic' }, basic('ann', 'not-the-password'), 429],
      [{ MCP_AUTH: 'api-key' }, { 'x-api-key': 'not-the-key' }, 401],
    ] as const) {
      await using server = await startHttp(entry, { ...env, MCP_AUTH_FAILURES: '', ...more });
      const found = await statuses(
        server.url,
        Array.from({ length: 31 }, () => failing),
      );
      assert.deepEqual(found, [...Array.from({ length: 30 }, () => 401), last]);
    }
  });
});

describe('a batch of requests', () => {
  it('counts as as many as it holds', async () => {
    await using workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    await using server = await startHttp(join(workspace.directory, 'dist/index.js'), {
      MCP_AUTH_TOKENS: `ann=${secret},bob=bob${secret}`,
      MCP_RATE_LIMIT: '10/1h',
    });
    const batch = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...ping, id: index }));
    const send = async (count: number) => (await post(server.url, good, batch(count))).status;
    assert.deepEqual([await send(4), await send(5)], [200, 200]);
    assert.equal(await send(2), 429, 'one is left');
    assert.equal((await post(server.url, good)).status, 429);
    const other = await post(server.url, bearer(`bob${secret}`), batch(10));
    assert.equal(other.status, 200);
    assert.equal(((await other.json()) as readonly unknown[]).length, 10);
  });
});
