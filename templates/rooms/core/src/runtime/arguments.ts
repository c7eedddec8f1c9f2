import type { Arguments } from './custom.js';
import { unsafeIntegers } from './request/unsafe-integers.js';
import type { InputSchema } from './tool.js';
import { cut, pointerOf } from './validation/problem.js';
import { validate } from './validation/validate.js';

const MOST_PROBLEMS = 20;
/** What follows walks through the arguments by recursion. */
const DEEPEST = 200;

/** What is wrong with arguments, each problem with its place and what was expected; empty if nothing is. */
export function argumentProblems(schema: InputSchema, args: Arguments): readonly string[] {
  if (!isShallow(args)) return [`the arguments: nested more than ${DEEPEST} levels deep`];
  const shown: string[] = [];
  let count = 0;
  const add = (place: string, describe: () => string): void => {
    count += 1;
    if (count <= MOST_PROBLEMS) shown.push(`${cut(place) || 'the arguments'}: ${describe()}`);
  };
  for (const { spot, describe } of validate(schema, args)) add(pointerOf(spot), describe);
  for (const place of unsafeIntegers(args, schema)) {
    add(place, () => 'an integer beyond 2^53 loses digits as a number; send it as a string');
  }
  return count > shown.length ? [...shown, `and ${count - shown.length} more`] : shown;
}

function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth < DEEPEST && Object.values(value).every((each) => isShallow(each, depth + 1));
}
