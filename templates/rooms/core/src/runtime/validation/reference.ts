import { ToolError } from '../tool-error.js';
import type { JsonSchema } from '../tool.js';
import { firstOf, type Problem, type Rule } from './problem.js';

const DEEPEST = 500;

/**
 * The rule for `$ref` in a schema: a JSON pointer into it. What a schema finds in a value is remembered, since
 * alternatives that refer to each other would ask again and again. JSON Schema 2020-12 core, section 8.2.3.1.
 */
export function createReferenceRule(root: JsonSchema): Rule {
  const known = new Map<unknown, WeakMap<object, readonly Problem[]>>();
  return (reference, spot, _, check) => {
    const schema = resolve(root, String(reference));
    const below = { ...spot, depth: spot.depth + 1 };
    if (below.depth > DEEPEST) throw new ToolError('The arguments are nested too deeply.');
    if (typeof spot.value !== 'object' || spot.value === null) return check(schema, below);
    const found = known.get(schema) ?? new WeakMap<object, readonly Problem[]>();
    known.set(schema, found);
    const problems = found.get(spot.value) ?? firstOf(check(schema, below));
    found.set(spot.value, problems);
    return problems;
  };
}

/** RFC 6901, sections 4 and 6. */
export function resolve(root: JsonSchema, reference: string): unknown {
  const steps = reference.startsWith('#') ? reference.slice(1).split('/').slice(1) : [];
  const isPointer = reference === ['#', ...steps].join('/');
  let found: unknown = isPointer ? root : undefined;
  for (const step of steps) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    found = isNested(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  if (found === undefined) throw new Error(`The schema has no ${reference}`);
  return found;
}

function isNested(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
