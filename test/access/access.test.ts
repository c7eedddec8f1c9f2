import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startUpstream, replyJson, type Upstream } from '../support/upstream.js';
import {
  connectHttp,
  connectStdio,
  kinds,
  startHttp,
  type AnyClient,
  type HttpServer,
} from '../runtime/process.js';
import { buildProject, callers, tokenOf, type Name } from './project.js';

const reads = ['get_pet', 'list_pets', 'search', 'hello', 'around'];
const all = [...reads, 'add_pet', 'delete_pet', 'list_reports', 'wipe'];

interface Seen {
  readonly tools: readonly string[];
  readonly resources: readonly string[];
  readonly prompts: readonly string[];
}

const expected: Readonly<Record<Name, Seen>> = {
  boss: {
    tools: all,
    resources: ['pets://api/pets', 'pets://api/reports', 'pets://own/open', 'pets://own/roles'],
    prompts: ['plan', 'greet'],
  },
  ed: {
    tools: [...reads, 'add_pet', 'wipe'],
    resources: ['pets://api/pets', 'pets://own/open', 'pets://own/roles'],
    prompts: ['plan', 'greet'],
  },
  guest: { tools: reads, resources: ['pets://api/pets', 'pets://own/open'], prompts: ['greet'] },
};

async function look(client: AnyClient): Promise<Seen> {
  const { tools } = await client.listTools();
  const { resources } = await client.listResources();
  const { prompts } = await client.listPrompts();
  return {
    tools: tools.map(({ name }) => name).toSorted(),
    resources: resources.map(({ uri }) => uri).toSorted(),
    prompts: prompts.map(({ name }) => name).toSorted(),
  };
}

function sorted(seen: Seen): Seen {
  const { tools, resources, prompts } = seen;
  return {
    tools: tools.toSorted(),
    resources: resources.toSorted(),
    prompts: prompts.toSorted(),
  };
}

const unknown = (error: unknown): boolean => {
  assert.equal((error as { code?: unknown }).code, -32602, String(error));
  return true;
};

describe('callers of a server with rules', () => {
  let project: Awaited<ReturnType<typeof buildProject>>;
  let upstream: Upstream;
  let server: HttpServer;
  let readOnly: HttpServer;
  let seen = 0;

  before(async () => {
    project = await buildProject();
    upstream = await startUpstream((_, response) => {
      replyJson(response, { ok: true });
    });
    const env = { API_BASE_URL: upstream.url, PETS_API_KEY: 'x', ...callers };
    server = await startHttp(project.entry, env);
    readOnly = await startHttp(project.entry, { ...env, MCP_READ_ONLY: '1' });
  });
  beforeEach(() => {
    seen = upstream.requests.length;
  });
  after(async () => {
    await readOnly[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
    await upstream[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  for (const kind of kinds) {
    for (const name of ['boss', 'ed', 'guest'] as const) {
      it(`show ${name} what is for it, by the client ${kind}`, async () => {
        await using client = await connectHttp(kind, server.url, tokenOf(name));
        assert.deepEqual(await look(client), sorted(expected[name]));
      });

      it(`refuse ${name} the rest as unknown, by the client ${kind}`, async () => {
        await using client = await connectHttp(kind, server.url, tokenOf(name));
        const { tools, resources, prompts } = expected[name];
        for (const tool of all.filter((each) => !tools.includes(each))) {
          await assert.rejects(client.callTool({ name: tool, arguments: { id: '1' } }), unknown);
        }
        for (const uri of expected.boss.resources.filter((each) => !resources.includes(each))) {
          await assert.rejects(client.readResource({ uri }), unknown);
        }
        for (const prompt of expected.boss.prompts.filter((each) => !prompts.includes(each))) {
          await assert.rejects(client.getPrompt({ name: prompt }), unknown);
        }
        assert.equal(upstream.requests.length, seen);
      });
    }
  }

  it('let whoever may call tools and read resources', async () => {
    await using boss = await connectHttp('v2 of 2026', server.url, tokenOf('boss'));
    for (const name of ['delete_pet', 'around']) {
      const { isError = false, content } = await boss.callTool({
        name,
        arguments: name === 'around' ? {} : { id: '1' },
      });
      assert.equal(isError, false, JSON.stringify(content));
      assert.equal(upstream.requests.at(-1)?.method, 'DELETE');
    }
    assert.equal((await boss.readResource({ uri: 'pets://api/reports' })).contents.length, 1);
    assert.equal(upstream.requests.length, seen + 3);
  });

  it('get nothing more by custom code that calls a tool for them', async () => {
    for (const name of ['ed', 'guest'] as const) {
      await using client = await connectHttp('v2 of 2026', server.url, tokenOf(name));
      const { isError, content } = await client.callTool({ name: 'around' });
      assert.equal(isError, true);
      assert.match(JSON.stringify(content), /delete_pet is not for this caller/);
    }
    assert.equal(upstream.requests.length, seen);
  });

  it('do not bind whoever runs the server on stdio', async () => {
    await using client = await connectStdio('v2 of 2026', project.entry, {
      API_BASE_URL: upstream.url,
    });
    assert.deepEqual(await look(client), sorted(expected.boss));
  });

  it('that have no name are the caller `anonymous`', async () => {
    const env = { API_BASE_URL: upstream.url, MCP_CALLER_ROLES: 'anonymous=editor' };
    await using open = await startHttp(project.entry, env);
    await using client = await connectHttp('v2 of 2026', open.url);
    assert.deepEqual(await look(client), sorted(expected.ed));
  });

  describe('that is read-only', () => {
    const left = ['get_pet', 'list_pets', 'search', 'around'];

    it('sees nothing that changes anything, and the resources', async () => {
      await using client = await connectHttp('v2 of 2026', readOnly.url, tokenOf('boss'));
      // What replaces a tool without hints of its own does not say that it only reads.
      assert.deepEqual((await look(client)).tools, left.toSorted());
      assert.deepEqual((await look(client)).resources, expected.boss.resources.toSorted());
      assert.equal((await client.listResourceTemplates()).resourceTemplates.length, 1);
      await client.readResource({ uri: 'pets://api/reports' });
      assert.equal(upstream.requests.length, seen + 1);
    });

    it('is not evaded by names', async () => {
      await using client = await connectHttp('v2 of 2026', readOnly.url, tokenOf('boss'));
      const names = ['add_pet', 'delete_pet', 'wipe', 'addPet', 'ADD_PET', ' add_pet', 'add_pet\0'];
      for (const name of [...names, '__proto__', 'toString', 'DELETE /pets/{id}']) {
        await assert.rejects(client.callTool({ name, arguments: { id: '1' } }), unknown, name);
      }
      await assert.rejects(client.readResource({ uri: 'pets://api/pets/1/../../search' }));
      assert.equal(upstream.requests.length, seen);
    });

    const overrides: readonly (readonly [string, string, object])[] = [
      ['a header', 'list_pets', { 'X-HTTP-Method-Override': 'DELETE' }],
      ['a property of the query', 'list_pets', { filter: { _method: 'DELETE' } }],
      ['a property of the query in capitals', 'list_pets', { filter: { _METHOD: 'PUT' } }],
      ['a field of a form', 'search', { body: { _method: 'delete' } }],
      ['custom code', 'around', {}],
    ];
    for (const [what, name, args] of overrides) {
      it(`is not evaded by ${what}`, async () => {
        await using client = await connectHttp('v2 of 2026', readOnly.url, tokenOf('boss'));
        const { isError, content } = await client.callTool({ name, arguments: { ...args } });
        assert.equal(isError, true);
        assert.match(JSON.stringify(content), /Nothing was sent/);
        assert.equal(upstream.requests.length, seen);
      });
    }

    it('lets a header say what the request is anyway', async () => {
      await using client = await connectHttp('v2 of 2026', readOnly.url, tokenOf('boss'));
      const args = { 'X-HTTP-Method-Override': 'GET', filter: { name: 'Rex' } };
      const { isError = false, content } = await client.callTool({
        name: 'list_pets',
        arguments: args,
      });
      assert.equal(isError, false, JSON.stringify(content));
    });
  });
});
