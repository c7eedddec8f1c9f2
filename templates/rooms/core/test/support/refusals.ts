import type { Arguments } from '../../src/runtime/custom.js';
import type { JsonSchema } from '../../src/runtime/tool.js';
import type { ToolCase } from './cases.js';

/** Arguments that a tool refuses, and the one that the refusal must name. */
export interface Refusal {
  readonly name: string;
  readonly arguments: Arguments;
}

/** By what is wrong with them; undefined if a tool has no argument to do it wrong with. */
export const refusals: Readonly<Record<string, (contract: ToolCase) => Refusal | undefined>> = {
  'an unknown argument': ({ arguments: args }) => ({
    name: 'no such argument',
    arguments: { ...args, 'no such argument': 1 },
  }),
  'a missing argument': ({ arguments: args, called: { inputSchema } }) => {
    const name = inputSchema.required?.[0];
    if (name === undefined) return undefined;
    const others = Object.entries(args).filter(([other]) => other !== name);
    return { name, arguments: Object.fromEntries(others) };
  },
  'an argument of the wrong type': ({ arguments: args, called: { inputSchema } }) => {
    for (const [name, schema] of Object.entries(inputSchema.properties ?? {})) {
      const value = misfit(schema);
      if (value !== undefined) return { name, arguments: { ...args, [name]: value } };
    }
    return undefined;
  },
};

/** A value of a type that a schema does not have; undefined if it may have any. */
function misfit({ type }: JsonSchema): unknown {
  const types = [type].flat();
  if (type === undefined) return undefined;
  if (!types.includes('object')) return { unexpected: true };
  if (!types.includes('boolean')) return true;
  return types.includes('array') ? undefined : ['unexpected'];
}
