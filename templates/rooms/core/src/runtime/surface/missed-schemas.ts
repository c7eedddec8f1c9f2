import type { Arguments } from '../custom.js';
import type { InputSchema } from '../tool.js';
import { firstOf, type Spot } from '../validation/problem.js';
import { validate } from '../validation/validate.js';

/** UTF-16 code units of all schemas that are shown. */
const MOST_SHOWN = 4_000;

/** The schemas of the arguments that `schema` has and that break it, a line each; '' if there are none. */
export function missedSchemas(schema: InputSchema, args: Arguments): string {
  const { properties = {} } = schema;
  const broken = firstOf(validate(schema, args));
  const names = new Set(broken.map(({ spot }) => String(argumentOf(spot))));
  const known = [...names].filter((name) => Object.hasOwn(properties, name));
  return cutLines(known.map((name) => `${name}: ${JSON.stringify(properties[name])}`));
}

/** The argument that holds a spot. */
function argumentOf({ parent, key }: Spot): Spot['key'] {
  return parent?.parent === undefined ? key : argumentOf(parent);
}

/** Whole lines, as many as may be shown. */
function cutLines(lines: readonly string[]): string {
  let length = 0;
  return lines.filter((line) => (length += line.length) <= MOST_SHOWN).join('\n');
}
