import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startHttp, type HttpServer, type Variables } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { httpRuntime, openGate } from './gate.js';
import { logged } from './logged.js';
import { basic, bearer, post } from './post.js';

const single = 'single,secret=of-the-test';
const ci = 'ci-secret=of/the+test==';
const ada = 'hashed-secret-of-the-test';
const byFile = 'file,secret-of-the-test';
const lists = `ci=${ci}, ada = ${hashed(ada)},ada=second-secret-of-ada,`;

function hashed(secret: string): string {
  return `sha256:${createHash('sha256').update(secret).digest('hex').toUpperCase()}`;
}

interface Kind {
  readonly env: Variables;
  /** The headers of a caller, and its id, or undefined if it must not be let in. */
  readonly callers: readonly (readonly [headers: Variables, id: string | undefined])[];
  readonly challenge: RegExp;
}

const none = undefined;

const kinds: Readonly<Record<string, Kind>> = {
  'a token': {
    env: { MCP_AUTH_TOKEN: single, MCP_AUTH_TOKENS: lists },
    callers: [
      [bearer(single), 'token:default'],
      [{ authorization: `bearer   ${ci}` }, 'token:ci'],
      [bearer(ada), 'token:ada'],
      [bearer('second-secret-of-ada'), 'token:ada'],
      [bearer(byFile), 'token:file'],
      ...[
        ...['', 'x', single.slice(1), single.slice(0, -1), `${single}x`, single.toUpperCase()],
        ...[
          hashed(ada),
          'ci',
          `ci=${ci}`,
          `${single} ${ci}`,
          `x, Bearer ${single}`,
          'x'.repeat(9_000),
        ],
      ].map((token) => [bearer(token), none] as const),
      [{ authorization: single }, none],
      [basic('ci', ci), none],
      [{ 'x-api-key': single }, none],
      [{ cookie: `authorization=Bearer ${single}` }, none],
      [{}, none],
    ],
    challenge: /^Bearer realm="petstore"(?:, error="invalid_token")?$/,
  },
  'an API key': {
    env: { MCP_AUTH: 'api-key', MCP_AUTH_TOKEN: single, MCP_AUTH_TOKENS: lists },
    callers: [
      [{ 'x-api-key': single }, 'api-key:default'],
      [{ 'X-API-KEY': ci, ...bearer('x') }, 'api-key:ci'],
      [{ 'x-api-key': ada }, 'api-key:ada'],
      [{ 'x-api-key': `${single}, ${single}` }, none],
      [{ 'x-api-key': '' }, none],
      [bearer(single), none],
      [{}, none],
    ],
    challenge: /^ApiKey realm="petstore", header="x-api-key"$/,
  },
  'a key in a header of another name': {
    env: { MCP_AUTH: 'api-key', MCP_AUTH_TOKEN: single, MCP_API_KEY_HEADER: 'X-Own' },
    callers: [
      [{ 'x-own': single }, 'api-key:default'],
      [{ 'x-api-key': single }, none],
    ],
    challenge: /^ApiKey realm="petstore", header="x-own"$/,
  },
  'a user and a password': {
    env: { MCP_AUTH: 'basic', MCP_AUTH_TOKENS: `${lists}ben=pass: word of ben` },
    callers: [
      [basic('ci', ci), 'basic:ci'],
      [basic('ada', ada), 'basic:ada'],
      [basic('ben', 'pass: word of ben'), 'basic:ben'],
      [basic('ada', ci), none],
      [basic('ci', ada), none],
      [basic('', ci), none],
      [basic('ci', ''), none],
      [{ authorization: 'Basic' }, none],
      [{ authorization: 'Basic !!!' }, none],
      [{ authorization: `Basic ${Buffer.from('ci').toString('base64')}` }, none],
      [bearer(ci), none],
      [{}, none],
    ],
    challenge: /^Basic realm="petstore", charset="UTF-8"$/,
  },
};

describe('a server behind secrets', () => {
  let workspace: Workspace;
  let entry: string;
  let file: string;

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    entry = join(workspace.directory, 'dist/index.js');
    file = join(workspace.directory, 'secrets.txt');
    await writeFile(file, `# of the test\n\n file = ${byFile} \r\n`);
  });
  after(() => workspace[Symbol.asyncDispose]());

  for (const [name, { env, callers, challenge }] of Object.entries(kinds)) {
    it(`lets in whoever has ${name}, and nobody else`, async () => {
      const variables = { ...env, MCP_AUTH_TOKENS_FILE: file };
      await using server = await startHttp(entry, { ...variables, LOG_LEVEL: 'debug' });
      const gate = await openGate(httpRuntime(variables));
      for (const [headers, id] of callers) {
        const answer = await post(server.url, headers);
        const shown = JSON.stringify(headers);
        assert.equal(answer.status, id === undefined ? 401 : 200, shown);
        const caller = await gate(headers);
        const name = id?.split(':')[1];
        assert.deepEqual(caller, id === undefined ? 401 : { id, name }, shown);
        if (id !== undefined) continue;
        assert.match(answer.challenge, challenge);
        assert.match(answer.body, /^\{"jsonrpc":"2.0","id":null,"error":\{"code":-32001,/);
      }
      const refusals = callers.filter(([, id]) => id === undefined).length;
      const log = await logged(server, /"audit":"refusal"/, refusals);
      assert.doesNotMatch(log, /secret[-=,]?of|second-secret|pass: word/);
    });
  }

  /** Asks until the answer has this status; fails in the end. */
  async function eventually(server: HttpServer, token: string, status: number): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await post(server.url, bearer(token))).status === status) return;
      await setTimeout(100);
    }
    assert.fail(`${token} was never answered with ${status}\n${server.log()}`);
  }

  it('takes a new version of the file without a restart, and none that is broken', async () => {
    const [first, second, third] = ['first', 'second', 'third'].map(
      (name) => `${name}-secret-of-the-test`,
    );
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    const path = join(workspace.directory, 'rotated.txt');
    await writeFile(path, `a=${first}\n`);
    await using server = await startHttp(entry, { MCP_AUTH_TOKENS_FILE: path });
    await eventually(server, first, 200);
    await eventually(server, second, 401);

    await writeFile(path, `a=${second}\n`);
    await eventually(server, second, 200);
    await eventually(server, first, 401);

    for (const broken of [`${third}\n`, '', `a=${third}\nb=short\n`]) {
      await writeFile(path, broken);
      const before = server.log().split('is not used').length;
      for (let tries = 0; server.log().split('is not used').length === before; tries += 1) {
        assert.ok(tries < 100, 'the log never told');
        assert.equal((await post(server.url, bearer(second))).status, 200);
        await setTimeout(100);
      }
      assert.equal((await post(server.url, bearer(third))).status, 401);
    }

    // As orchestrators mount secrets: a link that is turned to another file.
    await writeFile(join(workspace.directory, 'next.txt'), `a=${third}\n`);
    await symlink('next.txt', join(workspace.directory, 'link'));
    await rename(join(workspace.directory, 'link'), path);
    await eventually(server, third, 200);
    await eventually(server, second, 401);
    assert.doesNotMatch(await logged(server, /has changed"/, 2), /-secret-of|short/);
  });

  it('knows the secrets of the environment and the file, to redact them', async () => {
    const runtime = httpRuntime({
      ...{ MCP_AUTH: 'basic', MCP_AUTH_TOKENS: `ci=${ci}`, MCP_AUTH_TOKENS_FILE: file },
    });
    const gate = await openGate(runtime);
    const pair = Buffer.from(`file:${byFile}`).toString('base64');
    for (const secret of [ci, byFile, pair])
      assert.equal(runtime.redact(`<${secret}>`), '<[redacted]>');
    assert.deepEqual(await gate(basic('file', byFile)), { id: 'basic:file', name: 'file' });
  });
});
