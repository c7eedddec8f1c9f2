import { firstOf } from '../../templates/rooms/core/src/runtime/validation/problem.js';
import { validate as validateAsServer } from '../../templates/rooms/core/src/runtime/validation/validate.js';
import type { ModelCases } from '../../src/model/cases/make-cases.js';
import type { Tool } from '../../src/model/model.js';
import { firstError, type Compile } from './compile.js';
import { messageOf, type Accuse } from './rules.js';

/** What holds for the schemas and cases of every project: a schema compiles, and accepts the arguments of its case. */
export function checkCases(
  tools: readonly Tool[],
  groups: readonly ModelCases[],
  { compile, accuse }: { readonly compile: Compile; readonly accuse: Accuse },
): void {
  const cases = new Map(groups.flatMap(({ cases }) => cases).map((made) => [made.tool, made]));
  for (const { name, inputSchema } of tools) {
    const made = cases.get(name);
    cases.delete(name);
    const problems = made === undefined ? [] : validateAsServer(inputSchema, made.arguments);
    const [problem] = firstOf(problems);
    if (problem !== undefined)
      accuse('case refused by the server', `${name} ${problem.describe()}`);
    try {
      const validate = compile(inputSchema);
      if (made !== undefined && !validate(made.arguments))
        accuse('case refused', `${name} ${firstError(validate)}`);
    } catch (error) {
      accuse('schema does not compile', `${name} ${messageOf(error)}`);
    }
  }
  for (const name of cases.keys()) accuse('case without tool', name);
}
