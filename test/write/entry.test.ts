import assert from 'node:assert/strict';
import { mkdir, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readProject } from '../../src/write/project.js';
import { file, generate, header, plan, rejectsWith } from './generation.js';
import { readTree, temporaryFolder, writeTree } from './tree.js';

const adopt = { adopt: true };
const files = [
  file('package.json', '{\n  "name": "x-mcp",\n  "type": "module"\n}\n', 'package'),
  file('src/index.ts', 'index\n'),
  file('.gitignore', 'dist/\n', 'scaffold'),
  file('README.md', '<!-- mcp-gen:begin -->\n1\n<!-- mcp-gen:end -->\n', 'marked'),
];

await suite('a folder that mcp-gen did not write', { concurrency: true }, () => {
  test('is refused and stays as it is', async () => {
    const folder = await temporaryFolder();
    await writeTree(folder, { 'notes.txt': 'mine\n' });
    assert.match(await rejectsWith('MG403', generate(folder, files)), /not empty/);
    await rejectsWith('MG403', generate(folder, files, { force: true }));
    assert.deepEqual(await readTree(folder), { 'notes.txt': 'mine\n' });
  });

  test('is entered with --adopt, and package.json merged', async () => {
    const folder = await temporaryFolder();
    const own = {
      'notes.txt': 'mine\n',
      'package.json': '{\n\t"name": "own",\n\t"private": true\n}',
    };
    await writeTree(folder, own);
    await generate(folder, files, adopt);
    const tree = await readTree(folder);
    assert.equal(tree['notes.txt'], 'mine\n');
    assert.equal(
      tree['package.json'],
      '{\n\t"name": "own",\n\t"private": true,\n\t"type": "module"\n}',
    );
    assert.equal(tree['src/index.ts'], 'index\n');
    assert.deepEqual((await plan(folder, files)).changes, []);
  });

  test('is not entered with --adopt if files are in the way, all of which are listed', async () => {
    const folder = await temporaryFolder();
    const own = { '.gitignore': 'own\n', 'README.md': 'own\n', 'src/index.ts': 'own\n' };
    await writeTree(folder, own);
    const message = await rejectsWith('MG404', generate(folder, files, adopt));
    for (const path of Object.keys(own)) assert.ok(message.includes(path), path);
    assert.deepEqual(await readTree(folder), own);
  });

  test('is not stopped by files in the way that are the same', async () => {
    const folder = await temporaryFolder();
    await generate(folder, files);
    const { 'mcp-gen.json': manifest, ...rest } = await readTree(folder);
    const copy = await temporaryFolder();
    await writeTree(copy, rest as Record<string, string>);
    await generate(copy, files, adopt);
    assert.equal((await readTree(copy))['mcp-gen.json'], manifest);
  });

  test('is overwritten with --adopt --force where files are generated, not where they are scaffold', async () => {
    const folder = await temporaryFolder();
    await writeTree(folder, {
      '.gitignore': 'own\n',
      'README.md': 'own\n',
      'src/index.ts': 'own\n',
    });
    await generate(folder, files, { adopt: true, force: true });
    const tree = await readTree(folder);
    assert.deepEqual(
      [tree['.gitignore'], tree['README.md'], tree['src/index.ts']],
      ['own\n', 'own\n', 'index\n'],
    );
  });
});

await suite('what counts as empty', { concurrency: true }, () => {
  for (const [entry, state] of [
    ['.git/HEAD', 'empty'],
    ['.DS_Store', 'empty'],
    ['.mcp-gen/lock-1', 'empty'],
    ['.gitignore', 'foreign'],
    ['openapi.yaml', 'foreign'],
  ] as const) {
    test(`a folder with ${entry} is ${state}`, async () => {
      const folder = await temporaryFolder();
      await writeTree(folder, { [entry]: '' });
      assert.equal((await readProject(folder)).state, state);
    });
  }
});

await suite('nothing is written outside the project', { concurrency: true }, () => {
  for (const path of [
    '../outside.ts',
    '/outside.ts',
    'a/../../outside.ts',
    'a//b.ts',
    './a.ts',
    'a\\b.ts',
    'C:/a.ts',
    'a\0b.ts',
    'src/aux.ts',
    'src/CON',
    'a./b.ts',
    '.git/config',
    '.GIT/config',
    'node_modules/x/index.js',
    '.mcp-gen/journal.json',
    'mcp-gen.json',
    'MCP-GEN.JSON',
  ]) {
    test(`by the path ${JSON.stringify(path)}`, async () => {
      const parent = await temporaryFolder();
      await assert.rejects(generate(join(parent, 'project'), [file(path, 'x\n')]), {
        name: 'Error',
      });
      assert.deepEqual(await readTree(parent), {});
    });
  }

  for (const paths of [
    ['src/a.ts', 'src/A.ts'],
    ['src/é.ts', 'src/e\u0301.ts'],
    ['src', 'SRC/a.ts'],
  ]) {
    test(`nor one file twice: ${paths.join(', ')}`, async () => {
      const folder = await temporaryFolder();
      await assert.rejects(
        generate(
          folder,
          paths.map((path) => file(path, 'x\n')),
        ),
        { name: 'Error' },
      );
      assert.deepEqual(await readTree(folder), {});
    });
  }

  test('through a symbolic link to a folder outside', async () => {
    const parent = await temporaryFolder();
    await generate(join(parent, 'project'), []);
    await mkdir(join(parent, 'outside'));
    await symlink('../outside', join(parent, 'project/src'));
    const run = generate(join(parent, 'project'), [file('src/deep/a.ts', 'x\n')], { force: true });
    assert.match(await rejectsWith('MG406', run), /src\/deep\/a\.ts .*symbolic link src/);
    assert.equal((await readTree(parent))['outside'], undefined);
  });

  test('through a symbolic link into the repository', async () => {
    const folder = await temporaryFolder();
    await generate(folder, []);
    await mkdir(join(folder, '.git/hooks'), { recursive: true });
    await symlink('.git/hooks', join(folder, 'src'));
    await rejectsWith('MG406', generate(folder, [file('src/post-checkout', 'x\n')]));
  });

  test('through a symbolic link in the place of a file, nor over a folder', async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, 'project');
    await generate(folder, []);
    await writeTree(parent, { outside: 'old\n' });
    await symlink('../outside', join(folder, 'a.ts'));
    await mkdir(join(folder, 'b.ts'));
    const run = generate(folder, [file('a.ts', 'x\n'), file('b.ts', 'x\n')], { force: true });
    assert.match(await rejectsWith('MG406', run), /a\.ts .*link.*\n.*b\.ts .*folder/);
    assert.equal((await readTree(parent))['outside'], 'old\n');
  });

  test('but a symbolic link to a folder inside is followed', async () => {
    const folder = await temporaryFolder();
    await generate(folder, []);
    await mkdir(join(folder, 'packages'));
    await symlink('packages', join(folder, 'src'));
    await generate(folder, [file('src/a.ts', 'x\n')]);
    assert.equal((await readTree(folder))['packages/a.ts'], 'x\n');
  });

  test('and a project reached through a symbolic link is written where it is', async () => {
    const parent = await temporaryFolder();
    await mkdir(join(parent, 'real'));
    await symlink('real', join(parent, 'link'));
    const { directory } = await generate(join(parent, 'link'), [file('src/a.ts', 'x\n')]);
    assert.equal(directory, await realpath(join(parent, 'real')));
    assert.equal((await readTree(parent))['real/src/a.ts'], 'x\n');
  });
});

await suite('origins that receive credentials', { concurrency: true }, () => {
  const to = (...credentialOrigins: readonly string[]) => ({
    header: { ...header, credentialOrigins },
  });
  const [a, b] = ['https://a.example', 'https://b.example:8443'];
  const template = 'https://{region}.example';

  test('are all accepted by the first generation, and a new one only by name', async () => {
    const folder = await temporaryFolder();
    await generate(folder, [], to(a));
    const before = await readTree(folder);
    const message = await rejectsWith('MG407', generate(folder, [], to(a, b, template)));
    assert.ok(message.includes(b) && message.includes(template) && !message.includes(a));
    await rejectsWith('MG407', generate(folder, [], { ...to(a, b, template), acceptOrigins: [b] }));
    assert.deepEqual(await readTree(folder), before);
    await generate(folder, [], { ...to(a, b, template), acceptOrigins: [`${b}/v1`, template] });
    await generate(folder, [], to(a, b, template));
  });

  test('that are dropped must be accepted anew', async () => {
    const folder = await temporaryFolder();
    await generate(folder, [], to(a, b));
    await generate(folder, [], to(a));
    await rejectsWith('MG407', generate(folder, [], to(a, b)));
  });
});
