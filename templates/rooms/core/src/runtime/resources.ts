import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
} from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { CustomResource } from './custom.js';
import type { Caller } from './inbound/caller.js';
import { takePage } from './page.js';
import { offering, ownCompleter, schemaValues, type Completer } from './protocol/completions.js';
import type { ReadResource } from './resource-reading.js';
import { createTable, type AnyResource, type Table } from './resource-table.js';
import type { Services } from './services.js';
import { ArgumentsError } from './tool-error.js';
import type { Tool } from './tool.js';

/** What the server does with resources. */
export interface Resources {
  /** Whether there are any. */
  readonly available: () => boolean;
  /** Those that the caller may read, as with the templates. */
  readonly list: (cursor: string | undefined, caller: Caller) => Promise<ListResourcesResult>;
  readonly listTemplates: (
    cursor: string | undefined,
    caller: Caller,
  ) => Promise<ListResourceTemplatesResult>;
  /** Whether a URI is one of a resource, or of a template, that the caller may read. */
  readonly has: (uri: string, caller: Caller) => Promise<boolean>;
  /** Of a template's variables; undefined if the caller has no such template. */
  readonly completer: (uri: string, caller: Caller) => Promise<Completer | undefined>;
  /** @throws ResourceNotFoundError, or ProtocolError that says why it cannot be read: -32602 if it is the URI, else -32603. */
  readonly read: (uri: string, call: Call) => Promise<ReadResource>;
}

type Reader = Tool | CustomResource;

export function createResources({
  runtime,
  follow,
  access,
  catalog,
  changes,
  limits,
  loadCalls,
}: Services): Resources {
  const { resources: generated } = runtime.definition;
  const { custom } = runtime;
  let table: Promise<Table> | undefined;
  const loadTable = (): Promise<Table> =>
    (table ??= createTable(generated, custom.resources ?? []));
  changes.bus.subscribe(({ kind }) => {
    if (kind === 'resources_list_changed') table = undefined;
  });
  /** What reads a resource for the caller: what holds for that holds for the resource. */
  const readerOf = async (resource: AnyResource, caller: Caller): Promise<Reader | undefined> => {
    const reader = 'read' in resource ? resource : await catalog.generated(resource.tool);
    return reader && access.allows(caller, reader) ? reader : undefined;
  };
  const forCaller =
    <T>(caller: Caller, make: (resource: AnyResource) => T) =>
    async (resource: AnyResource): Promise<T | undefined> => {
      if (!access.perCaller) return make(resource);
      return (await readerOf(resource, caller)) && make(resource);
    };

  const read = async (
    uri: string,
    call: Call,
    found: ReturnType<Table['find']>,
  ): Promise<ReadResource> => {
    if (found === undefined) throw new ResourceNotFoundError(uri);
    const reader = await readerOf(found.entry, call.caller);
    if (reader === undefined) {
      call.refused?.('access');
      throw new ResourceNotFoundError(uri);
    }
    try {
      const reading = { uri, variables: found.variables, call };
      const { readResource } = await loadCalls();
      return await limits.within(reader, call, () => readResource(reader, reading));
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      const { InvalidParams, InternalError } = ProtocolErrorCode;
      const code = error instanceof ArgumentsError ? InvalidParams : InternalError;
      const message = error instanceof Error ? error.message : String(error);
      throw new ProtocolError(code, runtime.redactFor(call)(message));
    }
  };

  return {
    available: () => generated !== undefined || (custom.resources ?? []).length > 0,
    has: async (uri, caller) => {
      const found = (await loadTable()).find(uri);
      return found !== undefined && (await readerOf(found.entry, caller)) !== undefined;
    },
    completer: async (uri, caller) => {
      const { templates } = await loadTable();
      const entry = templates.find((each) => each.uri === uri);
      const reader = entry && (await readerOf(entry, caller));
      if (reader === undefined) return undefined;
      if ('read' in reader) return (name) => ownCompleter(reader.complete, name);
      return (name) => {
        const values = schemaValues(reader.inputSchema, name);
        return values && offering(values);
      };
    },
    list: async (cursor, caller) => {
      const { fixed } = await loadTable();
      const page = await takePage(fixed, cursor, forCaller(caller, listedResource));
      return { resources: page.items, ...page.next };
    },
    listTemplates: async (cursor, caller) => {
      const { templates } = await loadTable();
      const page = await takePage(templates, cursor, forCaller(caller, listedTemplate));
      return { resourceTemplates: page.items, ...page.next };
    },
    read: async (uri, call) => {
      const found = (await loadTable()).find(uri);
      // The values in a URI are arguments, which no record has.
      const subject = { kind: 'resource', name: found?.entry.uri ?? 'unknown' } as const;
      return follow(subject, call, (followed) => read(uri, followed, found));
    },
  };
}

function listedResource(resource: AnyResource): ListResourcesResult['resources'][number] {
  return { uri: resource.uri, ...described(resource) };
}

function listedTemplate(
  resource: AnyResource,
): ListResourceTemplatesResult['resourceTemplates'][number] {
  return { uriTemplate: resource.uri, ...described(resource) };
}

function described({ name, title, description, mimeType }: AnyResource) {
  return {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(mimeType !== undefined && { mimeType }),
  };
}
