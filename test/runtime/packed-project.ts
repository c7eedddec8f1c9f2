import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { RoomName } from '../../src/rooms.js';
import { run } from '../support/run.js';
import { createWorkspace } from '../support/workspace.js';
import { buildSampleProject } from './sample-project.js';

/** A built server in a folder without node_modules; `entry` is what starts it. */
export interface PackedProject extends AsyncDisposable {
  readonly entry: string;
}

/** The sample project with rooms, as an image would hold it. */
export async function buildPackedProject(
  rooms: readonly RoomName[],
  custom?: string,
): Promise<PackedProject> {
  await using source = await createWorkspace();
  await buildSampleProject(source.directory, custom, rooms);
  const image = await createWorkspace();
  const packed = await run(process.execPath, ['scripts/pack.mjs', image.directory], {
    cwd: source.directory,
  });
  assert.equal(packed.code, 0, packed.stderr);
  return {
    entry: join(image.directory, 'dist/index.js'),
    [Symbol.asyncDispose]: () => image[Symbol.asyncDispose](),
  };
}
