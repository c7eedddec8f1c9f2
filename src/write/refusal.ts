import { InputError, type Diagnostic } from '../diagnostics.js';
import type { Refusal } from './decision.js';
import { workFolder } from './journal.js';
import type { ExistingProject } from './project.js';

/** A file that stops the run. */
export interface RefusedFile {
  readonly path: string;
  readonly refusal: Refusal;
  readonly flaw?: string;
}

/** Throws an `InputError` unless a run may enter the folder: it is new, empty, mcp-gen's or to be adopted. */
export function checkEntry(project: ExistingProject, adopt: boolean): void {
  if (project.interrupted) throw interruptedRun(project.directory);
  if (project.state !== 'foreign' || adopt) return;
  throw new InputError([
    {
      code: 'MG403',
      severity: 'error',
      message: `${project.directory} is not empty, and mcp-gen did not write it.`,
      help: 'Choose another folder with -o. To generate into this one, add --adopt: package.json is merged, and any other file in the way stops the run.',
    },
  ]);
}

/** The error of a folder whose last run was interrupted while it wrote. */
export function interruptedRun(directory: string): InputError {
  return new InputError([
    {
      code: 'MG408',
      severity: 'error',
      message: `An earlier run was interrupted while it wrote ${directory}.`,
      origin: { file: workFolder },
      help: 'Run mcp-gen without --check and --dry-run: it finishes that run or undoes it first.',
    },
  ]);
}

/** Throws one `InputError` with all files that stop the run, one diagnostic for each kind of refusal. */
export function refuseFiles(files: readonly RefusedFile[]): void {
  if (files.length === 0) return;
  const diagnostics = (['edited', 'occupied', 'blocked'] as const).flatMap((refusal) => {
    const refused = files.filter((file) => file.refusal === refusal);
    return refused.length === 0 ? [] : [describe(refusal, refused)];
  });
  throw new InputError(diagnostics);
}

function describe(refusal: Refusal, files: readonly RefusedFile[]): Diagnostic {
  const list = files.map(
    ({ path, flaw }) => `\n  ${path}${flaw === undefined ? '' : ` (${flaw})`}`,
  );
  switch (refusal) {
    case 'edited':
      return {
        code: 'MG405',
        severity: 'error',
        message: `Generated files were edited by hand:${list.join('')}`,
        help: 'Edits belong in src/custom/ (own tools, hooks) or in the source (names, descriptions). Restore the files, or add --force to overwrite the edits.',
      };
    case 'occupied':
      return {
        code: 'MG404',
        severity: 'error',
        message: `Files that mcp-gen did not write are in the way:${list.join('')}`,
        help: 'Move them away, or add --force: generated files are then overwritten, and scaffold stays as it is.',
      };
    case 'blocked':
      return {
        code: 'MG406',
        severity: 'error',
        message: `Places that cannot be written:${list.join('')}`,
        help: 'Remove what stands there, or generate into another folder.',
      };
  }
}
