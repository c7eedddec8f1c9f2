import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { run } from '../support/run.js';
import { createWorkspace, repository } from '../support/workspace.js';

const cli = ['--import', import.meta.resolve('tsx'), join(repository, 'src/cli.ts')];
const petstore = join(repository, 'fixtures/petstore/openapi.yaml');

describe('the command', { concurrency: true }, () => {
  it('lists with --dry-run what it would write, and writes nothing', async () => {
    await using workspace = await createWorkspace();
    const { code, stdout } = await mcpGen(workspace.directory, petstore, '--dry-run');
    assert.equal(code, 0);
    assert.match(stdout, /^ +create src\/server\.ts: /m);
    assert.doesNotMatch(stdout, /^Next/m);
    assert.deepEqual(await readdir(workspace.directory), []);
  });

  it('says beside an error what was found before it, and with --quiet the error alone', async () => {
    await using workspace = await createWorkspace();
    const nothingLeft = [petstore, '--include', 'tag:pest'];
    const { code, stderr } = await mcpGen(workspace.directory, ...nothingLeft);
    assert.equal(code, 1);
    assert.match(stderr, /error MG232: Every operation /);
    assert.match(stderr, /warning MG\d+: .*tag:pest.*/);
    assert.match(stderr, /tag:pets/);
    const quiet = await mcpGen(workspace.directory, ...nothingLeft, '--quiet');
    assert.match(quiet.stderr, /error MG232/);
    assert.doesNotMatch(quiet.stderr, /warning/);
  });

  it('says what to type next as it can be typed', async () => {
    await using workspace = await createWorkspace();
    const first = await mcpGen(workspace.directory, petstore, '-o', 'my server');
    assert.match(first.stdout, /^ {2}cd 'my server'\n {2}npm ci && npm run build && npm test$/m);
    const inside = join(workspace.directory, 'my server');
    const second = await mcpGen(inside, '--read-only');
    assert.match(second.stdout, /^Next\n {2}npm ci/m);
  });

  it('ends in peace when its reader has seen enough', async () => {
    await using workspace = await createWorkspace();
    const child = spawn(process.execPath, [...cli, petstore, '-o', 'out', '--json'], {
      cwd: workspace.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')]);
    assert.deepEqual([stderr, child.exitCode], ['', 0]);
  });

  it('does not take a file for the folder of a project', async () => {
    await using workspace = await createWorkspace();
    await writeFile(join(workspace.directory, 'notes.txt'), '');
    const { code, stderr } = await mcpGen(workspace.directory, petstore, '-o', 'notes.txt');
    assert.equal(code, 1);
    assert.match(stderr, /error MG411: .*notes\.txt is no folder\./);
  });
});

function mcpGen(cwd: string, ...args: readonly string[]) {
  return run(process.execPath, [...cli, ...args], { cwd });
}
