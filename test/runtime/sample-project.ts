import assert from 'node:assert/strict';
import { cp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entryFiles } from '../../src/emit/entry-files.js';
import { roomFolders, type RoomName } from '../../src/rooms.js';
import { run } from '../support/run.js';
import { repository } from '../support/workspace.js';

/** A project made of the templates and of sample/, built by its own script. */
export async function buildSampleProject(
  directory: string,
  custom?: string,
  rooms: readonly RoomName[] = [],
): Promise<void> {
  // The sample goes first: its stand-ins for runtime and custom code give way to the real ones.
  const parts = ['test/runtime/sample', 'templates/rooms/core', 'templates/scaffold'];
  parts.push(...roomFolders(rooms).map((folder) => `templates/rooms/${folder}`));
  for (const part of parts) await cp(join(repository, part), directory, { recursive: true });
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  for (const { path, content } of entryFiles(rooms)) {
    await writeFile(join(directory, path), content);
  }
  if (custom !== undefined) await writeFile(join(directory, 'src/custom/index.ts'), custom);
  const packages = join(repository, 'templates/node_modules');
  await symlink(packages, join(directory, 'node_modules'), 'junction');
  const { code, stdout, stderr } = await run(process.execPath, ['scripts/build.mjs'], {
    cwd: directory,
  });
  assert.equal(code, 0, stdout + stderr);
}
