import { isObject } from '../validation/problem.js';
import { callClasses } from './surface-names.js';

/** The name of the tool that a request calls: its own, or the one that it has a call tool call. */
export function calledName(
  params: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  const { name, arguments: args } = params ?? {};
  const isByName = typeof name === 'string' && callClasses.has(name);
  const called = isByName && isObject(args) ? args['name'] : name;
  return typeof called === 'string' ? called : undefined;
}
