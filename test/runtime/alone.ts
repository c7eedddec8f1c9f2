import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoomName } from '../../src/rooms.js';
import { buildSampleProject } from './sample-project.js';

/** Builds a project with these rooms, and takes what was built away from its packages; gives the file that runs. */
export async function buildAlone(
  directory: string,
  rooms: readonly RoomName[],
  custom?: string,
): Promise<string> {
  const [project, alone] = [join(directory, 'project'), join(directory, 'alone')];
  await mkdir(project);
  await buildSampleProject(project, custom, rooms);
  await cp(join(project, 'dist'), join(alone, 'dist'), { recursive: true });
  await writeFile(join(alone, 'package.json'), '{ "type": "module" }');
  return join(alone, 'dist/index.js');
}
