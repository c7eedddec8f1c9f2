import type { Report } from '../diagnostics.js';
import { readAccess, type ServeSettings } from './access.js';
import { createExampleReader } from './cases/read-examples.js';
import { credentialOrigins } from './security/credential-origins.js';
import { createEnvironmentNames } from './naming/environment-names.js';
import { listEnvironment } from './environment.js';
import { fitTo, withoutUnfit } from './hosts/fit.js';
import type { HostName } from './hosts/host.js';
import { groupTools } from './naming/groups.js';
import { readIdentity } from './naming/identity.js';
import { makeResources, makeTools } from './make-tools.js';
import type { ApiResource, ModelGroup, Pins, ServerModel } from './model.js';
import type { OpenApiDocument } from './node.js';
import { nothingToGenerate } from './nothing-to-generate.js';
import { readOperations } from './operations.js';
import { defaultSurfaceThreshold } from '../options.js';
import { pinOf, pinTools } from './naming/pins.js';
import { describePaging } from './paging.js';
import { roomNames, type RoomName } from '../rooms.js';
import { createResolver } from './reference.js';
import { createReplySchemas } from './reply/reply-schema.js';
import { createReturns } from './reply/returns.js';
import { reportOnce } from './report-once.js';
import { createSchemaTranslator } from './schema/translator.js';
import { readSecurity } from './security/security.js';
import { selectOperations } from './selection.js';
import { readServers } from './servers.js';
import type { ToolSettings } from './tool-settings.js';

export interface ModelOptions {
  readonly name?: string | undefined;
  /** Replaces the description's root server. */
  readonly baseUrl?: string | undefined;
  /** The absolute URL that the source came from: relative servers are resolved against it. */
  readonly sourceUrl?: string | undefined;
  readonly resources: 'both' | 'tools-only' | 'resources-only';
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Leaves out whatever is not read-only. */
  readonly readOnly: boolean;
  /** Names of the previous generation, which stay. */
  readonly pins?: Pins | undefined;
  /** By pattern, as `include` has them. */
  readonly tools?: ToolSettings | undefined;
  /** Who may do what. */
  readonly serve?: ServeSettings | undefined;
  /** Tools have an output schema where the description says what a reply holds. */
  readonly outputSchema?: boolean | undefined;
  /** Callers who may use more tools than this search for them; 60 by default. */
  readonly surfaceThreshold?: number | undefined;
  /** Hosts that the tools are to suit. */
  readonly profiles?: readonly HostName[] | undefined;
  /** Pinned names that these hosts refuse are made anew. */
  readonly rename?: boolean | undefined;
  /** Tools with large replies have arguments that choose from them. */
  readonly fields?: boolean | undefined;
  /** Parts that the project has besides what every project has. */
  readonly with?: readonly RoomName[] | undefined;
  /** Bytes that a tool's input schema may have; 8192 by default. */
  readonly schemaBudget?: number | undefined;
}

/**
 * Decides everything about the server to write. What the document says wrong is reported and survived.
 * @throws InputError if there is nothing to generate
 */
export function buildModel(
  document: OpenApiDocument,
  options: ModelOptions,
  anyReport: Report,
): ServerModel {
  const report = reportOnce(anyReport);
  const resolve = createResolver(document, report);
  const found = readOperations(document, resolve, report);
  const selected = selectOperations(document, found.operations, options, report);
  if (selected.length === 0) throw nothingToGenerate(document, found);

  const identity = readIdentity(document, options.name, options.pins);
  const names = createEnvironmentNames(identity.name, options.pins?.environment ?? {});
  const servers = readServers(document, options, names, report);
  const security = readSecurity(document, resolve, report);
  const source = { document, operations: found.operations, security };
  const access = readAccess(options.serve ?? {}, source, report);
  const translator = createSchemaTranslator(document, report);
  const { schemaBudget } = options;
  const replySchemas = options.outputSchema ? createReplySchemas(document, resolve) : undefined;
  const fit = fitTo(options.profiles ?? [], identity.name);
  const { limits } = fit;
  const pins = options.rename ? withoutUnfit(options.pins, limits) : options.pins;
  const examples = createExampleReader(createResolver(document, () => undefined));
  const workshop = {
    resolve,
    translator,
    servers,
    security,
    access,
    schemaBudget,
    replySchemas,
    isArgumentName: limits.isArgumentName,
    returnsOf: createReturns(document),
    fields: options.fields ?? false,
    examples,
  };
  const { made, approximated } = makeTools(selected, workshop, { pins, limits }, report);
  const resources =
    options.resources === 'tools-only' ? [] : makeResources(made, identity.uriScheme, report);
  const readOnlyTools = new Set(
    options.resources === 'resources-only' ? resources.map(({ tool }) => tool) : [],
  );
  const components = translator.components().map(fit.component);
  const groups = groupTools(
    made.map(({ operation, tool }) => ({
      operation,
      // What is read as a resource is not listed as a tool too.
      tool: readOnlyTools.has(tool.name)
        ? { ...fit.tool(tool), resourceOnly: true as const }
        : fit.tool(tool),
      pinned: pinOf(options.pins, operation.key)?.group,
    })),
  );

  const tools = groups.flatMap((group) => group.tools);
  const server = servers.root;
  const ownServers = servers.table();
  const requirements = tools.flatMap(({ request: { security: own } }) => (own ? [own] : []));
  const securitySchemes = security.schemes(requirements.flat(2), names);
  const { name, uriScheme } = identity;
  const paging = describePaging(made);
  return {
    ...identity,
    ...(paging !== undefined && { paging }),
    ...(server !== undefined && { server }),
    servers: ownServers,
    securitySchemes,
    environment: listEnvironment(servers, securitySchemes, requirements),
    groups,
    components: [...components, ...(replySchemas?.components(components) ?? [])],
    resources: byGroup(resources, groups),
    prompts: [],
    surface: {
      threshold: options.surfaceThreshold ?? defaultSurfaceThreshold,
      favourites: made.filter(({ isFavourite }) => isFavourite).map(({ tool }) => tool.name),
    },

    ...(fit.maxResultChars !== undefined && { maxResultChars: fit.maxResultChars }),
    rooms: roomNames.filter((room) => options.with?.includes(room)),
    ...(access.rules && { access: access.rules }),
    credentialOrigins: credentialOrigins(tools, server, ownServers, securitySchemes),
    pins: { name, uriScheme, tools: pinTools(made, groups), environment: names.pins() },
    examples: new Map(
      made.map(({ operation: { pointer }, tool, examples }) => [
        tool.name,
        { pointer, arguments: examples },
      ]),
    ),
    counts: {
      operations: found.operations.length + found.skipped,
      tools: tools.filter(({ resourceOnly }) => resourceOnly !== true).length,
      resources: resources.length,
      excluded: found.operations.length - selected.length,
      skipped: found.skipped,
      approximated,
    },
  };
}

/** Resources in the order of the groups of their tools. */
function byGroup(
  resources: readonly ApiResource[],
  groups: readonly ModelGroup[],
): readonly ApiResource[] {
  const places = new Map(
    groups.flatMap(({ tools }, place) => tools.map(({ name }) => [name, place] as const)),
  );
  const placeOf = ({ tool }: ApiResource): number => places.get(tool) ?? 0;
  return resources.toSorted((left, right) => placeOf(left) - placeOf(right));
}
