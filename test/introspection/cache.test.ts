import assert from 'node:assert/strict';
import { cp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it, mock } from 'node:test';
import { bearer } from '../inbound/post.js';
import { httpRuntime } from '../inbound/gate.js';
import { createWorkspace, repository, type Workspace } from '../support/workspace.js';
import { active, client, startIntrospector, variables } from './introspector.js';

type Runtime = ReturnType<typeof httpRuntime>;
/** Of the runtime as a project has it, where the room stands beside the rest. */
interface Parts {
  readonly createGate: (
    runtime: Runtime,
    fittings: object,
  ) => Promise<(request: Request) => Promise<object>>;
  readonly createRuntime: (...of: readonly unknown[]) => Runtime;
  readonly openRooms: (runtime: Runtime) => Promise<object>;
  readonly room: object;
  readonly createMemory: (most: number) => {
    readonly get: (key: string) => unknown;
    readonly keep: (key: string, value: unknown, until: number) => void;
  };
}

const resource = 'https://mcp.example.com/mcp';

describe('what is remembered of tokens', () => {
  let workspace: Workspace;
  let parts: Parts;

  before(async () => {
    workspace = await createWorkspace();
    for (const room of ['core', 'introspection']) {
      const source = join(repository, 'templates/rooms', room, 'src/runtime');
      await cp(source, join(workspace.directory, 'runtime'), { recursive: true });
    }
    await writeFile(join(workspace.directory, 'package.json'), '{ "type": "module" }');
    const packages = join(repository, 'templates/node_modules');
    await symlink(packages, join(workspace.directory, 'node_modules'), 'junction');
    const load = async (path: string) =>
      (await import(pathToFileURL(join(workspace.directory, 'runtime', path)).href)) as Parts;
    parts = {
      ...(await load('inbound/gate.ts')),
      ...(await load('runtime.ts')),
      ...(await load('room.ts')),
      ...(await load('introspection/memory.ts')),
      ...(await load('introspection/room.ts')),
    };
  });
  after(() => workspace[Symbol.asyncDispose]());

  const openGate = async (env: Readonly<Record<string, string>>) => {
    const definition = httpRuntime({}).definition;
    const all = { MCP_TRANSPORT: 'http', LOG_LEVEL: 'silent', ...env };
    const runtime = parts.createRuntime(definition, {}, all, [parts.room]);
    const gate = await parts.createGate(runtime, await parts.openRooms(runtime));
    return async (token: string): Promise<number> => {
      const request = new Request('http://localhost/mcp', { headers: bearer(token) });
      const result = await gate(request);
      return 'response' in result ? (result.response as Response).status : 200;
    };
  };

  it('lasts as long as it is to, and no longer than the token', async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    try {
      await using introspector = await startIntrospector();
      const { tokens } = introspector;
      const admit = await openGate({
        ...variables(introspector.url, resource),
        MCP_INTROSPECTION_CACHE_SECONDS: '60',
        MCP_INTROSPECTION_CLOCK_TOLERANCE_SECONDS: '0',
      });
      const count = () => introspector.asked().length;
      tokens.set('long', active(resource));
      tokens.set('short', active(resource, { exp: Math.floor(Date.now() / 1_000) + 20 }));
      const all = ['long', 'short', 'none'];
      const admitAll = () => Promise.all(all.map(admit));

      assert.deepEqual(await admitAll(), [200, 200, 401]);
      assert.deepEqual(await admitAll(), [200, 200, 401]);
      assert.equal(count(), 3);
      mock.timers.tick(5_000);
      assert.deepEqual(await admitAll(), [200, 200, 401]);
      assert.equal(count(), 4, 'what was refused is asked about again soon');
      tokens.set('none', active(resource));
      mock.timers.tick(5_000);
      assert.deepEqual(await admitAll(), [200, 200, 200]);
      mock.timers.tick(10_000);
      assert.deepEqual(await admitAll(), [200, 401, 200], 'the end of a token');
      tokens.delete('long');
      mock.timers.tick(39_999);
      assert.equal(await admit('long'), 200);
      mock.timers.tick(1);
      assert.equal(await admit('long'), 401, 'withdrawn a while ago');
    } finally {
      mock.timers.reset();
    }
  });

  it('is bounded: of too many, the first are forgotten', () => {
    const memory = parts.createMemory(3);
    const until = Date.now() + 60_000;
    for (const key of ['a', 'b', 'c', 'a', 'd']) memory.keep(key, key, until);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((key) => memory.get(key)),
      ['a', undefined, 'c', 'd'],
    );
  });

  it('shows no secret in any problem', async () => {
    await assert.rejects(
      openGate({ ...variables('https://as.test', resource), MCP_INTROSPECTION_URL: client.secret }),
      (error: Error) => !error.message.includes(client.secret),
    );
  });
});
