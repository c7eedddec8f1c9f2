import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { shellWord } from '../../src/shell-word.js';
import { run } from '../support/run.js';
import { createWorkspace, repository } from '../support/workspace.js';

describe('the command line on a hostile description', () => {
  const generate = async (...flags: readonly string[]) => {
    await using workspace = await createWorkspace();
    const args = ['--import', 'tsx', join(repository, 'src/cli.ts'), 'openapi.json', ...flags];
    return await run(process.execPath, [...args, '-o', workspace.directory, '--dry-run'], {
      cwd: join(repository, 'fixtures/hostile'),
    });
  };

  it('prints nothing that a terminal obeys, nor lines that pass for its own', async () => {
    const { code, stdout, stderr } = await generate();
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stdout + stderr, /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    assert.match(stderr, /\\u\{1b\}\[2J/, 'what was there can be seen');
    for (const line of stderr.trimEnd().split('\n')) {
      assert.match(line, /^(openapi\.json:\d+:\d+ (warning|info) MG\d+: | {2}help: | {4})/);
    }
  });

  it('prints it to machines as it is', async () => {
    const { stdout } = await generate('--json');
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { message: string }[] };
    assert.ok(diagnostics.some(({ message }) => message.includes('\u001b[2J')));
  });

  it('quotes what is to be pasted into a shell', () => {
    assert.equal(shellWord('https://api.example.com:8443'), 'https://api.example.com:8443');
    for (const hostile of ['$(touch PWNED)', "'; touch PWNED; '", '`x`', 'a b', '{$IFS}', '']) {
      const printed = execFileSync('sh', ['-c', `printf %s ${shellWord(hostile)}`]);
      assert.equal(printed.toString(), hostile);
    }
  });
});
