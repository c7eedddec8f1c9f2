import assert from 'node:assert/strict';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import {
  generate,
  listTools,
  type GenerateOptions,
  type ListOptions,
  type ListResult,
} from '../../src/index.js';
import { loadTokenCounter } from '../../src/model/token-counter.js';
import { connectStdio, kinds } from '../runtime/process.js';
import { linkDependencies } from '../support/fixture.js';
import { run } from '../support/run.js';
import { createWorkspace, repository } from '../support/workspace.js';

const cli = ['--import', import.meta.resolve('tsx'), join(repository, 'src/cli.ts')];
const petstore = join(repository, 'fixtures/petstore/openapi.yaml');
const weather = join(repository, 'fixtures/weather/mcp-gen.config.yaml');

describe('mcp-gen list', { concurrency: true }, () => {
  it('prints the tools as a table with their totals, and writes nothing', async () => {
    await using workspace = await createWorkspace();
    const { code, stdout } = await list(workspace.directory, petstore, '--exclude', 'DELETE /**');
    assert.equal(code, 0);
    const lines = stdout.split('\n');
    assert.match(lines[0] ?? '', /^tool +request +tokens +hints +arguments \(! required\)$/);
    assert.match(stdout, /^get_inventory {2}GET \/store\/inventory +\d+ {2}read$/m);
    assert.match(
      stdout,
      /^replace_pet {4}PUT \/pets\/\{petId\} +\d+ {2}destructive, idempotent {2}petId!, name!, status, tags/m,
    );
    assert.match(stdout, /^add_pet {8}POST \/pets +\d+ {2}write {20}name!, status/m);
    assert.match(stdout, /\n\npetstore: 7 tools, 4 resources from .*openapi\.yaml\n/);
    assert.match(
      stdout,
      /^tools\/list: [\d,]+ tokens, [\d,]+ bytes, 1 page\n1 operation excluded$/m,
    );
    assert.deepEqual(await readdir(workspace.directory), []);
  });

  it('prints the same with --json, and what is wrong too', async () => {
    await using workspace = await createWorkspace();
    const { stdout } = await list(workspace.directory, petstore, '--json', '--sort', 'path');
    const result = await listTools({ cwd: workspace.directory, source: petstore, sort: 'path' });
    assert.deepEqual(JSON.parse(stdout), JSON.parse(JSON.stringify({ ok: true, ...result })));
    const failed = await list(workspace.directory, 'nowhere.yaml', '--json');
    assert.equal(failed.code, 1);
    assert.match(failed.stdout, /^\{\n {2}"ok": false,/);
  });

  it('refuses options in front of the command', async () => {
    const { code, stderr } = await run(
      process.execPath,
      [...cli, '--read-only', 'list', petstore],
      {
        cwd: repository,
      },
    );
    assert.equal(code, 1);
    assert.match(stderr, /options go after the command: mcp-gen list/);
  });

  it('shows what would steer a terminal', async () => {
    await using workspace = await createWorkspace();
    const paths = { '/a\u202e{id}': { get: { operationId: 'a', responses: {} } } };
    const info = { title: 'A', version: '1' };
    const source = JSON.stringify({ openapi: '3.1.0', info, paths });
    await writeFile(join(workspace.directory, 'a.json'), source);
    const { stdout } = await list(workspace.directory, 'a.json');
    assert.match(stdout, /GET \/a\\u\{202e\}\{id\}/);
  });
});

/** What is sorted by, and what must not fall from one tool to the next. */
const orders = {
  name: ({ name }) => [name],
  path: ({ path, method }) => [path, method],
  tokens: ({ tokens, name }) => [String(1e6 - tokens), name],
} satisfies Record<string, (tool: ListResult['tools'][number]) => readonly string[]>;

describe('listTools', () => {
  for (const sort of ['name', 'path', 'tokens'] as const) {
    it(`sorts by ${sort}`, async () => {
      const { tools } = await listTools({ source: petstore, sort });
      const keys = tools.map((tool) => orders[sort](tool).join('\0'));
      assert.deepEqual(keys, keys.toSorted());
      assert.equal(new Set(keys).size, 8);
    });
  }

  const asked: readonly (readonly [string, ListOptions & GenerateOptions])[] = [
    ['nothing', { source: petstore }],
    ['a config', { source: weather }],
    ['--read-only', { source: petstore, readOnly: true }],
    ['--include', { source: petstore, include: ['tag:pets'] }],
    ['--resources', { source: petstore, resources: 'resources-only' }],
    ['--output-schema', { source: petstore, outputSchema: true }],
    ['--name', { source: petstore, name: 'shop' }],
  ];
  for (const [what, options] of asked) {
    it(`lists what would be generated with ${what}`, async () => {
      await using workspace = await createWorkspace();
      const place = { cwd: workspace.directory };
      const listed = await listTools({ ...place, ...options });
      const made = await generate({ ...place, ...options, dryRun: true });
      const tools = made.model.groups.flatMap((group) => group.tools);
      const expected = tools.filter(({ resourceOnly }) => resourceOnly !== true);
      assert.deepEqual(
        listed.tools.map(({ name }) => name),
        expected.map(({ name }) => name).toSorted(),
      );
      const { bytes, pages } = made.toolList;
      const total = listed.tools.reduce((sum, { tokens }) => sum + tokens, 0);
      assert.deepEqual(listed.toolList, { bytes, pages, tokens: total });
      assert.equal(listed.name, made.model.name);
    });
  }

  it('counts output schemas', async () => {
    const plain = await listTools({ source: petstore });
    const described = await listTools({ source: petstore, outputSchema: true });
    assert.ok(described.toolList.tokens > plain.toolList.tokens);
  });
});

describe('--max-tokens', () => {
  it('fails above the limit alone, says what is large, and writes nothing', async () => {
    await using workspace = await createWorkspace();
    const cwd = workspace.directory;
    const { toolList } = await listTools({ source: petstore });
    const over = await generated(cwd, petstore, '--max-tokens', String(toolList.tokens - 1));
    assert.equal(over.code, 1);
    assert.match(
      over.stderr,
      /error MG241: tools\/list has 1,0\d\d tokens, .*: replace_pet \(\d+\), /,
    );
    assert.match(over.stderr, /help: .*--include/);
    assert.deepEqual(await readdir(cwd), []);
    const within = await generated(cwd, petstore, '--max-tokens', String(toolList.tokens));
    assert.equal(within.code, 0, within.stderr);
    // The project remembers it.
    const project = join(cwd, 'petstore-mcp');
    const again = await generated(project, '--output-schema');
    assert.match(again.stderr, /error MG241/);
    assert.equal((await generated(project)).code, 0);
  });

  it('stands in the config too, and none but a whole number is one', async () => {
    await using workspace = await createWorkspace();
    const cwd = workspace.directory;
    const config = join(cwd, 'mcp-gen.config.yaml');
    await writeFile(config, 'endpoints: [GET /a]\nmaxTokens: 10\n');
    assert.match((await generated(cwd)).stderr, /error MG241/);
    assert.equal((await generated(cwd, '--max-tokens', '1000')).code, 0);
    await writeFile(config, 'endpoints: [GET /a]\nmaxTokens: 0\n');
    assert.match((await generated(cwd)).stderr, /error MG130/);
    for (const wrong of ['0', '-1', '1.5', '1e3', 'many']) {
      const { code, stderr } = await generated(cwd, `--max-tokens=${wrong}`);
      assert.equal(code, 1);
      assert.match(stderr, /Give a whole number above 0/);
    }
  });
});

describe('a project', () => {
  it('stands for what it was generated from', async () => {
    await using workspace = await createWorkspace();
    const cwd = workspace.directory;
    await cp(petstore, join(cwd, 'openapi.yaml'));
    await generate({ cwd, source: 'openapi.yaml', output: 'shop', readOnly: true, name: 'shop' });
    const fromOutside = await listTools({ cwd, source: 'shop' });
    const fromInside = await listTools({ cwd: join(cwd, 'shop') });
    assert.equal(fromOutside.name, 'shop');
    assert.equal(fromOutside.tools.length, 4);
    assert.deepEqual(fromOutside, fromInside);
    // Its names stay, also where the description is given.
    const manifest = join(cwd, 'shop/mcp-gen.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('"name": "list_pets"', '"name": "all_pets"'));
    for (const options of [{ source: 'shop' }, { source: 'openapi.yaml', output: 'shop' }]) {
      const { tools } = await listTools({ cwd, ...options });
      assert.ok(tools.some(({ name }) => name === 'all_pets'));
    }
    const apart = await listTools({ cwd, source: 'openapi.yaml' });
    assert.ok(apart.tools.some(({ name }) => name === 'list_pets'));
  });

  it('serves a list of as many tokens', async () => {
    await using workspace = await createWorkspace();
    const options = { cwd: workspace.directory, source: petstore, outputSchema: true };
    const { directory } = await generate({ ...options, output: 'project' });
    await linkDependencies(directory);
    const built = await run('npm', ['run', 'build'], { cwd: directory });
    assert.equal(built.code, 0, built.stdout + built.stderr);
    const listed = await listTools(options);
    const expected = new Map(listed.tools.map(({ name, tokens }) => [name, tokens]));
    for (const kind of kinds) {
      await using client = await connectStdio(kind, join(directory, 'dist/index.js'), {});
      const { tools } = await client.listTools();
      assert.equal(tools.length, expected.size);
      for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
        const tool = { name, title, description, inputSchema, outputSchema, annotations };
        assert.equal(countTokens(JSON.stringify(tool)), expected.get(name), `${kind}: ${name}`);
      }
    }
  });
});

describe('the tokenizer', async () => {
  const count = await loadTokenCounter();
  const cases: readonly (readonly [string, number])[] = [
    ['', 0],
    ['hello world', 2],
    ['{"type":"object"}', 5],
    ['antidisestablishmentarianism', 6],
    ['猫が好き', 3],
  ];
  for (const [text, tokens] of cases) {
    it(`counts ${JSON.stringify(text)}`, () => {
      assert.equal(count(text), tokens);
    });
  }

  it('takes the names of special tokens for text', () => {
    assert.ok(count('<|endoftext|>') > 1);
  });

  for (const unit of ['a', '-', ' ', 'é', '-é ']) {
    it(`counts a run of ${JSON.stringify(unit)} with a token a cut more at most`, () => {
      const text = unit.repeat(2000);
      const exact = countTokens(text);
      assert.ok(count(text) >= exact && count(text) <= exact + Math.ceil(text.length / 256));
    });
  }
});

function generated(cwd: string, ...args: readonly string[]) {
  return run(process.execPath, [...cli, ...args], { cwd });
}

function list(cwd: string, ...args: readonly string[]) {
  return run(process.execPath, [...cli, 'list', ...args], { cwd });
}
