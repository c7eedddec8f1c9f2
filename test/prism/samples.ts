import { loadSource } from '../../src/load/load-source.js';
import { buildModel } from '../../src/model/build-model.js';
import { loadSampler } from '../../src/model/cases/sampler.js';
import { makeCases } from '../../src/model/cases/make-cases.js';
import type { Tool } from '../../src/model/model.js';
import { resolveSettings } from '../../src/settings.js';

/** A call that a tool should take. */
export interface SampleCall {
  readonly tool: Tool;
  /** Method and path of its operation in the description. */
  readonly operation: string;
  /** Another operation has the same method and, but for the names of parameters and a fragment, the same path. */
  readonly hasTwin: boolean;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface SampleCalls {
  readonly calls: readonly SampleCall[];
  /** Tools of which no arguments could be made. */
  readonly missing: number;
}

/**
 * A call of every tool, made as the contract cases of a project are, but from schemas in full: one that is simplified
 * to stay within its budget lets values pass that the description does not.
 */
export async function sampleCalls(file: string): Promise<SampleCalls> {
  const settings = await resolveSettings({ source: file, output: `${file}.none` });
  const source = await loadSource(settings, () => undefined);
  const options = { ...settings, schemaBudget: Infinity };
  const model = buildModel(source.document, options, () => undefined);
  const groups = await makeCases(model, loadSampler(), () => undefined);
  const cases = new Map(
    groups.flatMap((group) => group.cases.map((each) => [each.tool, each.arguments] as const)),
  );
  const operations = new Map(
    Object.entries(model.pins.tools).map(([operation, { name }]) => [name, operation]),
  );
  const shapes = [...operations.values()].map(shapeOf);
  const tools = model.groups
    .flatMap((group) => group.tools)
    .filter(({ resourceOnly }) => resourceOnly !== true);
  const calls = tools.flatMap((tool) => {
    const args = cases.get(tool.name);
    const operation = operations.get(tool.name) ?? '';
    const hasTwin = shapes.filter((shape) => shape === shapeOf(operation)).length > 1;
    return args === undefined ? [] : [{ tool, operation, hasTwin, arguments: args }];
  });
  return { calls, missing: tools.length - calls.length };
}

function shapeOf(operation: string): string {
  return operation.replace(/#.*$/s, '').replace(/\{[^{}]*\}/g, '{}');
}
