import { namesOf } from '../../templates/rooms/core/src/runtime/request/given.js';
import type { ServerModel, Tool } from '../../src/model/model.js';
import type { JsonObject, Place } from './document.js';
import type { SourceOperation } from './source-operation.js';

/** An operation and the tool that was made of it. */
export interface Pair {
  readonly operation: SourceOperation;
  readonly tool: Tool;
}

/** The pairs, and the operations that have no tool. */
export function pairOperations(
  operations: readonly SourceOperation[],
  model: ServerModel,
): { readonly pairs: readonly Pair[]; readonly orphans: readonly SourceOperation[] } {
  const tools = new Map(
    model.groups.flatMap((group) => group.tools.map((tool) => [tool.name, tool] as const)),
  );
  const found = operations.map((operation) => {
    const { method, path } = operation;
    const keys = [`${method} ${path}`, `${method} ${path.replace(/\{[^{}/?#]+\}/g, '{}')}`];
    const key = keys.find((candidate) => Object.hasOwn(model.pins.tools, candidate));
    const pin = key === undefined ? undefined : model.pins.tools[key];
    return { operation, tool: pin && tools.get(pin.name) };
  });
  return {
    pairs: found.flatMap(({ operation, tool }) => (tool ? [{ operation, tool }] : [])),
    orphans: found.flatMap(({ operation, tool }) => (tool ? [] : [operation])),
  };
}

/** One thing that a call gives: a parameter, or the whole body. */
export interface Input {
  readonly kind: 'parameter' | 'body';
  /** `query limit`, or `body`. */
  readonly label: string;
  readonly required: boolean;
  readonly source: Place;
  /** What the tool asks for instead, by the names on the wire; undefined if it asks for nothing. */
  readonly ours: JsonObject | undefined;
  /** The arguments that hold a value that is valid on the wire. */
  readonly toArguments: (value: unknown) => JsonObject;
}

/** The inputs of an operation that have a structure; bodies of text and bytes are strings, whatever they hold. */
export function inputsOf({ operation, tool }: Pair): readonly Input[] {
  const properties = tool.inputSchema.properties ?? {};
  const parameters = operation.parameters.map(({ in: place, name, required, schema }): Input => {
    const sent = tool.request.parameters?.find(
      (parameter) => parameter.in === place && parameter.name === name,
    );
    const argument = sent && (sent.argument ?? sent.name);
    return {
      kind: 'parameter',
      label: `${place} ${name}`,
      required,
      source: schema,
      ours: argument === undefined ? undefined : properties[argument],
      toArguments: (value) => (argument === undefined ? {} : { [argument]: value }),
    };
  });
  const body = bodyInput({ operation, tool });
  return body === undefined ? parameters : [...parameters, body];
}

const structured = /[/+]json\b|x-www-form-urlencoded|^multipart\/|^\*\/\*|^application\/\*/i;

function bodyInput({ operation, tool }: Pair): Input | undefined {
  const { body } = tool.request;
  if (operation.body === undefined) return undefined;
  const { content, required } = operation.body;
  const chosen = body === undefined ? undefined : schemaFor(content, body.contentType);
  const source = chosen ?? content.values().next().value;
  if (source === undefined || (body && !structured.test(body.contentType))) return undefined;
  const input = { kind: 'body', label: 'body', required, source } as const;
  const properties = tool.inputSchema.properties ?? {};
  if (body === undefined) return { ...input, ours: undefined, toArguments: () => ({}) };
  if ('argument' in body) {
    const toArguments = (value: unknown) => ({ [body.argument]: value });
    return { ...input, ours: properties[body.argument], toArguments };
  }
  const names = new Map(body.properties.map(namesOf).map(({ name, argument }) => [name, argument]));
  const wanted = new Set(tool.inputSchema.required);
  return {
    ...input,
    ours: {
      type: 'object',
      properties: Object.fromEntries(
        [...names].map(([name, argument]) => [name, properties[argument] ?? {}]),
      ),
      required: [...names].filter(([, argument]) => wanted.has(argument)).map(([name]) => name),
      additionalProperties: false,
    },
    toArguments: (value) =>
      Object.fromEntries(
        Object.entries(value ?? {}).map(([name, member]) => [names.get(name) ?? name, member]),
      ),
  };
}

/** The schema of a media type; a wildcard of the source stands for whatever is sent. */
function schemaFor(content: ReadonlyMap<string, Place>, contentType: string): Place | undefined {
  const exact = content.get(contentType);
  if (exact !== undefined) return exact;
  const entries = [...content];
  return (entries.find(([type]) => type.trim() === contentType) ??
    entries.find(([type]) => type.includes('*')))?.[1];
}
