import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelCases } from '../model/cases/make-cases.js';
import type { ServerModel } from '../model/model.js';
import { templatesDirectory } from '../package.js';
import { roomFolders, type RoomName } from '../rooms.js';
import { caseFiles } from './case-files.js';
import type { OutputFile } from './output-file.js';
import { packageFiles, parseDependencies, type Dependencies } from './package-files.js';
import { parseLock, type Lock } from './package-lock.js';
import { createProse, type Prose } from './prose.js';
import { serverFiles } from './server-files.js';
import { readRoom, readScaffold } from './template-files.js';
import { toolFiles } from './tool-files.js';

/** What emitting needs besides the model. */
export interface Emitter {
  readonly prose: Prose;
  /** The files that every project has. */
  readonly files: readonly OutputFile[];
  /** The files of rooms. */
  readonly readRooms: (rooms: readonly RoomName[]) => Promise<readonly OutputFile[]>;
  readonly dependencies: Dependencies;
  readonly lock: Lock;
}

/** Reads the templates; worth starting while the source is being read. */
export async function prepareEmitter(): Promise<Emitter> {
  const read = (path: string) => readFile(join(templatesDirectory, path), 'utf8');
  const [prose, core, scaffold, dependencies, lock] = await Promise.all([
    createProse(join(templatesDirectory, 'prose')),
    readRoom(templatesDirectory, 'core'),
    readScaffold(templatesDirectory),
    read('package.json').then(parseDependencies),
    read('package-lock.json').then(parseLock),
  ]);
  return {
    ...{ prose, files: [...core, ...scaffold], dependencies, lock },
    readRooms: async (rooms) => {
      const read = roomFolders(rooms).map((folder) => readRoom(templatesDirectory, folder));
      return (await Promise.all(read)).flat();
    },
  };
}

/**
 * The files of the project, sorted by path; the same model makes the same bytes. `onSource` gets each file that is
 * TypeScript made of the model as soon as it is there; `cases` are asked for when the server's own are.
 */
export async function emitProject(
  model: ServerModel,
  cases: () => Promise<readonly ModelCases[]>,
  { prose, files, readRooms, dependencies, lock }: Emitter,
  onSource: (file: OutputFile) => void = () => undefined,
): Promise<readonly OutputFile[]> {
  const rooms = await readRooms(model.rooms);
  const copied = [...files, ...rooms];
  const sources: OutputFile[] = [];
  const emit = (files: Iterable<OutputFile>): void => {
    for (const file of files) {
      onSource(file);
      sources.push(file);
    }
  };
  emit(serverFiles(model, rooms));
  emit(toolFiles(model));
  emit(caseFiles(await cases()));
  const all = [
    ...copied,
    ...sources,
    // Files made of the model import only each other, and their texts may say `from 'anything'`.
    ...packageFiles(model, copied, dependencies, lock),
    ...prose(model),
  ];
  return all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
