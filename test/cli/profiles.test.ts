import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { generate, listTools, type Diagnostic, type GenerateOptions } from '../../src/index.js';
import { hostNames, type HostName } from '../../src/model/hosts/host.js';
import { connectStdio, kinds } from '../runtime/process.js';
import { linkDependencies, readTree } from '../support/fixture.js';
import { run } from '../support/run.js';
import { replyJson, startUpstream } from '../support/upstream.js';
import { createWorkspace, repository } from '../support/workspace.js';
import { profileSource } from './profile-source.js';

const cli = ['--import', import.meta.resolve('tsx'), join(repository, 'src/cli.ts')];

/** A folder with the source, and what a run there gives. */
async function createShop(extra = 0) {
  const workspace = await createWorkspace();
  const cwd = workspace.directory;
  await writeFile(join(cwd, 'openapi.json'), profileSource(extra));
  return {
    cwd,
    generate: (options: GenerateOptions = {}) =>
      generate({ cwd, source: 'openapi.json', output: 'shop', ...options }),
    list: (...profiles: readonly HostName[]) =>
      listTools({ cwd, source: 'openapi.json', profiles }),
    /** The files of a project, but for the manifest, which holds the options. */
    files: async (folder: string) => {
      const files = await readTree(join(cwd, folder));
      return [...files].filter(([path]) => path !== 'mcp-gen.json');
    },
    run: (...args: readonly string[]) => run(process.execPath, [...cli, ...args], { cwd }),
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}

function hostCodes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => code).filter((code) => code.startsWith('MG25'));
}

/** What is left to say of each host once the tools suit it, and without that. */
const expected: Readonly<Record<HostName, readonly [fitted: string[], as: string[]]>> = {
  claude: [['MG256'], ['MG256']],
  'claude-code': [['MG256'], ['MG250', 'MG256']],
  cursor: [['MG251'], ['MG250', 'MG251']],
  vscode: [['MG254'], ['MG250', 'MG253', 'MG254']],
  openai: [[], ['MG253']],
  gemini: [
    ['MG253', 'MG254', 'MG256'],
    ['MG250', 'MG252', 'MG253', 'MG254', 'MG256'],
  ],
  bedrock: [['MG254'], ['MG254']],
};

describe('--profile', () => {
  for (const host of hostNames) {
    it(`suits ${host} and says what remains; pinned names stay unless they are made anew`, async () => {
      await using shop = await createShop(38);
      const fitted = await shop.generate({ profiles: [host], dryRun: true });
      const [remaining, pinned] = expected[host];
      assert.deepEqual(hostCodes(fitted.diagnostics), remaining);
      const before = await shop.generate();
      assert.deepEqual(hostCodes(before.diagnostics), []);
      const kept = await shop.generate({ profiles: [host], dryRun: true });
      assert.deepEqual(names(kept.model), names(before.model));
      const schemaOnly = pinned.filter((code) => code !== 'MG253' || remaining.includes(code));
      assert.deepEqual(hostCodes(kept.diagnostics), schemaOnly);
      const renamed = await shop.generate({ profiles: [host], rename: true });
      assert.deepEqual(names(renamed.model), names(fitted.model));
      assert.deepEqual(hostCodes(renamed.diagnostics), remaining);
      // The project remembers the host.
      const again = await generate({ cwd: join(shop.cwd, 'shop') });
      assert.deepEqual(again.changes, []);
      assert.deepEqual(hostCodes(again.diagnostics), remaining);
    });
  }

  it('changes nothing without a host, and always writes the same with one', async () => {
    await using shop = await createShop();
    await shop.generate({ output: 'plain' });
    await shop.generate({ output: 'none', profiles: [] });
    const [plain, none] = await Promise.all(['plain', 'none'].map((folder) => shop.files(folder)));
    assert.deepEqual(none, plain);
    const profiles = ['gemini', 'cursor', 'vscode'] as const;
    await shop.generate({ output: 'one', profiles });
    await shop.generate({ output: 'two', profiles: profiles.toReversed() });
    const [one, two] = await Promise.all(['one', 'two'].map((folder) => shop.files(folder)));
    assert.deepEqual(two, one);
  });

  it('takes the strictest of several hosts', async () => {
    await using shop = await createShop();
    const { model } = await shop.generate({ profiles: ['cursor', 'gemini', 'claude'] });
    const room = 63 - 'mcp_shop_'.length;
    for (const name of names(model).tools) assert.ok(name.length <= room, name);
    assert.equal(new Set(names(model).tools).size, 3);
    assert.deepEqual(names(model).arguments, [
      ...['X_Trace', '_2fa', 'after', 'file', 'id', 'kind', 'on', 'page_number', 'parent'],
      ...['point', 'shape', 'share', 'size'],
    ]);
    const example = await readFile(join(shop.cwd, 'shop/.env.example'), 'utf8');
    assert.match(example, /^# MCP_MAX_RESULT_CHARS=40000$/m);
    assert.match(
      await readFile(join(shop.cwd, 'shop/src/server.ts'), 'utf8'),
      /^ {2}maxResultChars: 40_?000,$/m,
    );
  });

  it('stands on the command line, with commas and repeated, and in the config', async () => {
    await using shop = await createShop();
    const args = ['openapi.json', '--json', '--dry-run'];
    const repeated = await shop.run(...args, '--profile', 'cursor,gemini', '--profile', 'openai');
    assert.equal(repeated.code, 0, repeated.stderr);
    const config = { source: 'openapi.json', profiles: ['cursor', 'gemini', 'openai'] };
    await writeFile(join(shop.cwd, 'mcp-gen.config.yaml'), JSON.stringify(config));
    const configured = await shop.run('--json', '--dry-run');
    const reports = [repeated, configured].map(
      ({ stdout }) => JSON.parse(stdout) as { tools: unknown; diagnostics: readonly Diagnostic[] },
    );
    assert.deepEqual(reports[1]?.tools, reports[0]?.tools);
    const codes = reports.map(({ diagnostics }) => hostCodes(diagnostics));
    assert.deepEqual(codes, [
      ['MG253', 'MG254', 'MG256'],
      ['MG253', 'MG254', 'MG256'],
    ]);
  });

  it('names the hosts that it knows when it is given another', async () => {
    await using shop = await createShop();
    const known = hostNames.join(', ');
    for (const command of [[], ['list']]) {
      const { code, stderr } = await shop.run(...command, 'openapi.json', '--profile', 'cursor,vi');
      assert.equal(code, 1);
      assert.ok(stderr.includes(`Hosts are ${known}.`), stderr);
    }
    const config = { source: 'openapi.json', profiles: ['vi'] };
    await writeFile(join(shop.cwd, 'mcp-gen.config.yaml'), JSON.stringify(config));
    const { code, stderr } = await shop.run('--dry-run');
    assert.equal(code, 1);
    assert.match(stderr, /MG130: `profiles\.0` must be "claude" or .* or "bedrock"/);
  });
});

describe('mcp-gen list --profile', () => {
  it('says of each tool who does not take it', async () => {
    await using shop = await createShop(38);
    const { objections, tools } = await shop.list('cursor', 'gemini');
    assert.deepEqual(
      objections.map(({ host, kind, severe }) => [host, kind, severe]),
      [
        ['cursor', 'number of tools', true],
        ['gemini', 'refused schema', true],
        ['gemini', 'ignored schema', false],
        ['gemini', 'result', true],
      ],
    );
    const [over, refused] = objections;
    assert.equal(over?.tools.length, 1);
    assert.ok(tools.some(({ name }) => name === over.tools[0]));
    assert.match(refused?.message ?? '', /^Gemini .* with exclusive bounds, .*: 1 of 41 tools/);
    const { stdout, stderr } = await shop.run('list', 'openapi.json', '--profile', 'gemini');
    assert.match(stdout, /^tool +request +tokens +hints +not taken by +arguments/);
    assert.match(stdout, /^list_\S+disorder +POST \/things +\d+ +write +gemini +id!, /m);
    assert.match(stderr, /warning MG253: Gemini/);
    const plain = await shop.run('list', 'openapi.json', '--profile', 'openai');
    assert.match(plain.stdout, /^tool +request +tokens +hints +arguments/);
    const json = await shop.run('list', 'openapi.json', '--profile', 'cursor,gemini', '--json');
    const report = JSON.parse(json.stdout) as { objections: unknown };
    assert.deepEqual(report.objections, objections);
  });
});

describe('a project for all hosts', () => {
  it('passes its own tests, and sends what it would send otherwise', async () => {
    await using shop = await createShop();
    await using upstream = await startUpstream((_, response) => {
      replyJson(response, { text: 'x'.repeat(45_000) });
    });
    const { directory, model } = await shop.generate({ profiles: hostNames });
    await linkDependencies(directory);
    for (const script of ['build', 'test']) {
      const { code, stdout, stderr } = await run('npm', ['run', script], { cwd: directory });
      assert.equal(code, 0, stdout + stderr);
    }
    const [get = '', post = ''] = ['GET', 'POST'].map((method) => toolOf(model, method, '/things'));
    const env = { API_BASE_URL: upstream.url };
    for (const kind of kinds) {
      await using client = await connectStdio(kind, join(directory, 'dist/index.js'), env);
      const result = await client.callTool({
        name: post,
        arguments: { id: '9007199254740993', size: 9, point: [1, 'm', 'more'], shape: ['a'] },
      });
      assert.equal(result.isError ?? false, false, JSON.stringify(result));
      assert.equal(
        upstream.requests.at(-1)?.body,
        '{"id":9007199254740993,"size":9,"point":[1,"m","more"],"shape":["a"]}',
      );
      for (const wrong of [{ id: 2 ** 53 + 2 }, { id: 1, size: 10 }, { id: 1, point: [1, 'k'] }]) {
        const { isError } = await client.callTool({ name: post, arguments: wrong });
        assert.equal(isError, true, JSON.stringify(wrong));
      }
      const listed = await client.callTool({
        name: get,
        arguments: { page_number: 2, _2fa: 'x', kind: 'a', after: '9007199254740993' },
      });
      assert.equal(
        upstream.requests.at(-1)?.url,
        '/things?page.number=2&2fa=x&kind=a&after=9007199254740993',
      );
      const text = JSON.stringify(listed.content);
      assert.ok(text.length < 41_000, `${text.length} characters`);
      await client.readResource({ uri: `shop://api/things?page_number=3&kind=b` });
      assert.equal(upstream.requests.at(-1)?.url, '/things?page.number=3&kind=b');
      await client.callTool({
        name: 'send_file',
        arguments: { file: { data: 'aGVsbG8=', name: 'a.txt' } },
      });
      assert.match(upstream.requests.at(-1)?.body ?? '', /filename="a.txt"[^]*hello/);
    }
  });
});

type Model = Awaited<ReturnType<typeof generate>>['model'];

function names({ groups }: Model) {
  const tools = groups.flatMap((group) => group.tools);
  const properties = tools.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}));
  return {
    tools: tools.map(({ name }) => name).toSorted(),
    arguments: [...new Set(properties)].toSorted(),
  };
}

function toolOf({ groups }: Model, method: string, path: string): string | undefined {
  return groups
    .flatMap(({ tools }) => tools)
    .find(({ request }) => request.method === method && request.path === path)?.name;
}
