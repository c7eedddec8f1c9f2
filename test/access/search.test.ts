import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { auditLines } from '../operations/sample.js';
import { textOf } from '../protocol/clients.js';
import {
  connectHttp,
  connectStdio,
  kinds,
  startHttp,
  type AnyClient,
  type HttpServer,
} from '../runtime/process.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { buildProject, callers, tokenOf, type Name } from './project.js';

/** What stands in the search for each caller, by class. */
const expected: Readonly<Record<Name, Readonly<Record<string, readonly string[]>>>> = {
  boss: {
    read: ['get_pet', 'list_pets', 'search'],
    write: ['add_pet'],
    destructive: ['delete_pet', 'list_reports'],
  },
  ed: { read: ['get_pet', 'list_pets', 'search'], write: ['add_pet'], destructive: [] },
  guest: { read: ['get_pet', 'list_pets', 'search'], write: [], destructive: [] },
};
const classes = ['read', 'write', 'destructive'];
const callTools = classes.map((each) => `call_${each}_tool`);
const generated = Object.values(expected.boss).flat();

describe('callers who search the tools of a server with rules', () => {
  let project: Awaited<ReturnType<typeof buildProject>>;
  let upstream: Upstream;
  let env: Readonly<Record<string, string>>;
  let server: HttpServer;
  let seen = 0;
  before(async () => {
    project = await buildProject();
    upstream = await startUpstream((_, response) => {
      replyJson(response, { ok: true });
    });
    env = { API_BASE_URL: upstream.url, PETS_API_KEY: 'x', MCP_SURFACE: 'search', ...callers };
    server = await startHttp(project.entry, env);
  });
  beforeEach(() => {
    seen = upstream.requests.length;
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const ask = async (client: AnyClient, name: string, args: object): Promise<string> =>
    textOf(await client.callTool({ name, arguments: { ...args } }));

  for (const kind of kinds) {
    for (const name of ['boss', 'ed', 'guest'] as const) {
      it(`find what is for ${name}, by the client ${kind}`, async () => {
        await using client = await connectHttp(kind, server.url, tokenOf(name));
        for (const toolClass of classes) {
          const query = 'get list search add delete pet pets reports';
          const text = await ask(client, 'search_tools', { query, class: toolClass });
          const found = generated.filter((tool) => text.includes(` ${tool}(`));
          assert.deepEqual(found.toSorted(), expected[name][toolClass], text);
        }
        const { tools } = await client.listTools();
        const listed = tools.map((tool) => tool.name).filter((tool) => callTools.includes(tool));
        const has = { boss: 3, ed: 2, guest: 1 };
        assert.equal(listed.length, has[name]);
      });

      it(`cannot describe or call what is not for ${name}, by the client ${kind}`, async () => {
        await using client = await connectHttp(kind, server.url, tokenOf(name));
        const mine = Object.values(expected[name]).flat();
        for (const hidden of generated.filter((tool) => !mine.includes(tool))) {
          const described = await ask(client, 'describe_tool', { name: hidden });
          assert.match(described, /^There is no tool/);
          assert.doesNotMatch(described, new RegExp(`mean[^.]*${hidden}`));
          for (const tool of callTools) {
            const args = { name: hidden, arguments: { id: '1' } };
            await assert.rejects(client.callTool({ name: tool, arguments: args }), {
              code: -32602,
            });
          }
        }
        assert.equal(upstream.requests.length, seen);
      });
    }
  }

  it('may call what is for them', async () => {
    await using boss = await connectHttp('v2 of 2026', server.url, tokenOf('boss'));
    const args = { name: 'delete_pet', arguments: { id: '1' } };
    assert.equal(await ask(boss, 'call_destructive_tool', args), '{"ok":true}');
    assert.equal(upstream.requests.at(-1)?.method, 'DELETE');
    assert.equal(await ask(boss, 'call_destructive_tool', { name: 'list_reports' }), 'replaced');
    assert.equal(upstream.requests.length, seen + 1);
  });

  it('are recorded by what they have called, and refused', async () => {
    await using recording = await startHttp(project.entry, env);
    await using guest = await connectHttp('v2 of 2026', recording.url, tokenOf('guest'));
    const args = { name: 'delete_pet', arguments: { id: '1' } };
    await assert.rejects(guest.callTool({ name: 'call_read_tool', arguments: args }));
    await ask(guest, 'search_tools', { query: 'pets' });
    const lines = await auditLines(recording, 2);
    assert.deepEqual(
      lines.map(({ caller, tool, outcome, reason }) => [caller, tool, outcome, reason]),
      [
        ['token:guest', 'delete_pet', 'refused', 'access'],
        ['token:guest', 'search_tools', 'ok', undefined],
      ],
    );
  });

  it('do not evade MCP_READ_ONLY by another method or another name', async () => {
    await using readOnly = await startHttp(project.entry, { ...env, MCP_READ_ONLY: '1' });
    await using client = await connectHttp('v2 of 2026', readOnly.url, tokenOf('boss'));
    const evasions: readonly (readonly [string, object])[] = [
      ['list_pets', { 'X-HTTP-Method-Override': 'DELETE' }],
      ['list_pets', { filter: { _method: 'DELETE' } }],
      ['search', { body: { _method: 'delete' } }],
    ];
    for (const [name, args] of evasions) {
      const text = await ask(client, 'call_read_tool', { name, arguments: args });
      assert.match(text, /Nothing was sent/);
    }
    for (const name of ['Add_Pet', ' delete_pet', 'delete_pet\0', 'toString', '__proto__', '']) {
      for (const tool of callTools) {
        const text = await ask(client, tool, { name, arguments: { id: '1' } });
        assert.match(text, /There is no tool/, `${tool} ${name}`);
      }
    }
    assert.equal(upstream.requests.length, seen);
  });

  it('are not bound by rules on stdio', async () => {
    await using client = await connectStdio('v2 of 2026', project.entry, {
      API_BASE_URL: upstream.url,
      PETS_API_KEY: 'x',
      MCP_SURFACE: 'search',
    });
    const args = { name: 'delete_pet', arguments: { id: '1' } };
    assert.equal(await ask(client, 'call_destructive_tool', args), '{"ok":true}');
  });
});
