import type { ContractCase } from '../../../templates/rooms/core/test/support/case.js';
import type { Report } from '../../diagnostics.js';
import type { ServerModel, Tool, ToolExamples } from '../model.js';
import { createArgumentValues, type ArgumentValues } from './argument-values.js';
import { expectedRequest } from './expected-request.js';
import { optionalArguments } from './optional-arguments.js';
import type { Sampler } from './sampler.js';
import { createValuesOf } from './schema-values.js';

/** The contract cases of a group of tools. */
export interface ModelCases {
  /** The group's file. */
  readonly file: string;
  readonly cases: readonly ContractCase[];
}

const nothingShown: ToolExamples = { pointer: '', arguments: new Map() };

/**
 * A call of every tool with the request that it makes, for the tests of the project. The arguments are what the
 * source shows, else samples of their schemas; always the same. A tool without valid arguments is reported.
 */
export async function makeCases(
  { groups, examples }: Pick<ServerModel, 'groups' | 'examples'>,
  sampler: Sampler,
  report: Report,
): Promise<readonly ModelCases[]> {
  const valuesOf = createValuesOf(sampler);
  const all: ModelCases[] = [];
  for (const { file, tools } of groups) {
    const cases: ContractCase[] = [];
    for (const tool of tools) {
      const shown = examples.get(tool.name) ?? nothingShown;
      const values = createArgumentValues(tool, shown.arguments, valuesOf);
      const made = await makeCase(tool, values);
      if (made === undefined) reportMissing(tool, shown, report);
      else cases.push(made);
    }
    all.push({ file, cases });
  }
  return all;
}

/** With the first choice of arguments that makes a request. */
async function makeCase(
  tool: Tool,
  { sampled, shown }: ArgumentValues,
): Promise<ContractCase | undefined> {
  const { required = [] } = tool.inputSchema;
  const all = [...required, ...optionalArguments(tool, (name) => shown(name) !== undefined)];
  const preferred = (name: string) => shown(name) ?? sampled(name);
  for (const [names, valueOf] of [
    [all, preferred],
    [all, sampled],
    [required, preferred],
    [required, sampled],
  ] as const) {
    const given = names
      .map((name) => [name, valueOf(name)] as const)
      .filter(([, value]) => value !== undefined);
    const args = Object.fromEntries(given);
    if (!required.every((name) => Object.hasOwn(args, name))) continue;
    const request = await expectedRequest(tool, args);
    if (request !== undefined) return { tool: tool.name, arguments: args, request };
  }
  return undefined;
}

function reportMissing({ name }: Tool, { pointer }: ToolExamples, report: Report): void {
  report({
    code: 'MG240',
    severity: 'info',
    message: `The project has no contract case for ${name}: no valid arguments could be made.`,
    pointer,
  });
}
