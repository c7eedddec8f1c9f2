import type { Tool } from '../../src/runtime/tool.js';
import { groups } from '../cases/index.js';
import type { ContractCase } from './case.js';
import { hasCredentials } from './credentials.js';
import { allTools } from './tables.js';

/** A case with the tool that it calls. */
export interface ToolCase extends ContractCase {
  readonly called: Tool;
}

/** The cases of a group of tools. */
export interface ToolCases {
  readonly name: string;
  readonly cases: readonly ToolCase[];
}

/** Every case for which the tests have credentials, grouped as the tools are. */
export async function caseGroups(): Promise<readonly ToolCases[]> {
  const tools = new Map((await allTools()).map((tool) => [tool.name, tool]));
  const withTool = (contract: ContractCase): readonly ToolCase[] => {
    const called = tools.get(contract.tool);
    if (called === undefined) throw new Error(`There is no tool ${contract.tool}`);
    return hasCredentials(called) ? [{ ...contract, called }] : [];
  };
  return Promise.all(
    groups.map(async ({ name, load }) => {
      const { cases } = await load();
      return { name, cases: cases.flatMap(withTool) };
    }),
  );
}

/** The cases of the tools that are listed; the others are read as resources. */
export async function toolCases(): Promise<readonly ToolCase[]> {
  const all = (await caseGroups()).flatMap(({ cases }) => cases);
  return all.filter(({ called }) => !called.resourceOnly);
}
