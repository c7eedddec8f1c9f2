import { loadSampler } from '../../src/model/cases/sampler.js';
import { makeCases } from '../../src/model/cases/make-cases.js';
import type { Finding } from '../../src/diagnostics.js';
import { argumentProblems } from '../../templates/rooms/core/src/runtime/arguments.js';
import type { ContractCase } from '../../templates/rooms/core/test/support/case.js';
import { build } from '../model/build.js';

const sampler = loadSampler();

/** The cases of a document, and what was reported while they were made. */
export interface MadeCases {
  readonly cases: Readonly<Record<string, ContractCase>>;
  readonly findings: readonly Finding[];
}

/** Makes the cases of a 3.1 document by tool; a case that the server would refuse is an error. */
export async function casesOf(document: Readonly<Record<string, unknown>>): Promise<MadeCases> {
  const { model, tools } = build(document);
  const findings: Finding[] = [];
  const groups = await makeCases(model, sampler, (finding) => findings.push(finding));
  const cases = groups.flatMap((group) => group.cases);
  for (const { tool, arguments: args } of cases) {
    const schema = tools[tool]?.inputSchema ?? { type: 'object' };
    const problems = argumentProblems(schema, args);
    if (problems.length > 0) throw new Error(`${tool}: ${problems.join('; ')}`);
  }
  return { cases: Object.fromEntries(cases.map((each) => [each.tool, each])), findings };
}

/** The case of the only operation of a document, called `do_it`; undefined if it has none. */
export async function caseOf(
  path: string,
  operation: object,
  root: object = {},
): Promise<ContractCase | undefined> {
  const paths = { [path]: { post: { operationId: 'doIt', ...operation } } };
  const { cases } = await casesOf({ paths, ...root });
  return cases['do_it'];
}

/** The value made for an optional query parameter with a schema. */
export async function sampleOf(schema: unknown, root: object = {}): Promise<unknown> {
  const parameters = [{ name: 'value', in: 'query', schema }];
  return (await caseOf('/x', { parameters }, root))?.arguments['value'];
}
