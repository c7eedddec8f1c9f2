import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { format } from 'prettier';
import { repository } from '../support/workspace.js';
import { hostsText } from './host-text.js';

const file = join(repository, 'README.md');
const block = /(?<=<!-- hosts -->\n)[^]*?(?=<!-- \/hosts -->)/;

it('has in the README what is known of hosts, each fact with its source', async () => {
  const readme = await readFile(file, 'utf8');
  const expected = `\n${await format(hostsText(), { parser: 'markdown' })}\n`;
  if (process.env['UPDATE'])
    await writeFile(
      file,
      readme.replace(block, () => expected),
    );
  assert.equal(block.exec(await readFile(file, 'utf8'))?.[0], expected);
});
