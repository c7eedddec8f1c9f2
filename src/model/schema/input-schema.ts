import type { InputSchema } from '../../../templates/rooms/core/src/runtime/tool.js';
import type { JsonSchema } from '../model.js';
import { compare } from '../node.js';
import { pointerTo } from '../reference.js';
import { saysNoMore } from './annotations.js';
import { collapse } from './collapse.js';
import { createOutline, type Outline } from './outline.js';
import { definitionNames, jsonBytes } from './size.js';
import type { Definitions } from './translator.js';

/** One argument of a tool: a property of its input schema. */
export interface Argument {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

export interface BudgetedInputSchema {
  readonly inputSchema: InputSchema;
  /** JSON pointers into `inputSchema` of the parts that became open to stay within the budget; sorted. */
  readonly collapsed: readonly string[];
}

/** Bytes of JSON that an input schema may have by default. */
export const defaultSchemaBudget = 8192;

/** Lengths of descriptions to try, one after the other, until every argument can be named within the budget. */
const descriptionLimits = [160, 60, 0] as const;

const outlines = new WeakMap<Definitions, readonly Outline[]>();

/**
 * The closed object schema of a tool's arguments, with the definitions it refers to. Beyond `budget` bytes of JSON
 * first descriptions are cut, then optional parts become open ones, the deepest first. Arguments are never left
 * out: only their names and types can exceed the budget.
 */
export function buildInputSchema(
  args: readonly Argument[],
  definitions: Definitions,
  budget: number = defaultSchemaBudget,
): BudgetedInputSchema {
  const entitled = args.map((argument) => ({ ...argument, schema: withoutIdleTitle(argument) }));
  const whole = wholeSchema(entitled, definitions, budget);
  if (whole !== undefined) return { inputSchema: whole, collapsed: [] };
  const roots = entitled.map(({ name, schema, required }) => ({
    schema,
    required,
    pointer: pointerTo('/properties', name),
  }));
  const frame =
    jsonBytes(
      assemble(
        args,
        args.map(() => ({})),
        {},
      ),
    ) -
    2 * args.length;
  let result: BudgetedInputSchema | undefined;
  for (const outline of outlinesFor(definitions)) {
    const part = collapse(roots, outline, definitions, budget - frame);
    const inputSchema = assemble(args, part.schemas, part.definitions);
    result = { inputSchema, collapsed: part.collapsed };
    if (part.bytes + frame <= budget) break;
  }
  return result ?? { inputSchema: assemble([], [], {}), collapsed: [] };
}

function outlinesFor(definitions: Definitions): readonly Outline[] {
  const known = outlines.get(definitions);
  if (known !== undefined) return known;
  const created = descriptionLimits.map((limit) => createOutline(definitions, limit));
  outlines.set(definitions, created);
  return created;
}

/** The input schema in full; undefined if it exceeds the budget. */
function wholeSchema(
  args: readonly Argument[],
  definitions: Definitions,
  budget: number,
): InputSchema | undefined {
  const schemas = args.map(({ schema }) => schema);
  const reached = new Map<string, JsonSchema>();
  let bytes = schemas.reduce((sum, schema) => sum + jsonBytes(schema), 0);
  const pending = schemas.flatMap((schema) => [...definitionNames(schema)]);
  for (const name of pending) {
    if (bytes > budget) return undefined;
    const definition = definitions.get(name);
    if (definition === undefined || reached.has(name)) continue;
    reached.set(name, definition);
    bytes += jsonBytes(definition);
    pending.push(...definitionNames(definition));
  }
  const entries = [...reached].sort(([left], [right]) => compare(left, right));
  const whole = assemble(args, schemas, Object.fromEntries(entries));
  return jsonBytes(whole) <= budget ? whole : undefined;
}

function assemble(
  args: readonly Argument[],
  schemas: readonly JsonSchema[],
  definitions: Readonly<Record<string, JsonSchema>>,
): InputSchema {
  const required = args.filter((argument) => argument.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(args.map(({ name }, index) => [name, schemas[index] ?? {}])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...(Object.keys(definitions).length > 0 && { $defs: definitions }),
  };
}

function withoutIdleTitle({ name, schema }: Argument): JsonSchema {
  const { title, ...rest } = schema;
  return typeof title === 'string' && saysNoMore(title, name) ? rest : schema;
}
