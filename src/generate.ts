import { compareDiagnostics, InputError, type Diagnostic } from './diagnostics.js';
import { emitProject, prepareEmitter } from './emit/emit-project.js';
import { startSyntaxCheck } from './emit/syntax-check.js';
import type { Source } from './load/load-source.js';
import { makeCases } from './model/cases/make-cases.js';
import { loadSampler } from './model/cases/sampler.js';
import type { ServerModel } from './model/model.js';
import { checkTokens } from './model/token-budget.js';
import { listedTools, measureToolList, type ToolListSize } from './model/tool-list.js';
import type { GenerateOptions } from './options.js';
import { generatorVersion } from './package.js';
import { locateAll, readModel } from './read-model.js';
import { shownTools, type ShownTools } from './search/shown-tools.js';
import { startStopwatch, type Stage } from './stopwatch.js';
import { manifestHeader } from './write/manifest-header.js';
import { planChanges, type Change } from './write/plan.js';
import { writeProject } from './write/write-project.js';

export interface GenerateResult {
  /** The project's folder, absolute. */
  readonly directory: string;
  readonly source: Pick<Source, 'label' | 'digest'>;
  readonly model: ServerModel;
  /** Every tool. */
  readonly toolList: ToolListSize;
  /** What clients get unless the environment of the server says otherwise. */
  readonly shown: ToolListSize & Pick<ShownTools, 'surface'>;
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
  await using syntax = startSyntaxCheck();
  const preparing = prepareEmitter();
  const sampler = loadSampler();
  const writes = !options.check && !options.dryRun;
  const { source, settings, project, model, found } = await readModel(
    options,
    writes,
    stopwatch.enter,
  );
  const findings = [...found];
  const shown = shownTools(model);
  if (settings.maxTokens !== undefined) await checkTokens(shown.tools, settings.maxTokens);

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
    toolList: measureToolList(listedTools(model)),
    shown: { surface: shown.surface, ...measureToolList(shown.tools) },
    changes: plan.changes,
    unchanged: plan.unchanged,
    written,
    diagnostics,
    timings: stopwatch.stop(),
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
