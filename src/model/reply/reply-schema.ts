import type { OutputSchema } from '../../../templates/rooms/core/src/runtime/tool.js';
import { mediaKind, readContent } from '../media-type.js';
import type { Component, JsonSchema } from '../model.js';
import { isObject, objectField, type JsonObject } from '../node.js';
import type { Operation } from '../operation.js';
import { pointerTo, type Resolver } from '../reference.js';
import { createRelaxation } from './relaxed-schema.js';
import { successStatuses } from './responses.js';
import { unique } from '../schema/component-names.js';
import { buildInputSchema, type Argument } from '../schema/input-schema.js';
import { jsonBytes } from '../schema/size.js';
import { createSchemaTranslator } from '../schema/translator.js';
import { typeKeyword, typesOf } from '../schema/type.js';

/** Bytes of JSON that an output schema may have: it is paid for in every list. */
const replyBudget = 2_048;

/** What stands for the values of a map among its properties. */
const restName = '*';

/** Output schemas of tools. */
export interface ReplySchemas {
  /**
   * The schema of an operation's successful JSON replies, relaxed so that real ones pass, of at most 2 KiB; undefined
   * if the description says nothing of their structure. `{}` always passes. A reply that is no object stands in its
   * property `result`.
   */
  readonly schemaOf: (operation: Operation) => OutputSchema | undefined;
  /** Components in their relaxed form, by names that are not among `taken`. */
  readonly components: (taken: readonly Component[]) => readonly Component[];
}

/** Reads the replies of one document. Nothing is reported: what a relaxed schema loses was not to be checked. */
export function createReplySchemas(document: JsonObject, resolve: Resolver): ReplySchemas {
  const translator = createSchemaTranslator(document, () => undefined, 'reply');
  const { relax, either, resolve: resolveDefinition } = createRelaxation(translator.definitions);
  const definitions = new Map<string, JsonSchema>();

  const replyOf = (operation: Operation): JsonSchema | undefined => {
    const schemas = jsonSchemas(operation, resolve).map(({ schema, pointer }) =>
      relax(translator.translate(schema, pointer)),
    );
    for (const [name, definition] of translator.definitions) {
      if (!definitions.has(name)) definitions.set(name, relax(definition));
    }
    const [first, ...others] = new Set(schemas);
    return first && resolveDefinition(others.reduce(either, first));
  };

  return {
    schemaOf: (operation) => {
      const reply = operation.method === 'HEAD' ? undefined : replyOf(operation);
      if (reply === undefined) return undefined;
      const args = [...partsOf(reply)].map(([name, schema]) => ({ name, schema, required: false }));
      return args.length === 0 ? undefined : withinBudget(args, definitions);
    },
    components: (taken) => {
      const names = new Set(taken.map(({ name }) => name.toLowerCase()));
      return translator.components().map(({ name, schema }) => ({
        name: unique(`${name}Reply`, names),
        schema: relax(schema),
      }));
    },
  };
}

/** The schemas of the JSON that successful replies hold. */
function jsonSchemas(
  operation: Operation,
  resolve: Resolver,
): readonly { readonly schema: unknown; readonly pointer: string }[] {
  const responses = objectField(operation.node, 'responses') ?? {};
  return successStatuses(responses).flatMap((status) => {
    const response = resolve(responses[status], pointerTo(operation.pointer, 'responses', status));
    const content = readContent(objectField(response?.value, 'content') ?? {});
    const json = content.find(({ name }) => mediaKind(name) === 'json');
    if (response === undefined || json?.node['schema'] === undefined) return [];
    const pointer = pointerTo(response.pointer, 'content', json.key, 'schema');
    return [{ schema: json.node['schema'], pointer }];
  });
}

/** The properties of `structuredContent`: those of a reply that is an object, and the reply that is none. */
function partsOf(reply: JsonSchema): ReadonlyMap<string, JsonSchema> {
  const { additionalProperties: rest, items, description } = reply;
  const types = typesOf(reply['type']) ?? (isObject(reply['properties']) ? ['object'] : []);
  const others = types.filter((type) => type !== 'object' && type !== 'null');
  const parts = new Map<string, JsonSchema>();
  for (const [name, part] of Object.entries(objectField(reply, 'properties') ?? {})) {
    if (isObject(part)) parts.set(name, part);
  }
  if (isObject(rest) && !parts.has(restName)) parts.set(restName, rest);
  if (others.length > 0 && !parts.has('result')) {
    const described = parts.size === 0 && description !== undefined && { description };
    const type = typeKeyword([...others, 'null']);
    parts.set('result', { type, ...described, ...(items !== undefined && { items }) });
  }
  return parts;
}

/** Parts collapse as in input schemas; of parts whose bare names and types exceed the budget the last are left out. */
function withinBudget(
  args: readonly Argument[],
  definitions: ReadonlyMap<string, JsonSchema>,
): OutputSchema {
  const { properties = {}, $defs } = buildInputSchema(args, definitions, replyBudget).inputSchema;
  let bytes = jsonBytes({ type: 'object', properties: {}, $defs: $defs ?? {} });
  const kept = Object.entries(properties).filter(([name, schema]) => {
    bytes += jsonBytes(name) + jsonBytes(schema) + 2;
    return bytes <= replyBudget;
  });
  const { [restName]: rest, ...named } = Object.fromEntries(kept);
  return {
    type: 'object',
    ...(Object.keys(named).length > 0 && { properties: named }),
    ...(rest !== undefined && { additionalProperties: rest }),
    ...($defs !== undefined && { $defs }),
  };
}
