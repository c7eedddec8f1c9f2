import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type CacheHint,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { CustomResource } from './custom.js';
import { takePage } from './page.js';
import { responseHint } from './protocol/cache-hints.js';
import { offering, ownCompleter, schemaValues, type Completer } from './protocol/completions.js';
import { readContent } from './reply/content.js';
import { emptyStatement } from './reply/empty.js';
import { failureText } from './reply/failure.js';
import { asksForHtml, tooLarge } from './reply/result.js';
import { isSuccess } from './reply/status-line.js';
import { resourceArguments } from './resource-arguments.js';
import { createFinder, type Finder } from './resource-finder.js';
import type { Services } from './services.js';
import { ArgumentsError, ToolError } from './tool-error.js';
import type { ApiResource, ServerDefinition } from './tool.js';
import type { UriVariables } from './uri-template.js';

/** What the server does with resources. */
export interface Resources {
  /** Whether there are any. */
  readonly available: () => boolean;
  readonly list: (cursor: string | undefined) => Promise<ListResourcesResult>;
  readonly listTemplates: (cursor: string | undefined) => Promise<ListResourceTemplatesResult>;
  /** Whether a URI is one of a resource, or of a template. */
  readonly has: (uri: string) => Promise<boolean>;
  /** Of a template's variables; undefined if there is no such template. */
  readonly completer: (uri: string) => Promise<Completer | undefined>;
  /** @throws ResourceNotFoundError, or ProtocolError that says why it cannot be read: -32602 if it is the URI, else -32603. */
  readonly read: (uri: string, call: Call) => Promise<ReadResource>;
}

export interface ReadResource {
  readonly contents: readonly Contents[];
  /** For how long, and for whom, the contents may be kept. */
  readonly hint?: CacheHint;
}

type AnyResource = ApiResource | CustomResource;
type Contents = ReadResourceResult['contents'][number];

export function createResources(services: Services): Resources {
  const { runtime, catalog, changes } = services;
  const { resources: generated } = runtime.definition;
  const { custom } = runtime;
  let table: Promise<Table> | undefined;
  const loadTable = (): Promise<Table> =>
    (table ??= createTable(generated, custom.resources ?? []));
  changes.bus.subscribe(({ kind }) => {
    if (kind === 'resources_list_changed') table = undefined;
  });

  return {
    available: () => generated !== undefined || (custom.resources ?? []).length > 0,
    has: async (uri) => (await loadTable()).find(uri) !== undefined,
    completer: async (uri) => {
      const entry = (await loadTable()).templates.find((each) => each.uri === uri);
      if (entry === undefined) return undefined;
      if ('read' in entry) return (name) => ownCompleter(entry.complete, name);
      const tool = await catalog.generated(entry.tool);
      return (name) => {
        const values = tool && schemaValues(tool.inputSchema, name);
        return values && offering(values);
      };
    },
    list: async (cursor) => {
      const { fixed } = await loadTable();
      const page = await takePage(fixed, cursor, listedResource);
      return { resources: page.items, ...page.next };
    },
    listTemplates: async (cursor) => {
      const { templates } = await loadTable();
      const page = await takePage(templates, cursor, listedTemplate);
      return { resourceTemplates: page.items, ...page.next };
    },
    read: async (uri, call) => {
      const found = (await loadTable()).find(uri);
      if (found === undefined) throw new ResourceNotFoundError(uri);
      const { entry, variables } = found;
      try {
        return 'read' in entry
          ? await readCustom(entry, { uri, variables, call }, services)
          : await readApi(entry, { uri, variables, call }, services);
      } catch (error) {
        if (error instanceof ProtocolError) throw error;
        const { InvalidParams, InternalError } = ProtocolErrorCode;
        const code = error instanceof ArgumentsError ? InvalidParams : InternalError;
        const message = error instanceof Error ? error.message : String(error);
        throw new ProtocolError(code, runtime.redactFor(call)(message));
      }
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
  resource: ApiResource,
  reading: Reading,
  { runtime, catalog, perform }: Services,
): Promise<ReadResource> {
  const tool = await catalog.generated(resource.tool);
  if (tool === undefined) throw new ToolError(`The tool ${resource.tool} is unknown.`);
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
  const hint = responseHint(response, reading.call.caller);
  if (response.body.byteLength === 0) {
    const text = emptyStatement(tool, response, redact);
    return { contents: [{ uri, mimeType: 'text/plain', text }], hint };
  }
  const content = await readContent(response, { redact, keepHtml: asksForHtml(tool) });
  const { mimeType } = content;
  // Nothing in the contents of a resource says that they are only a part of it.
  if (response.truncated) throw new ToolError(tooLarge(tool, response, mimeType));
  const contents: Contents =
    content.kind === 'bytes'
      ? { uri, mimeType, blob: content.base64 }
      : { uri, mimeType, text: content.text };
  return { contents: [contents], hint };
}

async function readCustom(
  resource: CustomResource,
  reading: Reading,
  { tools }: Services,
): Promise<ReadResource> {
  const variables = Object.fromEntries(
    Object.entries(reading.variables).map(([name, items]) => [name, items.join(',')]),
  );
  const content = await resource.read(variables, tools.customContext(reading.call));
  const described = {
    uri: reading.uri,
    ...(resource.mimeType !== undefined && { mimeType: resource.mimeType }),
  };
  const contents: Contents =
    typeof content === 'string'
      ? { ...described, text: content }
      : { ...described, blob: Buffer.from(content).toString('base64') };
  return { contents: [contents] };
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
