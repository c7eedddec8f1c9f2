import { resolve } from 'node:path';
import { compareDiagnostics, InputError, type Diagnostic, type Finding } from './diagnostics.js';
import { emitProject, prepareEmitter } from './emit/emit-project.js';
import { startSyntaxCheck } from './emit/syntax-check.js';
import { loadSource, type Source } from './load/load-source.js';
import { resolveSettings, type Settings } from './settings.js';
import { makeCases } from './model/cases/make-cases.js';
import { loadSampler } from './model/cases/sampler.js';
import { buildModel } from './model/build-model.js';
import { serverName } from './model/naming/identity.js';
import type { ServerModel } from './model/model.js';
import { measureToolList, type ToolListSize } from './model/tool-list.js';
import type { GenerateOptions } from './options.js';
import { generatorVersion } from './package.js';
import { startStopwatch, type Stage } from './stopwatch.js';
import { manifestHeader } from './write/manifest-header.js';
import { planChanges, type Change } from './write/plan.js';
import { readProject, type ExistingProject } from './write/project.js';
import { recoverProject, writeProject } from './write/write-project.js';

export interface GenerateResult {
  /** The project's folder, absolute. */
  readonly directory: string;
  readonly source: Pick<Source, 'label' | 'digest'>;
  readonly model: ServerModel;
  readonly toolList: ToolListSize;
  readonly changes: readonly Pick<Change, 'action' | 'path' | 'reason'>[];
  /** How many files stay as they are. */
  readonly unchanged: number;
  /** False if nothing was to be written: `check`, `dryRun`, or no change. */
  readonly written: boolean;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<Stage, number>>;
}

/**
 * Generates a project: source → model → files → disk. Rejects with an `InputError` if the source or a check
 * fails; the folder is then as it was.
 */
export async function generate(
  options: GenerateOptions = {},
  onStage: (stage: Stage) => void = () => undefined,
): Promise<GenerateResult> {
  const stopwatch = startStopwatch(onStage);
  stopwatch.enter('load');
  await using syntax = startSyntaxCheck();
  const preparing = prepareEmitter();
  const sampler = loadSampler();
  const writes = !options.check && !options.dryRun;
  if (writes) await recoverProject(resolve(options.cwd ?? '.', options.output ?? '.'));
  const asked = await resolveSettings(options);
  const findings: Finding[] = [];
  const source = await loadSource(asked, (finding) => findings.push(finding));

  stopwatch.enter('model');
  const project = await findProject(source, asked, writes);
  // The name in the source may have led to a project, and what that recorded counts as well.
  const settings = await resolveSettings({ ...options, output: project.directory });
  const model = modelOf(source, settings, project, findings);

  stopwatch.enter('emit');
  const cases = () => makeCases(model, sampler, (finding) => findings.push(finding));
  const files = await emitProject(model, cases, await preparing, syntax.add);

  stopwatch.enter('write');
  const header = manifestHeader(generatorVersion, project.directory, source, settings, model);
  const planning = Promise.all([planChanges(project, files, header, settings), syntax.finish()]);
  const located = locateAll(findings, source);
  const [plan] = await planning;
  const diagnostics = [...located, ...plan.diagnostics].toSorted(compareDiagnostics);
  if (settings.strict) refuseWarnings(diagnostics);
  if (settings.check) refuseChanges(plan.changes);
  const written = writes && plan.changes.length > 0;
  if (written) await writeProject(plan);
  return {
    directory: project.directory,
    source,
    model,
    toolList: measureToolList(model),
    changes: plan.changes,
    unchanged: plan.unchanged,
    written,
    diagnostics,
    timings: stopwatch.stop(),
  };
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

function locateAll(
  findings: readonly (Finding | Diagnostic)[],
  source: Source,
): readonly Diagnostic[] {
  return findings.map((finding) => locate(finding, source));
}

/** Turns the pointer of a finding into file, line and column. */
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

function refuseWarnings(diagnostics: readonly Diagnostic[]): void {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return;
  throw new InputError(warnings.map((warning) => ({ ...warning, severity: 'error' })));
}

function refuseChanges(changes: readonly Change[]): void {
  if (changes.length === 0) return;
  throw new InputError(
    changes.map(({ action, path, reason }) => ({
      code: 'MG417',
      severity: 'error',
      message: `A run would ${action} it: ${reason}.`,
      origin: { file: path },
    })),
  );
}
