import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { auditLines } from '../operations/sample.js';
import { connect, textOf } from '../protocol/clients.js';
import { connectHttp, connectStdio, kinds, startHttp, type AnyClient } from '../runtime/process.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { buildProject } from './project.js';

const own = [
  'search_tools',
  'describe_tool',
  'call_read_tool',
  'call_write_tool',
  'call_destructive_tool',
];
const beside = ['feed_animals', 'list_keepers', 'grow'];

describe('a server that has too many tools to list', () => {
  let project: Awaited<ReturnType<typeof buildProject>>;
  let upstream: Upstream;
  let env: Readonly<Record<string, string>>;
  /** Of what changes nothing in the server. */
  let shared: AnyClient;
  let seen = 0;
  before(async () => {
    project = await buildProject(10);
    upstream = await startUpstream((_, response) => {
      replyJson(response, { ok: true });
    });
    env = { API_BASE_URL: upstream.url };
    shared = await open();
  });
  beforeEach(() => {
    seen = upstream.requests.length;
  });
  after(async () => {
    await shared[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const open = (more: Readonly<Record<string, string>> = {}): Promise<AnyClient> =>
    connectStdio('v2 of 2026', project.entry, { ...env, ...more });
  const namesOf = async (client: AnyClient): Promise<readonly string[]> =>
    (await client.listTools()).tools.map(({ name }) => name);
  const ask = async (client: AnyClient, name: string, args: object) => {
    const result = await client.callTool({ name, arguments: { ...args } });
    return { isError: result.isError === true, text: textOf(result) };
  };
  const sent = (): readonly string[] =>
    upstream.requests.slice(seen).map(({ method, url, body }) => `${method} ${url} ${body}`.trim());

  for (const kind of kinds) {
    it(`shows the client ${kind} how to find, describe and call them`, async () => {
      await using client = await connectStdio(kind, project.entry, env);
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name }) => name),
        [...own, ...beside],
      );
      const hints = tools
        .slice(2, 5)
        .map(({ annotations = {} }) => [annotations.readOnlyHint, annotations.destructiveHint]);
      assert.deepEqual(hints, [
        [true, false],
        [false, false],
        [false, true],
      ]);
      assert.match(client.getInstructions() ?? '', /The 16 tools.*animals \(6\), /s);

      assert.match(
        (await ask(client, 'search_tools', { query: 'remove a ticket' })).text,
        /^100 delete_ticket\(id\) \[destructive\] Delete a ticket\n/,
      );
      assert.match((await ask(client, 'describe_tool', { name: 'add_keeper' })).text, /born/);
      const called = await ask(client, 'call_write_tool', {
        name: 'add_keeper',
        arguments: { name: 'Ann' },
      });
      assert.deepEqual(called, { isError: false, text: '{"ok":true}' });
      assert.deepEqual(sent(), ['POST /keepers {"name":"Ann"}']);
    });

    it(`shows them to the client ${kind} over HTTP`, async () => {
      await using server = await startHttp(project.entry, env);
      await using client = await connectHttp(kind, server.url);
      assert.deepEqual(await namesOf(client), [...own, ...beside]);
      assert.match(client.getInstructions() ?? '', /search_tools/);
      const { text } = await ask(client, 'call_read_tool', {
        name: 'get_animal',
        arguments: { id: 7 },
      });
      assert.equal(text, '{"ok":true}');
      assert.deepEqual(sent(), ['GET /animals/7']);
    });
  }

  const modes: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
    [{}, 8],
    [{ MCP_SURFACE: 'search' }, 8],
    [{ MCP_SURFACE: 'search', MCP_SURFACE_THRESHOLD: '1000' }, 8],
    [{ MCP_SURFACE: 'all' }, 17],
    [{ MCP_SURFACE_THRESHOLD: '16' }, 8],
    [{ MCP_SURFACE_THRESHOLD: '17' }, 17],
    [{ MCP_READ_ONLY: '1' }, 6],
    [{ MCP_READ_ONLY: '1', MCP_SURFACE_THRESHOLD: '5' }, 4],
  ];
  for (const [variables, count] of modes) {
    it(`lists ${count} tools with ${JSON.stringify(variables)}`, async () => {
      await using client = await open(variables);
      assert.equal((await client.listTools()).tools.length, count);
    });
  }

  it('says which variable is wrong', async () => {
    await assert.rejects(startHttp(project.entry, { ...env, MCP_SURFACE: 'some' }), /MCP_SURFACE/);
  });

  it('searches when custom code makes the tools too many, and says so', async () => {
    // A client of 2026 would have kept the first list.
    const variables = { ...env, MCP_SURFACE_THRESHOLD: '20' };
    await using client = await connectStdio('v1 SDK', project.entry, variables);
    assert.equal((await namesOf(client)).length, 17);
    assert.equal((await ask(client, 'grow', {})).text, 'grown');
    const names = await namesOf(client);
    assert.deepEqual(names.slice(0, 5), own);
    assert.ok(names.includes('extra_49'));
    assert.equal((await ask(client, 'extra_7', {})).text, 'extra');
  });

  const searches: readonly (readonly [string, object, RegExp])[] = [
    [
      'by tag',
      { tag: 'Tickets' },
      /^add_ticket\(name, …\)[^]*list_tickets\(\) \[read\] List tickets$/,
    ],
    [
      'by tag and class',
      { tag: 'tickets', class: 'write' },
      /^add_ticket\(name, …\) \[write\] Add a ticket$/,
    ],
    ['by words and tag', { query: 'list', tag: 'animals' }, /^100 list_animals\(\)(?![^]*keepers)/],
    [
      'by words and class',
      { query: 'animal', class: 'destructive' },
      /^100 (delete|change)_animal(?![^]*\[(read|write)\])/,
    ],
    ['for nothing that there is', { query: 'xyzzy' }, /^No tool fits/],
    ['by what custom code ranks', { query: 'secret wish' }, /^100 add_animal\(name, …\)[^\n]*$/],
    ['by a pattern', { query: '.*(a+)+$ [' }, /^No tool fits/],
  ];
  for (const [how, args, expected] of searches) {
    it(`is searched ${how}`, async () => {
      const { isError, text } = await ask(shared, 'search_tools', args);
      assert.equal(isError, false);
      assert.match(text, expected);
      assert.deepEqual(sent(), []);
    });
  }

  const failures: readonly (readonly [string, string, object, RegExp])[] = [
    ['a search without words', 'search_tools', {}, /Give a query, a tag, or both/],
    ['an unknown tag', 'search_tools', { tag: 'animal' }, /no tag "animal"; did you mean animals/],
    ['an endless query', 'search_tools', { query: 'a'.repeat(1001) }, /1000/],
    [
      'an unknown tool',
      'describe_tool',
      { name: 'buy_ticket' },
      /no tool "buy_ticket". Did you mean [a-z_, ]*ticket/,
    ],
    ['a name that is none', 'call_read_tool', { name: '__proto__' }, /There is no tool/],
    [
      'no name',
      'call_read_tool',
      { nam: 'list_animals' },
      /\/name: required.*did you mean "name"/s,
    ],
    [
      'arguments that are text',
      'call_read_tool',
      { name: 'get_animal', arguments: '{"id":7}' },
      /\/arguments: must be object/,
    ],
    [
      'the wrong class',
      'call_read_tool',
      { name: 'delete_animal', arguments: { id: 7 } },
      /Nothing was sent: delete_animal is of the class destructive. Call it with call_destructive_tool/,
    ],
    [
      'a read by the destructive tool',
      'call_destructive_tool',
      { name: 'get_animal', arguments: { id: 7 } },
      /Call it with call_read_tool/,
    ],
    [
      'wrong arguments',
      'call_write_tool',
      { name: 'add_animal', arguments: { name: '', age: 3 } },
      /Correct the arguments of add_animal[^]*\nname: \{"type":"string","description":"What it is called."/,
    ],
    [
      'a search tool that is called by name',
      'call_read_tool',
      { name: 'search_tools', arguments: { query: 'x' } },
      /no tool "search_tools"/,
    ],
  ];
  for (const [what, name, args, expected] of failures) {
    it(`tells a model of ${what}`, async () => {
      const { isError, text } = await ask(shared, name, args);
      assert.equal(isError, true, text);
      assert.match(text, expected);
      assert.deepEqual(sent(), []);
    });
  }

  for (const name of ['list_animals', 'listAnimals', 'List-Animals', 'list animals']) {
    it(`takes ${name} for list_animals`, async () => {
      assert.equal((await ask(shared, 'call_read_tool', { name })).text, '{"ok":true}');
      assert.deepEqual(sent(), ['GET /animals']);
    });
  }

  it('describes tools so that the example works', async () => {
    const { text } = await ask(shared, 'describe_tool', { name: 'change_animal' });
    assert.match(text, /^change_animal \[destructive\]\nChange a animal\n/);
    const [, tool = '', args = ''] = /^Example: (\w+) (.*)$/m.exec(text) ?? [];
    assert.deepEqual(await ask(shared, tool, JSON.parse(args) as object), {
      isError: false,
      text: '{"ok":true}',
    });
    assert.deepEqual(sent(), ['PATCH /animals/1 {"name":"<name>"}']);
  });

  it('lets a model choose what to read of a reply', async () => {
    const call = { name: 'get_animal', arguments: { id: 7 } };
    const picked = await ask(shared, 'call_read_tool', { ...call, fields: '[ok, `1`]' });
    assert.deepEqual(picked, { isError: false, text: '[true,1]' });
    assert.deepEqual(sent(), ['GET /animals/7']);
    const wrong = await ask(shared, 'call_read_tool', { ...call, fields: 'ok[' });
    assert.equal(wrong.isError, true);
    assert.equal(sent().length, 1);
  });

  it('takes a call of a tool that it does not list', async () => {
    assert.equal((await ask(shared, 'list_tickets', {})).text, '{"ok":true}');
    assert.deepEqual(sent(), ['GET /tickets']);
  });

  it('reads only, under MCP_READ_ONLY', async () => {
    await using client = await open({ MCP_READ_ONLY: '1', MCP_SURFACE: 'search' });
    assert.deepEqual(await namesOf(client), [...own.slice(0, 3), 'list_keepers']);
    assert.doesNotMatch(
      (await ask(client, 'search_tools', { query: 'delete animal' })).text,
      /delete_/,
    );
    assert.match((await ask(client, 'describe_tool', { name: 'delete_animal' })).text, /no tool/);
    for (const tool of own.slice(2)) {
      for (const name of ['delete_animal', 'deleteAnimal', 'DELETE_ANIMAL', 'delete_animal\0']) {
        const call = client.callTool({ name: tool, arguments: { name, arguments: { id: 1 } } });
        const refused = await call.then(
          (result) => result.isError === true,
          (error: unknown) => String(error).includes('Unknown tool'),
        );
        assert.ok(refused, `${tool} ${name}`);
      }
    }
    assert.deepEqual(sent(), []);
  });

  for (const kind of kinds) {
    it(`has the user of a ${kind} client confirm what it does, once`, async () => {
      const asked: string[] = [];
      const target = { entry: project.entry, env: { ...env, MCP_CONFIRM: 'destructive' } };
      await using client = await connect(kind, target, 'accept', asked);
      const args = { name: 'delete_ticket', arguments: { id: 4 } };
      const result = await client.callTool({ name: 'call_destructive_tool', arguments: args });
      assert.equal(textOf(result), '{"ok":true}');
      assert.equal(asked.length, 1);
      assert.match(asked[0] ?? '', /delete_ticket[^]*"id": 4/);
      assert.deepEqual(sent(), ['DELETE /tickets/4']);
    });
  }

  it('limits and records the tool that is called', async () => {
    await using server = await startHttp(project.entry, { ...env, MCP_TOOL_RATE_LIMIT: '1/1h' });
    await using client = await connectHttp('v2 of 2026', server.url);
    const call = { name: 'get_ticket', arguments: { id: 1 } };
    assert.equal((await ask(client, 'call_read_tool', call)).isError, false);
    assert.match(
      (await ask(client, 'call_read_tool', call)).text,
      /get_ticket may be used 1 times/,
    );
    assert.equal(
      (await ask(client, 'call_read_tool', { ...call, name: 'get_animal' })).isError,
      false,
    );
    const audited = await auditLines(server, 3);
    assert.deepEqual(
      audited.map(({ tool, outcome }) => `${String(tool)} ${String(outcome)}`),
      ['get_ticket ok', 'get_ticket refused', 'get_animal ok'],
    );
  });
});
