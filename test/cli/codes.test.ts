import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { diagnosticCodes } from '../../src/diagnostics.js';
import { repository } from '../support/workspace.js';

it('documents every diagnostic code, and has none that nothing reports', async () => {
  const source = join(repository, 'src');
  const paths = (await readdir(source, { recursive: true })).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('codes.ts'),
  );
  const texts = await Promise.all(paths.map((path) => readFile(join(source, path), 'utf8')));
  const reported = new Set(texts.join('\n').match(/\bMG\d{3}\b/g));
  assert.deepEqual([...reported].sort(), Object.keys(diagnosticCodes).sort());
  for (const [code, { title, cause, fix }] of Object.entries(diagnosticCodes)) {
    for (const text of [title, cause, fix]) assert.match(text, /^\S.{5,}$/s, code);
  }
});
