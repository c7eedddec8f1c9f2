import { lstat, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../diagnostics.js';
import { isErrno } from './file-error.js';
import { syncFolder } from './folder.js';
import { hashSchema, projectPathSchema } from './manifest.js';

/** The folder inside a project that holds a run's lock, journal and staged files while it writes. */
export const workFolder = '.mcp-gen';

const journalSchema = z
  .object({
    formatVersion: z.literal(1),
    folders: z.array(projectPathSchema).readonly(),
    entries: z
      .array(
        z
          .object({
            path: projectPathSchema,
            before: hashSchema.exactOptional(),
            after: hashSchema.exactOptional(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/**
 * What a run is about to do. From the moment it is on the disk, everything needed to finish is staged.
 * - `folders`: those to create, outer ones first.
 * - `entries`: the files, in order; `before` and `after` are hashes, and absent where the file is.
 */
export type Journal = z.infer<typeof journalSchema>;

/** Where a run keeps what it needs; files are named by their entry's index. */
interface WorkPlaces {
  readonly folder: string;
  readonly journal: string;
  /** New contents that wait. */
  readonly staged: string;
  /** Old contents that were moved out of the way. */
  readonly saved: string;
}

/** The places of a run in a project. */
export function workPlaces(directory: string): WorkPlaces {
  const folder = join(directory, workFolder);
  return {
    folder,
    journal: join(folder, 'journal.json'),
    staged: join(folder, 'new'),
    saved: join(folder, 'old'),
  };
}

/**
 * Whether a run has left something behind. A work folder that is no folder, or one in it that is none, is an
 * `InputError`: through a symbolic link files would be moved out of the project.
 */
export async function hasWorkFolder(directory: string): Promise<boolean> {
  const { folder, staged, saved } = workPlaces(directory);
  if (!(await isFolder(folder))) return false;
  await Promise.all([staged, saved].map(isFolder));
  return true;
}

async function isFolder(place: string): Promise<boolean> {
  try {
    if ((await lstat(place)).isDirectory()) return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
  throw brokenJournal('holds something else than folders in their places');
}

/** The open journal of a project, if there is one; an unreadable one is an `InputError`. */
export async function readJournal(directory: string): Promise<Journal | undefined> {
  if (!(await hasWorkFolder(directory))) return undefined;
  let json: string;
  try {
    json = await readFile(workPlaces(directory).journal, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
  const journal = journalSchema.safeParse(parseJson(json));
  if (journal.success) return journal.data;
  throw brokenJournal('holds a journal that cannot be read');
}

/** Opens the journal; it is whole on the disk, or not there. */
export async function writeJournal(directory: string, journal: Journal): Promise<void> {
  const places = workPlaces(directory);
  const draft = `${places.journal}.draft`;
  await writeDurably(draft, JSON.stringify(journal));
  await syncFolder(places.staged);
  await rename(draft, places.journal);
  await syncFolder(places.folder);
}

/** Closes the journal: what was staged or saved is of no use from now on. */
export async function closeJournal(directory: string): Promise<void> {
  const places = workPlaces(directory);
  await rm(places.journal, { force: true });
  await syncFolder(places.folder);
}

/** Drops what was staged or saved; only for a project without a journal. */
export async function clearStage(directory: string): Promise<void> {
  const { staged, saved, journal } = workPlaces(directory);
  for (const place of [staged, saved, `${journal}.draft`]) {
    await rm(place, { recursive: true, force: true });
  }
}

/** The indexes of the entries that have a file in one of the work places. */
export async function readIndexes(place: string): Promise<ReadonlySet<number>> {
  return new Set((await readdir(place)).map(Number));
}

/** Writes a file that survives a power cut. */
export async function writeDurably(place: string, text: string, mode?: number): Promise<void> {
  const handle = await open(place, 'wx');
  try {
    await handle.writeFile(text);
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function brokenJournal(reason: string): InputError {
  return new InputError([
    {
      code: 'MG408',
      severity: 'error',
      message: `${workFolder} ${reason}.`,
      origin: { file: workFolder },
      help: `Delete ${workFolder} and restore the project from version control.`,
    },
  ]);
}
