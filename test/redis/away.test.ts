import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Client } from '@modelcontextprotocol/client';
import { connect } from '../protocol/clients.js';
import { connectHttp, startHttp, type HttpServer, type Variables } from '../runtime/process.js';
import { eventually, send } from '../serving/send.js';
import { makeKeyPair } from '../support/openssl.js';
import { run } from '../support/run.js';
import { createWorkspace, repository } from '../support/workspace.js';
import { commandLine } from './command-line.js';
import { buildRedisProject, watched, type RedisProject } from './project.js';
import { freePort, startRedis, startRedisAt } from './redis-server.js';

const names = Array.from({ length: 40 }, (_, index) => `caller-${index}`);
const secretOf = (name: string): string => `secret-of-${name}-for-the-test`;
const password = 'p@ss/word-of-the-test';

/** Each caller may come once an hour. */
const limited = {
  MCP_AUTH_TOKENS: names.map((name) => `${name}=${secretOf(name)}`).join(','),
  MCP_RATE_LIMIT: '1/1h',
};

describe('a server whose Redis', () => {
  let project: RedisProject;
  let used = 0;
  before(async () => {
    project = await buildRedisProject();
  });
  after(() => project[Symbol.asyncDispose]());

  const start = (url: string, env: Variables = {}): Promise<HttpServer> =>
    project.start({ ...limited, MCP_REDIS_URL: url, ...env });
  /** What a caller that has not come yet gets of each server in turn. */
  const visit = async (servers: readonly HttpServer[]): Promise<readonly number[]> => {
    const name = names[used] ?? assert.fail('There are no more callers');
    used += 1;
    const headers = { authorization: `Bearer ${secretOf(name)}` };
    const statuses: number[] = [];
    for (const { url } of servers) statuses.push((await send(url, { headers })).status);
    return statuses;
  };
  const count = ({ log }: HttpServer, text: string): number => log().split(text).length - 1;

  it('is away at start starts, says so once, counts for itself, and shares when it is there', async () => {
    const port = await freePort();
    const url = `redis://127.0.0.1:${port}`;
    await using first = await start(url);
    await using second = await start(url);
    assert.deepEqual(await visit([first, first, second, second]), [200, 429, 200, 429]);
    await eventually(() => count(first, 'Redis is away') > 0, 'it says so');
    await using redis = await startRedisAt(port);
    for (const server of [first, second]) {
      await eventually(() => server.log().includes('Redis is there'), 'Redis was found');
    }
    assert.deepEqual(await visit([first, second]), [200, 429]);
    assert.equal(count(first, 'Redis is away'), 1);
    assert.equal(redis.port, port);
  });

  it('is killed goes on for itself, and shares again once it is back', async () => {
    await using redis = await startRedis();
    await using first = await start(redis.url, { MCP_RATE_LIMIT: '' });
    await using second = await start(redis.url, { MCP_RATE_LIMIT: '' });
    const [token] = names.map(secretOf);
    await using client = await connectHttp('v2 of 2026', first.url, token);
    await using other = await connectHttp('v2 of 2026', second.url, token);
    const listener = client as Client;
    const told: string[] = [];
    listener.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      told.push(params.uri);
    });
    await listener.listen({ resourceSubscriptions: [watched] });

    await redis.stop();
    await eventually(() => first.log().includes('Redis is away'), 'it is missed');
    await client.callTool({ name: 'announce' });
    await eventually(() => told.length === 1, 'its own clients are told');
    await other.callTool({ name: 'announce' });

    await redis.restart();
    for (const server of [first, second]) {
      await eventually(() => count(server, 'Redis is there') === 2, 'Redis was found again');
    }
    await other.callTool({ name: 'announce' });
    await eventually(() => told.length === 2, 'it is told of what the other announces');
    assert.equal(count(first, 'Redis is away'), 1);
  });

  it('hangs answers all the same, and shares again once it goes on', async () => {
    await using redis = await startRedis();
    await using first = await start(redis.url);
    await using second = await start(redis.url);
    assert.deepEqual(await visit([first, second]), [200, 429]);
    redis.freeze();
    assert.deepEqual(await visit([first, first, second, second]), [200, 429, 200, 429]);
    await eventually(() => second.log().includes('Redis has not answered'), 'it says so');
    redis.thaw();
    for (const server of [first, second]) {
      await eventually(() => count(server, 'Redis is there') === 2, 'Redis was found again');
    }
    assert.deepEqual(await visit([first, second]), [200, 429]);
  });

  it('accepts connections and says nothing starts and answers', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    await using server = await start(`redis://127.0.0.1:${port}`);
    assert.deepEqual(await visit([server, server]), [200, 429]);
    assert.match(server.log(), /Redis has not answered.*Redis is away/);
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('hangs sends what clients of sessions wait for', async () => {
    await using redis = await startRedis();
    await using server = await project.start({ MCP_REDIS_URL: redis.url, MCP_SESSIONS: 'memory' });
    await using client = await connect('v1 SDK', { url: server.url });
    redis.freeze();
    const result = await client.callTool({ name: 'pause' });
    assert.match(JSON.stringify(result), /done/);
    assert.match(JSON.stringify(await client.callTool({ name: 'pause' })), /done/);
  });

  it('refuses to write counts for itself, and says why once', async () => {
    await using redis = await startRedis('--maxmemory', '1');
    await using first = await start(redis.url);
    await using second = await start(redis.url);
    assert.deepEqual(await visit([first, first, second]), [200, 429, 200]);
    assert.equal(count(first, 'Redis refuses a command'), 1);
    assert.match(first.log(), /OOM/);
  });

  it('wants a password is given it, from the URL or a variable, and shows it to nobody', async () => {
    await using redis = await startRedis('--requirepass', password);
    const { port } = redis;
    await using byUrl = await start(`redis://:${encodeURIComponent(password)}@127.0.0.1:${port}/3`);
    await using byVariable = await start(`redis://127.0.0.1:${port}/3`, {
      MCP_REDIS_PASSWORD: password,
    });
    await using byNothing = await start(redis.url);
    await using byWrong = await start(redis.url, { MCP_REDIS_PASSWORD: 'wrong-p@ss' });
    assert.deepEqual(await visit([byUrl, byVariable, byNothing, byWrong]), [200, 429, 200, 200]);
    assert.match(byNothing.log(), /NOAUTH.*Redis is away/);
    assert.match(byWrong.log(), /WRONGPASS.*Redis is away/);
    const logs = [byUrl, byVariable, byNothing, byWrong].map(({ log }) => log()).join('');
    assert.doesNotMatch(logs, /p@ss|p%40ss/);
  });

  it('grants it what docs/redis.md says is enough refuses nothing', async () => {
    await using redis = await startRedis();
    const page = join(repository, 'templates/rooms/redis/docs/redis.md');
    const [, rule = ''] = /^ACL (SETUSER .*)$/m.exec(await readFile(page, 'utf8')) ?? [];
    await commandLine(redis, 'acl', ...rule.split(' '));
    const url = `redis://petstore:password@127.0.0.1:${redis.port}`;
    const env = { MCP_CONFIRM: 'write', MCP_RATE_LIMIT: '100/1h', MCP_SESSIONS: 'memory' };
    await using server = await project.start({ ...env, MCP_REDIS_URL: url });
    await using client = await connect('v1 SDK', { url: server.url }, 'accept');
    for (const name of ['announce', 'erase', 'steps']) {
      const result = await client.callTool({ name });
      assert.match(JSON.stringify(result), /announced|erased|all steps done/);
    }
    const keys = await commandLine(redis, 'keys', '*');
    for (const kind of ['limit', 'session']) {
      assert.ok(
        keys.some((key) => key.startsWith(`petstore:${kind}:`)),
        keys.join(),
      );
    }
    assert.doesNotMatch(server.log(), /Redis (is away|refuses)/);
  });

  it('speaks TLS is trusted by its certificate alone', async () => {
    await using workspace = await createWorkspace();
    const { cert, key } = await makeKeyPair(['IP:127.0.0.1']);
    const [certFile, keyFile] = [
      join(workspace.directory, 'cert'),
      join(workspace.directory, 'key'),
    ];
    await Promise.all([writeFile(certFile, cert), writeFile(keyFile, key)]);
    const tlsPort = await freePort();
    await using redis = await startRedis(
      ...['--tls-port', String(tlsPort), '--tls-auth-clients', 'no'],
      ...['--tls-cert-file', certFile, '--tls-key-file', keyFile, '--tls-ca-cert-file', certFile],
    );
    const url = `rediss://127.0.0.1:${tlsPort}`;
    await using trusting = await start(url, { NODE_EXTRA_CA_CERTS: certFile });
    await using plain = await start(redis.url);
    await using doubting = await start(url);
    assert.deepEqual(await visit([trusting, plain, doubting]), [200, 429, 200]);
    assert.match(doubting.log(), /self-signed certificate.*Redis is away/);
  });

  it('keeps what a bundle without packages counts', async () => {
    await using workspace = await createWorkspace();
    await using redis = await startRedis();
    await cp(join(project.directory, 'dist'), join(workspace.directory, 'dist'), {
      recursive: true,
    });
    await writeFile(join(workspace.directory, 'package.json'), '{ "type": "module" }');
    const entry = join(workspace.directory, 'dist/index.js');
    await using server = await startHttp(entry, { ...limited, MCP_REDIS_URL: redis.url });
    assert.deepEqual(await visit([server, server]), [200, 429]);
    assert.equal((await commandLine(redis, 'keys', '*:limit:*')).length, 1);
  });

  it('is not named is as if the room was not there', async () => {
    await using server = await start('');
    assert.deepEqual(await visit([server, server]), [200, 429]);
    assert.doesNotMatch(server.log(), /Redis/);
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['MCP_REDIS_URL', 'http://:top-secret@redis:6379'],
    ['MCP_REDIS_URL', 'redis:6379'],
    ['MCP_REDIS_URL', 'redis://:top-secret@redis:6379/zero'],
    ['MCP_REDIS_URL', 'redis://:top-secret%@redis:6379'],
    ['MCP_REDIS_URL', 'redis://:top-secret@redis:6379?db=1'],
    ['MCP_REDIS_URL', 'redis://:top-secret@redis:99999'],
    ['MCP_REDIS_PREFIX', 'with space'],
    ['MCP_SESSION_NODE', 'a/b'],
  ];
  for (const [name, value] of wrong) {
    it(`is named wrongly (${name}=${value}) says so and does not start`, async () => {
      const { code, stderr } = await run(process.execPath, [project.entry], {
        cwd: project.directory,
        env: {
          MCP_TRANSPORT: 'http',
          PORT: '0',
          PETSTORE_API_KEY: 'test',
          MCP_REDIS_URL: 'redis://127.0.0.1:1',
          [name]: value,
        },
      });
      assert.equal(code, 1);
      assert.match(stderr, new RegExp(`- ${name} is not .*; set it to`));
      assert.doesNotMatch(stderr, /top-secret/);
    });
  }
});
