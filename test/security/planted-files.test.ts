import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { generate } from '../../src/index.js';
import { contentHash } from '../../src/write/content-hash.js';
import { recoverProject } from '../../src/write/write-project.js';
import { generateFixture, readFixture, readTree } from '../support/fixture.js';
import { createWorkspace } from '../support/workspace.js';
import { rejectsWith } from '../write/generation.js';

/** A checkout of somebody else may hold any file, also those that a run leaves behind when it is killed. */
describe('a planted work folder', () => {
  async function plant(workspace: string, work: Readonly<Record<string, string>>): Promise<string> {
    await mkdir(join(workspace, 'outside/empty'), { recursive: true });
    await writeFile(join(workspace, 'outside/precious'), 'precious');
    const project = join(workspace, 'project');
    await mkdir(join(project, '.mcp-gen'), { recursive: true });
    await writeFile(join(project, 'a.txt'), 'payload');
    for (const [name, content] of Object.entries(work)) {
      const place = join(project, '.mcp-gen', name);
      if (content === 'FOLDER') await mkdir(place);
      else if (content.startsWith('->')) await symlink(content.slice(2), place);
      else await writeFile(place, content);
    }
    return project;
  }

  const journal = (parts: object): string =>
    JSON.stringify({ formatVersion: 1, folders: [], entries: [], ...parts });
  const before = contentHash('payload');

  it('does not have a lock written through a link', async () => {
    await using workspace = await createWorkspace();
    const lock = `lock-${process.pid}`;
    const project = await plant(workspace.directory, { [lock]: '->../../outside/precious' });
    assert.equal(await recoverProject(project), 'nothing');
    const precious = await readFile(join(workspace.directory, 'outside/precious'), 'utf8');
    assert.equal(precious, 'precious');
  });

  for (const [name, work] of [
    ['old', { old: '->../../outside', new: 'FOLDER' }],
    ['new', { old: 'FOLDER', new: '->../../outside' }],
  ] as const) {
    it(`does not have files moved through the link ${name}`, async () => {
      await using workspace = await createWorkspace();
      const entries = [{ path: 'a.txt', before }];
      const project = await plant(workspace.directory, {
        ...work,
        'journal.json': journal({ entries }),
      });
      await rejectsWith('MG408', recoverProject(project));
      const outside = await readdir(join(workspace.directory, 'outside'));
      assert.deepEqual(outside.sort(), ['empty', 'precious']);
      assert.equal(await readFile(join(project, 'a.txt'), 'utf8'), 'payload');
    });
  }

  it('does not have folders removed through a link', async () => {
    await using workspace = await createWorkspace();
    const project = await plant(workspace.directory, {
      old: 'FOLDER',
      new: 'FOLDER',
      // An entry that cannot be applied makes the run undo it.
      'journal.json': journal({
        folders: ['link', 'link/empty'],
        entries: [{ path: 'a.txt', before: contentHash('other') }],
      }),
    });
    await symlink('../outside', join(project, 'link'));
    assert.equal(await recoverProject(project), 'undone');
    const outside = await readdir(join(workspace.directory, 'outside'));
    assert.deepEqual(outside.sort(), ['empty', 'precious']);
  });
});

describe('a planted manifest', () => {
  const payload = "`${globalThis.PWNED=1}`'*/\n../../PWNED";

  interface Recorded {
    readonly pins: {
      readonly name: string;
      readonly tools: Readonly<Record<string, object>>;
      readonly environment: Readonly<Record<string, string>>;
    };
    readonly files: Readonly<Record<string, object>>;
  }

  async function withManifest(workspace: string, change: (manifest: Recorded) => object) {
    const fixture = await readFixture('petstore');
    const { directory } = await generateFixture(fixture, workspace);
    const path = join(directory, 'mcp-gen.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Recorded;
    await writeFile(path, JSON.stringify({ ...manifest, ...change(manifest) }));
    return { directory, again: () => generate({ cwd: directory }) };
  }

  it('pins no name that is none', async () => {
    await using workspace = await createWorkspace();
    const { directory, again } = await withManifest(workspace.directory, ({ pins }) => ({
      pins: {
        name: pins.name,
        uriScheme: 'javascript',
        tools: Object.fromEntries(
          Object.keys(pins.tools).map((key) => [
            key,
            { name: payload, group: payload, arguments: { 'path:petId': '__proto__', x: payload } },
          ]),
        ),
        environment: Object.fromEntries(
          Object.keys(pins.environment).map((key, index) => [
            key,
            index % 2 === 0 ? 'NODE_OPTIONS' : payload,
          ]),
        ),
      },
    }));
    const { model } = await again();
    assert.notEqual(model.uriScheme, 'javascript');
    for (const [path, content] of await readTree(directory)) {
      assert.doesNotMatch(path, /PWNED/);
      assert.doesNotMatch(content, /PWNED|NODE_OPTIONS=|"__proto__"/, path);
    }
    assert.deepEqual(await readdir(workspace.directory), ['petstore']);
  });

  const record = { ownership: 'generated', hash: contentHash('precious') };
  const refused: readonly (readonly [string, object])[] = [
    ['a path that climbs', { files: { '../../precious': record } }],
    ['an absolute path', { files: { '/etc/passwd': record } }],
    ['a path into .git', { files: { '.git/hooks/pre-commit': record } }],
    ['a format of no number', { formatVersion: '1' }],
    ['pins of another shape', { pins: { name: 1 } }],
  ];
  for (const [name, change] of refused) {
    it(`is refused for ${name}`, async () => {
      await using workspace = await createWorkspace();
      const { again } = await withManifest(workspace.directory, () => change);
      await rejectsWith('MG401', again());
    });
  }
});
