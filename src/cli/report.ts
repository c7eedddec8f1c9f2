import type { InputError } from '../diagnostics.js';
import type { GenerateResult } from '../generate.js';
import type { ListResult } from '../list.js';

/** The whole report of a run for machines: one JSON object and a newline. */
export function reportJson(result: GenerateResult): string {
  const { directory, source, model, toolList, shown, changes } = result;
  const { unchanged, written, diagnostics, timings } = result;
  return print({
    ok: true,
    name: model.name,
    directory,
    source: { label: source.label, digest: source.digest },
    counts: model.counts,
    toolList,
    shown,
    tools: model.groups.flatMap(({ tools }) => tools.map(({ name }) => name)),
    resources: model.resources.map(({ uri }) => uri),
    environment: model.environment,
    changes,
    unchanged,
    written,
    diagnostics,
    timings,
  });
}

/** The tools of a source for machines. */
export function listJson(result: ListResult): string {
  return print({ ok: true, ...result });
}

/** The report of a run that the input or a check ended. */
export function failureJson({ diagnostics }: InputError): string {
  return print({ ok: false, diagnostics });
}

function print(report: unknown): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
