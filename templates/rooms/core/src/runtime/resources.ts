import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { CustomResource } from './custom.js';
import type { Caller } from './inbound/caller.js';
import { takePage } from './page.js';
import { readContent } from './reply/content.js';
import { emptyStatement } from './reply/empty.js';
import { failureText } from './reply/failure.js';
import { asksForHtml, tooLarge } from './reply/result.js';
import { isSuccess } from './reply/status-line.js';
import { resourceArguments } from './resource-arguments.js';
import { createFinder, type Finder } from './resource-finder.js';
import type { Services } from './services.js';
import { ArgumentsError, ToolError } from './tool-error.js';
import type { ApiResource, ServerDefinition, Tool } from './tool.js';
import type { UriVariables } from './uri-template.js';

/** What the server does with resources. */
export interface Resources {
  /** Whether there are any. */
  readonly available: boolean;
  /** Those that the caller may read, as with the templates. */
  readonly list: (cursor: string | undefined, caller: Caller) => Promise<ListResourcesResult>;
  readonly listTemplates: (
    cursor: string | undefined,
    caller: Caller,
  ) => Promise<ListResourceTemplatesResult>;
  /** @throws ResourceNotFoundError, or ProtocolError that says why it cannot be read: -32602 if it is the URI, else -32603. */
  readonly read: (uri: string, call: Call) => Promise<ReadResourceResult>;
}

type AnyResource = ApiResource | CustomResource;
type Contents = ReadResourceResult['contents'][number];

export function createResources(services: Services): Resources {
  const { runtime, access, catalog, limits } = services;
  const { resources: generated } = runtime.definition;
  const { resources: customResources = [] } = runtime.custom;
  let table: Promise<Table> | undefined;
  const loadTable = (): Promise<Table> => (table ??= createTable(generated, customResources));
  /** What reads a resource: what holds for that holds for the resource. */
  const readerOf = async (resource: AnyResource): Promise<Tool | CustomResource | undefined> =>
    'read' in resource ? resource : catalog.generated(resource.tool);
  const forCaller =
    <T>(caller: Caller, make: (resource: AnyResource) => T) =>
    async (resource: AnyResource): Promise<T | undefined> => {
      if (!access.perCaller) return make(resource);
      const reader = await readerOf(resource);
      return reader && access.allows(caller, reader) ? make(resource) : undefined;
    };

  const resources = {
    available: generated !== undefined || customResources.length > 0,
    list: async (cursor: string | undefined, caller: Caller) => {
      const { fixed } = await loadTable();
      const page = await takePage(fixed, cursor, forCaller(caller, listedResource));
      return { resources: page.items, ...page.next };
    },
    listTemplates: async (cursor: string | undefined, caller: Caller) => {
      const { templates } = await loadTable();
      const page = await takePage(templates, cursor, forCaller(caller, listedTemplate));
      return { resourceTemplates: page.items, ...page.next };
    },
    read: async (uri: string, call: Call, found: ReturnType<Finder<AnyResource>>) => {
      if (found === undefined) throw new ResourceNotFoundError(uri);
      const { entry, variables } = found;
      const reader = await readerOf(entry);
      if (reader === undefined || !access.allows(call.caller, reader)) {
        call.refused?.('access');
        throw new ResourceNotFoundError(uri);
      }
      try {
        const reading = { uri, variables, call };
        const contents = await limits.within(reader, call, () =>
          'read' in reader
            ? readCustom(reader, reading, services)
            : readApi(reader, reading, services),
        );
        return { contents: [contents] };
      } catch (error) {
        if (error instanceof ProtocolError) throw error;
        const { InvalidParams, InternalError } = ProtocolErrorCode;
        const code = error instanceof ArgumentsError ? InvalidParams : InternalError;
        const message = error instanceof Error ? error.message : String(error);
        throw new ProtocolError(code, runtime.redactFor(call)(message));
      }
    },
  };
  return {
    ...resources,
    read: async (uri, call) => {
      const found = (await loadTable()).find(uri);
      // The values in a URI are arguments, which no record has.
      const subject = { kind: 'resource', name: found?.entry.uri ?? 'unknown' } as const;
      return runtime.audit.call(subject, call, (followed) => resources.read(uri, followed, found));
    },
  };
}

interface Table {
  readonly fixed: readonly AnyResource[];
  readonly templates: readonly AnyResource[];
  readonly find: Finder<AnyResource>;
}

async function createTable(
  generated: ServerDefinition['resources'],
  customResources: readonly CustomResource[],
): Promise<Table> {
  const byUri = new Map<string, AnyResource>();
  const { resources = [] } = (await generated?.()) ?? {};
  for (const resource of resources) byUri.set(resource.uri, resource);
  for (const resource of customResources) byUri.set(resource.uri, resource);
  const all = [...byUri.values()];
  return {
    fixed: all.filter(({ uri }) => !uri.includes('{')),
    templates: all.filter(({ uri }) => uri.includes('{')),
    find: createFinder(all),
  };
}

interface Reading {
  readonly uri: string;
  readonly variables: UriVariables;
  readonly call: Call;
}

/** A resource is read by its tool, with the URI's variables as arguments. */
async function readApi(
  tool: Tool,
  reading: Reading,
  { runtime, perform }: Services,
): Promise<Contents> {
  const args = resourceArguments(tool.inputSchema, reading.variables);
  const response = await perform(tool, args, reading.call);
  if (response.status === 404 || response.status === 410)
    throw new ResourceNotFoundError(reading.uri);
  const { config, definition } = runtime;
  const redact = runtime.redactFor(reading.call);
  const { uri } = reading;
  if (!isSuccess(response)) {
    const context = {
      redact,
      maxChars: config.maxResultChars,
      schemes: definition.securitySchemes,
    };
    throw new ToolError(await failureText(tool, response, context));
  }
  if (response.body.byteLength === 0) {
    return { uri, mimeType: 'text/plain', text: emptyStatement(tool, response, redact) };
  }
  const content = await readContent(response, { redact, keepHtml: asksForHtml(tool) });
  const { mimeType } = content;
  // Nothing in the contents of a resource says that they are only a part of it.
  if (response.truncated) throw new ToolError(tooLarge(tool, response, mimeType));
  return content.kind === 'bytes'
    ? { uri, mimeType, blob: content.base64 }
    : { uri, mimeType, text: content.text };
}

async function readCustom(
  resource: CustomResource,
  reading: Reading,
  { tools }: Services,
): Promise<Contents> {
  const variables = Object.fromEntries(
    Object.entries(reading.variables).map(([name, items]) => [name, items.join(',')]),
  );
  const content = await resource.read(variables, tools.customContext(reading.call));
  const described = {
    uri: reading.uri,
    ...(resource.mimeType !== undefined && { mimeType: resource.mimeType }),
  };
  return typeof content === 'string'
    ? { ...described, text: content }
    : { ...described, blob: Buffer.from(content).toString('base64') };
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
