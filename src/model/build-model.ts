import type { Report } from '../diagnostics.js';
import { credentialOrigins } from './credential-origins.js';
import { createEnvironmentNames } from './environment-names.js';
import { listEnvironment } from './environment.js';
import { groupTools } from './groups.js';
import { readIdentity } from './identity.js';
import { makeResources, makeTools } from './make-tools.js';
import type { Pins, ServerModel } from './model.js';
import type { OpenApiDocument } from './node.js';
import { nothingToGenerate } from './nothing-to-generate.js';
import { readOperations } from './operations.js';
import { pinOf, pinTools } from './pins.js';
import { createResolver } from './reference.js';
import { reportOnce } from './report-once.js';
import { createSchemaTranslator } from './schema/translator.js';
import { readSecurity } from './security.js';
import { selectOperations } from './selection.js';
import { readServers } from './servers.js';

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
  const translator = createSchemaTranslator(document, report);
  const workshop = { resolve, translator, servers, security, schemaBudget: options.schemaBudget };
  const { made, approximated } = makeTools(selected, workshop, options.pins, report);
  const resources =
    options.resources === 'tools-only' ? [] : makeResources(made, identity.uriScheme, report);
  const readOnlyTools = new Set(
    options.resources === 'resources-only' ? resources.map(({ tool }) => tool) : [],
  );
  const groups = groupTools(
    made.map(({ operation, tool }) => ({
      operation,
      // What is read as a resource is not listed as a tool too.
      tool: readOnlyTools.has(tool.name) ? { ...tool, resourceOnly: true as const } : tool,
      pinned: pinOf(options.pins, operation.key)?.group,
    })),
  );

  const tools = groups.flatMap((group) => group.tools);
  const server = servers.root;
  const ownServers = servers.table();
  const requirements = tools.flatMap(({ request: { security: own } }) => (own ? [own] : []));
  const securitySchemes = security.schemes(requirements.flat(2), names);
  const { name, uriScheme } = identity;
  return {
    ...identity,
    ...(server !== undefined && { server }),
    servers: ownServers,
    securitySchemes,
    environment: listEnvironment(servers, securitySchemes, requirements),
    groups,
    components: translator.components(),
    resources,
    prompts: [],
    credentialOrigins: credentialOrigins(tools, server, ownServers),
    pins: { name, uriScheme, tools: pinTools(made, groups), environment: names.pins() },
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
