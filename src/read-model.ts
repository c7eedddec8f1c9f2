import { resolve } from 'node:path';
import { compareDiagnostics, InputError, type Diagnostic, type Finding } from './diagnostics.js';
import { loadSource, type Source } from './load/load-source.js';
import { buildModel } from './model/build-model.js';
import { checkLimits } from './model/hosts/check-limits.js';
import { objectionFindings, type Objection } from './model/hosts/objection.js';
import { serverName } from './model/naming/identity.js';
import type { ServerModel } from './model/model.js';
import type { GenerateOptions } from './options.js';
import { shownTools } from './search/shown-tools.js';
import { resolveSettings, type Settings } from './settings.js';
import type { Stage } from './stopwatch.js';
import { readProject, type ExistingProject } from './write/project.js';
import { recoverProject } from './write/write-project.js';

/** The model of a source, and what it was made with. */
export interface ReadModel {
  readonly source: Source;
  readonly settings: Settings;
  /** What stands where the project is or would be. */
  readonly project: ExistingProject;
  readonly model: ServerModel;
  /** What the hosts of the profiles refuse, leave out or cut; `found` has it too. */
  readonly objections: readonly Objection[];
  readonly found: readonly Finding[];
}

/**
 * The first half of a generation: source → model, with the names that the project has pinned. With `writes`, an
 * interrupted run is ended first; otherwise the disk stays as it is. Rejects with an `InputError` if the source fails.
 */
export async function readModel(
  options: GenerateOptions,
  writes: boolean,
  onStage: (stage: Stage) => void,
): Promise<ReadModel> {
  onStage('load');
  if (writes) await recoverProject(resolve(options.cwd ?? '.', options.output ?? '.'));
  const asked = await resolveSettings(options);
  const found: Finding[] = [];
  const source = await loadSource(asked, (finding) => found.push(finding));

  onStage('model');
  const project = await findProject(source, asked, writes);
  // The name in the source may have led to a project, and what that recorded counts as well.
  const settings = await resolveSettings({ ...options, output: project.directory });
  const model = modelOf(source, settings, project, found);
  const { tools } = shownTools(model);
  const surface = { name: 'tools/list', server: model.name, tools };
  const objections = checkLimits(surface, settings.profiles);
  found.push(...objectionFindings(objections));
  return { source, settings, project, model, objections, found };
}

/** The folder that the project has or will have; an interrupted run is ended first. */
async function findProject(
  { document }: Source,
  { cwd, output, name }: Settings,
  writes: boolean,
): Promise<ExistingProject> {
  const directory = resolve(cwd, output ?? `${name ?? serverName(document)}-mcp`);
  if (writes) await recoverProject(directory);
  return readProject(directory);
}

/** The model of a source; an error comes with what was found before it, which often explains it. */
function modelOf(
  source: Source,
  settings: Settings,
  project: ExistingProject,
  findings: Finding[],
): ServerModel {
  const options = {
    ...settings,
    ...(source.url !== undefined && { sourceUrl: source.url }),
    ...(project.state === 'ours' && { pins: project.manifest.pins }),
  };
  try {
    return buildModel(source.document, options, (finding) => findings.push(finding));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError([
      ...locateAll(error.diagnostics, source),
      ...locateAll(findings, source).toSorted(compareDiagnostics),
    ]);
  }
}

/** The findings as diagnostics: with file, line and column for their pointers. */
export function locateAll(
  findings: readonly (Finding | Diagnostic)[],
  source: Source,
): readonly Diagnostic[] {
  return findings.map((finding) => locate(finding, source));
}

function locate(finding: Finding | Diagnostic, source: Source): Diagnostic {
  const { code, severity, message, help } = finding;
  const pointer = 'pointer' in finding ? finding.pointer : undefined;
  return {
    code,
    severity,
    message,
    origin: source.locate(pointer ?? ''),
    ...(help !== undefined && { help }),
  };
}
