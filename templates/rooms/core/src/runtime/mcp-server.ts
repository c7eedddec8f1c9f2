import type { CacheHint, McpServerFactory, ServerOptions } from '@modelcontextprotocol/server';
import { callerOf, localCaller, type Caller } from './inbound/caller.js';
import { createPrompts } from './prompts.js';
import { listHint } from './protocol/cache-hints.js';
import { capabilitiesOf } from './protocol/capabilities.js';
import { createCompletions } from './protocol/completions.js';
import { createConnection } from './protocol/connection.js';
import {
  installCompletions,
  installLogging,
  installPrompts,
  installResources,
  installSubscriptions,
  installTools,
  type Tables,
  type Track,
} from './protocol/handlers.js';
import { McpShell, type ShellParts } from './protocol/mcp-shell.js';
import { DefaultJsonSchemaValidator } from './protocol/sdk-platform.js';
import { createResources } from './resources.js';
import type { InFlight } from './serve/in-flight.js';
import type { Services } from './services.js';
import { calledName } from './surface/called-name.js';

export interface FactoryOptions {
  /** Whether a server of the 2025 era serves a session over HTTP, not one request. */
  readonly stateful?: boolean;
}

/**
 * Makes the MCP server of a connection, of a session or, over stateless HTTP, of one request. The handlers read tables
 * that are made once, so that making a server costs next to nothing however many tools there are.
 */
export function createServerFactory(
  services: Services,
  inFlight: InFlight,
  { stateful = false }: FactoryOptions = {},
): McpServerFactory {
  const { changes, tools } = services;
  const { tell } = services.runtime.activities;
  const track: Track = (method, answer) => {
    tell({ kind: 'request', method });
    return inFlight.track(answer);
  };
  const resources = createResources(services);
  const prompts = createPrompts(services);
  const tables: Tables = {
    tools,
    resources,
    prompts,
    complete: createCompletions(resources, prompts),
  };
  const { name, title, version } = services.runtime.definition;
  const parts = shellParts(services);

  return async ({ era, authInfo, requestInfo }) => {
    const caller = callerOf(authInfo) ?? localCaller;
    const instructions = await tools.instructions(caller);
    const isModern = era === 'modern';
    const isLasting = stateful || requestInfo === undefined;
    const surface = {
      isLive: isModern || isLasting,
      canChange: changes.possible,
      hasResources: resources.available(),
      hasPrompts: prompts.count() > 0,
    };
    const connection = createConnection(isModern, () =>
      // Of a 2025 session nothing else tells.
      surface.isLive ? server.getClientCapabilities() : undefined,
    );
    const shell: McpShell = new McpShell(
      { name, title, version },
      { ...serverOptions(services, isModern, caller), ...(instructions && { instructions }) },
      {
        ...parts,
        ...(isLasting &&
          changes.possible && { onConnected: () => connection.follow(changes, shell) }),
      },
    );
    const { server } = shell;
    const capabilities = capabilitiesOf(surface);
    server.registerCapabilities(capabilities);

    installTools(server, tables, connection, track);
    if (surface.hasResources) installResources(server, tables, connection, track);
    if (surface.hasPrompts) installPrompts(server, tables, connection, track);
    if (capabilities.completions) installCompletions(server, tables, connection, track);
    if (capabilities.logging && !isModern) installLogging(server, tables, connection, track);
    if (capabilities.resources?.subscribe && !isModern)
      installSubscriptions(server, tables, connection, track);
    return shell;
  };
}

function serverOptions(
  { runtime, access, states }: Services,
  isModern: boolean,
  caller: Caller,
): ServerOptions {
  const { listTtlMs } = runtime.config.protocol;
  return {
    jsonSchemaValidator: new DefaultJsonSchemaValidator(),
    requestState: { verify: states.verify },
    // Clients of 2025 know of none.
    ...(isModern && { cacheHints: listHints(listHint(listTtlMs, caller, access.perCaller)) }),
  };
}

function listHints(hint: CacheHint): Readonly<Record<string, CacheHint>> {
  return {
    'server/discover': hint,
    'tools/list': hint,
    'resources/list': hint,
    'resources/templates/list': hint,
    'prompts/list': hint,
  };
}

function shellParts({ access, catalog }: Services): ShellParts {
  return {
    // Generated tools name no such headers.
    headerSchema: (tool) => catalog.custom(tool)?.inputSchema,
    scopeChallenge: async ({ request, authInfo }) => {
      const { method, params } = request;
      const name = calledName(params);
      const caller = callerOf(authInfo);
      // Only who has asked an authorization server for a token can ask it for another.
      if (caller?.resourceMetadataUrl === undefined) return;
      if (method !== 'tools/call' || name === undefined) return;
      const tool = await catalog.callable(name);
      const [first, ...others] = tool === undefined ? [] : access.missing(caller, tool);
      return first === undefined ? undefined : { scopes: [first, ...others] };
    },
  };
}
