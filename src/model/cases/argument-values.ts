import type { ArgumentExamples, Tool } from '../model.js';
import { isObject } from '../node.js';
import type { SchemaValues, ValuesOf } from './schema-values.js';
import { isShort } from './short.js';

/** Values for the arguments of a tool that its server takes; undefined where there is none. */
export interface ArgumentValues {
  /** The first example in the source that is valid, if need be together with a sample. */
  readonly shown: (argument: string) => unknown;
  /** A value made from the schema. */
  readonly sampled: (argument: string) => unknown;
}

/** Finds the values of a tool's arguments as they are asked for. */
export function createArgumentValues(
  { inputSchema: { properties = {}, $defs } }: Tool,
  examples: ArgumentExamples,
  valuesOf: ValuesOf,
): ArgumentValues {
  const known = new Map<string, SchemaValues | undefined>();
  const definitions = isObject($defs) ? $defs : undefined;
  const values = (argument: string): SchemaValues | undefined => {
    if (known.has(argument)) return known.get(argument);
    const schema = Object.hasOwn(properties, argument) ? properties[argument] : undefined;
    const found = schema && valuesOf(schema, definitions);
    known.set(argument, found);
    return found;
  };
  const findShown = (argument: string): unknown => {
    const shown = (examples.get(argument) ?? []).filter(isShort);
    if (shown.length === 0 || properties[argument]?.['format'] === 'password') return undefined;
    const found = values(argument);
    if (found === undefined) return undefined;
    const valid = shown.find(found.accepts);
    if (valid !== undefined || !shown.some(isObject)) return valid;
    return shown.map((value) => completed(value, found.sample())).find(found.accepts);
  };
  const knownShown = new Map<string, unknown>();
  return {
    sampled: (argument) => values(argument)?.validSample(),
    shown: (argument) => {
      if (!knownShown.has(argument)) knownShown.set(argument, findShown(argument));
      return knownShown.get(argument);
    },
  };
}

/** An example of some properties with those that a sample has besides. */
function completed(example: unknown, sample: unknown): unknown {
  if (!isObject(example) || !isObject(sample)) return example;
  const names = [...new Set([...Object.keys(example), ...Object.keys(sample)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.hasOwn(example, name) ? completed(example[name], sample[name]) : sample[name],
    ]),
  );
}
