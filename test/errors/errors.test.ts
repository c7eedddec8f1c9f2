import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../support/run.js';
import { createWorkspace, repository } from '../support/workspace.js';

const cli = ['--import', 'tsx', join(repository, 'src/cli.ts')];
const folder = join(repository, 'fixtures/errors');
const update = process.env['UPDATE'] !== undefined;

/** Each folder holds one bad `source.*` or `mcp-gen.config.yaml` and the message that it must get. */
describe('fixtures/errors', async () => {
  for (const name of (await readdir(folder)).sort()) {
    it(`refuses ${name} with one clear message and writes nothing`, async () => {
      await using workspace = await createWorkspace();
      const cwd = join(folder, name);
      const source = (await readdir(cwd)).filter((file) => file.startsWith('source.'));
      const args = [...cli, ...source, '-o', join(workspace.directory, 'out')];
      const { code, stdout, stderr } = await run(process.execPath, args, { cwd });
      assert.equal(code, 1, stderr);
      assert.equal(stdout, '');
      assert.deepEqual(await readdir(workspace.directory), []);
      const expected = join(cwd, 'expected.txt');
      if (update) await writeFile(expected, stderr);
      assert.equal(stderr, await readFile(expected, 'utf8'));
    });
  }
});
