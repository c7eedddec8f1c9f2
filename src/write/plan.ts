import type { Diagnostic } from '../diagnostics.js';
import type { OutputFile } from '../emit/output-file.js';
import { forEachConcurrently } from './concurrency.js';
import { decideProject } from './decide-project.js';
import type { Outcome } from './decision.js';
import { createDiskReader, hashOf, type DiskFile } from './disk-file.js';
import { explainErrno } from './file-error.js';
import { manifestPath, type ManifestHeader } from './manifest.js';
import { checkOrigins } from './origins.js';
import type { ExistingProject } from './project.js';
import { assertProjectPaths } from './project-path.js';
import { checkEntry, refuseFiles, type RefusedFile } from './refusal.js';

/** One file to write or to delete, and why. `before` is the hash of what stands there now. */
export type Change = { readonly path: string; readonly reason: string } & (
  | { readonly action: 'create'; readonly content: string }
  | { readonly action: 'update'; readonly content: string; readonly before: string }
  | { readonly action: 'delete'; readonly before: string }
);

/** What a run would do to a project; without changes there is nothing to do. */
export interface Plan {
  readonly directory: string;
  /** Sorted by path, the manifest last. */
  readonly changes: readonly Change[];
  /** How many files stay as they are. */
  readonly unchanged: number;
  /** What was left alone and why: infos and warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanOptions {
  /** Overwrite generated files that were edited by hand or that stand in the way. */
  readonly force: boolean;
  /** Enter a folder that mcp-gen did not write. */
  readonly adopt: boolean;
  /** Origins that may newly receive credentials. */
  readonly acceptOrigins: readonly string[];
}

/**
 * Compares what was generated with what is on the disk, by ownership; writes nothing. Refusals are an `InputError`:
 * a foreign folder, files edited by hand or in the way, an origin that is not accepted, an interrupted run.
 */
export async function planChanges(
  project: ExistingProject,
  files: readonly OutputFile[],
  header: ManifestHeader,
  options: PlanOptions,
): Promise<Plan> {
  const previous = project.state === 'ours' ? project.manifest : undefined;
  const written = [...files.map(({ path }) => path), manifestPath];
  assertProjectPaths(written);
  checkEntry(project, options.adopt);
  if (previous !== undefined) {
    checkOrigins(previous.credentialOrigins, header.credentialOrigins, options.acceptOrigins);
  }
  const paths = new Set([...written, ...Object.keys(previous?.files ?? {})]);
  const disk = await explainErrno(() => readDisk(project, [...paths]));
  const adopting = project.state === 'foreign';
  const { outcomes, diagnostics } = decideProject(files, header, previous, disk, {
    force: options.force,
    adopting,
  });
  refuseFiles(listRefusals(outcomes));
  return {
    directory: project.directory,
    changes: listChanges(outcomes, disk),
    unchanged: [...outcomes.values()].filter(({ action }) => action === 'keep').length,
    diagnostics,
  };
}

async function readDisk(
  project: ExistingProject,
  paths: readonly string[],
): Promise<ReadonlyMap<string, DiskFile>> {
  const disk = new Map<string, DiskFile>();
  if (project.state === 'absent') return disk;
  const read = createDiskReader(project.directory);
  await forEachConcurrently(paths, async (path) => {
    disk.set(path, await read(path));
  });
  return disk;
}

function listRefusals(outcomes: ReadonlyMap<string, Outcome>): readonly RefusedFile[] {
  return [...outcomes].flatMap(([path, outcome]) =>
    outcome.action === 'refuse' ? [{ ...outcome, path }] : [],
  );
}

function listChanges(
  outcomes: ReadonlyMap<string, Outcome>,
  disk: ReadonlyMap<string, DiskFile>,
): readonly Change[] {
  const changes: Change[] = [];
  for (const [path, outcome] of outcomes) {
    if (outcome.action !== 'write' && outcome.action !== 'delete') continue;
    const before = hashOf(disk.get(path));
    const { reason } = outcome;
    if (outcome.action === 'delete') {
      if (before !== undefined) changes.push({ path, action: 'delete', reason, before });
    } else if (before === undefined) {
      changes.push({ path, action: 'create', reason, content: outcome.content });
    } else {
      changes.push({ path, action: 'update', reason, content: outcome.content, before });
    }
  }
  return changes;
}
