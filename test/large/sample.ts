import type { ContractCase } from '../../templates/rooms/core/test/support/case.js';
import { loadSource } from '../../src/load/load-source.js';
import { buildModel } from '../../src/model/build-model.js';
import { makeCases } from '../../src/model/cases/make-cases.js';
import { loadSampler } from '../../src/model/cases/sampler.js';
import type { ServerModel, Tool } from '../../src/model/model.js';
import { searchedText } from '../../src/search/searched-text.js';
import { pickSome, seededRandom } from '../corpus/random.js';

/** Some tools of an API, always the same. */
export interface Sample {
  readonly model: ServerModel;
  readonly tools: readonly SampledTool[];
}

export interface SampledTool {
  readonly tool: Tool;
  /** What it is searched by. */
  readonly summary: string;
  /** Names of the tools that have the very same summary. */
  readonly alike: ReadonlySet<string>;
  /** How it is called, and what that sends; absent if no arguments could be made. */
  readonly contract?: ContractCase;
}

const size = 500;

/** Reads a description as a generation without options does, and picks 500 of its tools. */
export async function readSample(file: string): Promise<Sample> {
  const source = await loadSource(
    { source: file, cwd: '/', allowRemoteRefs: [], sourceHeaders: {} },
    () => undefined,
  );
  const options = { resources: 'both', include: [], exclude: [], readOnly: false } as const;
  const model = buildModel(source.document, options, () => undefined);
  const all = model.groups.flatMap(({ tools }) => tools);
  const bySummary = new Map<string, Set<string>>();
  for (const tool of all) {
    const { summary } = searchedText(tool);
    bySummary.set(summary, (bySummary.get(summary) ?? new Set()).add(tool.name));
  }
  const picked = pickSome(all, size, seededRandom('large'));
  const groups = [{ file: 'sample', title: 'sample', tools: picked }];
  const [made] = await makeCases({ ...model, groups }, loadSampler(), () => undefined);
  const contracts = new Map(made?.cases.map((contract) => [contract.tool, contract]));
  return {
    model,
    tools: picked.map((tool) => {
      const { summary } = searchedText(tool);
      const contract = contracts.get(tool.name);
      const alike = bySummary.get(summary) ?? new Set();
      return { tool, summary, alike, ...(contract && { contract }) };
    }),
  };
}
