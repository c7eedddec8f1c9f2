import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { emitProject, prepareEmitter } from '../../src/emit/emit-project.js';
import { sampleModel } from '../emit/sample-model.js';
import { run } from '../support/run.js';
import { createWorkspace, repository } from '../support/workspace.js';
import { contentOf } from './files.js';

const rooms = ['kubernetes', 'legacy-sse', 'systemd', 'websocket'] as const;

describe('a project with further ways in, and files to deploy it', () => {
  it('has their pages, settings and packages, and passes its type check', async () => {
    const emitter = await prepareEmitter();
    const cases = () => Promise.resolve([]);
    const files = await emitProject({ ...sampleModel, rooms }, cases, emitter);
    const readme = contentOf(files, 'README.md');
    for (const room of rooms) {
      assert.match(contentOf(files, `docs/${room}.md`), /^# /);
      assert.ok(readme.includes(`(docs/${room}.md)`));
    }
    assert.equal(
      contentOf(files, 'src/rooms.ts').match(/^import \{ room as \w+ \}/gm)?.length,
      2,
      'only those with code run',
    );
    for (const name of ['MCP_WS_PATH', 'MCP_SSE_PATH']) {
      assert.ok(contentOf(files, '.env.example').includes(`# ${name}=`));
    }
    const manifest = contentOf(files, 'package.json');
    assert.match(manifest, /"ws": "8/);
    assert.match(manifest, /"@types\/ws": "8/);
    const plain = await emitProject(sampleModel, cases, emitter);
    assert.doesNotMatch(contentOf(plain, 'package.json'), /"ws"|@types\/ws/);

    await using workspace = await createWorkspace();
    const { directory: cwd } = workspace;
    for (const { path, content } of files) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), content);
    }
    const packages = join(repository, 'templates/node_modules');
    await symlink(packages, join(cwd, 'node_modules'), 'junction');
    const tsc = join(packages, 'typescript/bin/tsc');
    const { code, stdout } = await run(process.execPath, [tsc], { cwd });
    assert.equal(code, 0, stdout);
  });
});
