import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { ModelCases } from '../../src/model/cases/make-cases.js';
import type { ServerModel } from '../../src/model/model.js';
import type { Accuse } from './rules.js';

/** What holds for the cases of every project: its server takes their arguments. */
export function checkCases(
  { groups }: ServerModel,
  all: readonly ModelCases[],
  { ajv, accuse }: { readonly ajv: Ajv2020; readonly accuse: Accuse },
): void {
  const tools = new Map(groups.flatMap((group) => group.tools).map((tool) => [tool.name, tool]));
  for (const { tool: name, arguments: args } of all.flatMap(({ cases }) => cases)) {
    const tool = tools.get(name);
    if (tool === undefined) {
      accuse('case without tool', name);
      continue;
    }
    if (!ajv.validate(tool.inputSchema, args))
      accuse('case refused', `${name} ${ajv.errorsText()}`);
    ajv.removeSchema(tool.inputSchema);
  }
}
