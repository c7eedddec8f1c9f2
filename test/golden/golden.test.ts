import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { check } from 'prettier';
import { diagnosticText } from '../../src/cli/diagnostic-text.js';
import { styleFor } from '../../src/cli/style.js';
import { generate } from '../../src/index.js';
import { generateFixture, linkDependencies, readFixture, readTree } from '../support/fixture.js';
import { run } from '../support/run.js';
import { createWorkspace } from '../support/workspace.js';

const names = ['petstore', 'weather', 'swagger', 'recursion', 'auth', 'oddities', 'hostile'];

for (const name of names) {
  describe(`fixtures/${name}`, async () => {
    const fixture = await readFixture(name);
    const golden = join(fixture.directory, 'project');
    const expectedDiagnostics = join(fixture.directory, 'diagnostics.txt');

    it('generates the committed project', async () => {
      await using workspace = await createWorkspace();
      const { directory, diagnostics } = await generateFixture(fixture, workspace.directory);
      const said = diagnosticText(diagnostics, styleFor({ isTTY: false }));
      if (process.env['UPDATE']) {
        await rm(golden, { recursive: true, force: true });
        await cp(directory, golden, { recursive: true });
        await writeFile(expectedDiagnostics, said);
      }
      assert.equal(said, await readFile(expectedDiagnostics, 'utf8'));
      const [made, expected] = await Promise.all([readTree(directory), readTree(golden)]);
      assert.deepEqual([...made.keys()], [...expected.keys()]);
      for (const [path, content] of made) assert.equal(content, expected.get(path), path);
    });

    it('is up to date for --check', async () => {
      const { changes } = await generate({
        cwd: fixture.directory,
        output: 'project',
        check: true,
        ...fixture.options,
      });
      assert.deepEqual(changes, []);
    });

    it('reads as if prettier had formatted it', async () => {
      for (const [path, content] of await readTree(golden)) {
        if (!path.endsWith('.ts')) continue;
        const options = { filepath: path, printWidth: 100, singleQuote: true };
        assert.equal(await check(content, options), true, path);
      }
    });

    it('compiles, builds and passes its own tests', async () => {
      await using workspace = await createWorkspace();
      const { directory } = await generateFixture(fixture, workspace.directory);
      await linkDependencies(directory);
      const built = await run('npm', ['run', 'build'], { cwd: directory });
      assert.equal(built.code, 0, built.stdout + built.stderr);
      const tested = await run('npm', ['test'], { cwd: directory });
      assert.equal(tested.code, 0, tested.stdout + tested.stderr);
    });
  });
}
