import {
  ProtocolError,
  ProtocolErrorCode,
  type CompleteRequestParams,
  type CompleteResult,
} from '@modelcontextprotocol/server';
import type { Complete } from '../custom.js';
import type { Caller } from '../inbound/caller.js';
import type { Prompts } from '../prompts.js';
import type { Resources } from '../resources.js';
import type { InputSchema, JsonSchema } from '../tool.js';

/** Answers `completion/complete`. */
export type Completions = (
  params: CompleteRequestParams,
  caller: Caller,
) => Promise<CompleteResult>;

/** How a name's values are found; undefined if the name is unknown. */
export type Completer = (name: string) => Complete | undefined;

/** MCP, completion: no more values than these. */
const MOST_VALUES = 100;

/** @throws ProtocolError -32602 if there is no such prompt or template. An argument that takes anything has no values. */
export function createCompletions(resources: Resources, prompts: Prompts): Completions {
  return async ({ ref, argument, context }, caller) => {
    const completer =
      ref.type === 'ref/prompt'
        ? prompts.completer(ref.name, caller)
        : await resources.completer(ref.uri, caller);
    if (completer === undefined) {
      const what = ref.type === 'ref/prompt' ? `prompt: ${ref.name}` : `resource: ${ref.uri}`;
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown ${what}`);
    }
    const complete = completer(argument.name);
    const offered = (await complete?.(argument.value, context?.arguments ?? {})) ?? [];
    const begun = argument.value.toLowerCase();
    const fitting = offered.filter((value) => value.toLowerCase().startsWith(begun));
    const values = fitting.slice(0, MOST_VALUES);
    return {
      completion: { values, total: fitting.length, hasMore: fitting.length > values.length },
    };
  };
}

/** What custom code offers for a name. */
export function ownCompleter(
  complete: Readonly<Record<string, Complete>> | undefined,
  name: string,
): Complete | undefined {
  return complete !== undefined && Object.hasOwn(complete, name) ? complete[name] : undefined;
}

/** Offers always the same values. */
export function offering(values: readonly string[]): Complete {
  return () => values;
}

/** The values that the schema of a URI template's variable allows, as they stand in the URI; undefined if it takes any. */
export function schemaValues(schema: InputSchema, variable: string): readonly string[] | undefined {
  const { properties = {} } = schema;
  const name = Object.keys(properties).find((each) => each.replaceAll('-', '_') === variable);
  return name === undefined ? undefined : valuesOf(properties[name], schema, 0);
}

/** A chain of references that is longer goes in a circle. */
const DEEPEST_REFERENCE = 8;

function valuesOf(value: unknown, root: JsonSchema, depth: number): readonly string[] | undefined {
  if (!isSchema(value) || depth > DEEPEST_REFERENCE) return undefined;
  const { $ref: reference, enum: allowed, const: only, type, items, anyOf } = value;
  if (Array.isArray(anyOf)) return commonValues(anyOf, root, depth);
  if (typeof reference === 'string') return valuesOf(definition(reference, root), root, depth + 1);
  if (Array.isArray(allowed)) return allowed.flatMap((each) => asText(each));
  if (only !== undefined) return asText(only);
  if (type === 'boolean') return ['true', 'false'];
  return type === 'array' ? valuesOf(items, root, depth + 1) : undefined;
}

/** The values of all alternatives but null; undefined if one of them takes any. */
function commonValues(
  alternatives: readonly unknown[],
  root: JsonSchema,
  depth: number,
): readonly string[] | undefined {
  const telling = alternatives.filter((each) => !isSchema(each) || each['type'] !== 'null');
  const values = telling.map((each) => valuesOf(each, root, depth + 1) ?? null);
  return values.includes(null) ? undefined : values.flatMap((each) => each ?? []);
}

function definition(reference: string, { $defs }: JsonSchema): unknown {
  const name = /^#\/\$defs\/([^/]+)$/.exec(reference)?.[1];
  return name !== undefined && isSchema($defs) && Object.hasOwn($defs, name)
    ? $defs[name]
    : undefined;
}

function asText(value: unknown): readonly string[] {
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? [String(value)] : [];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
