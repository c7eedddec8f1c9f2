import { McpServer, type McpServerFactory } from '@modelcontextprotocol/server';
import { callerIn, createCall } from './call.js';
import type { InFlight } from './serve/in-flight.js';
import { createPrompts } from './prompts.js';
import { createResources } from './resources.js';
import type { Services } from './services.js';

/**
 * Makes the MCP server of a connection or, over HTTP, of one request. The handlers read tables that are made once,
 * so that making a server costs next to nothing however many tools there are.
 */
export function createServerFactory(services: Services, inFlight: InFlight): McpServerFactory {
  const { definition } = services.runtime;
  const { tools } = services;
  const resources = createResources(services);
  const prompts = createPrompts(services);
  const { track } = inFlight;
  const capabilities = {
    tools: {},
    ...(resources.available && { resources: {} }),
    ...(prompts.count > 0 && { prompts: {} }),
  };

  return () => {
    const { name, title, version, instructions } = definition;
    const mcpServer = new McpServer(
      { name, title, version },
      instructions === undefined ? {} : { instructions },
    );
    const { server } = mcpServer;
    server.registerCapabilities(capabilities);

    server.setRequestHandler('tools/list', ({ params }, context) =>
      track(tools.list(params?.cursor, callerIn(context))),
    );
    server.setRequestHandler('tools/call', ({ params }, context) =>
      track(tools.call(params.name, params.arguments ?? {}, createCall(context))),
    );
    if (resources.available) {
      server.setRequestHandler('resources/list', ({ params }, context) =>
        track(resources.list(params?.cursor, callerIn(context))),
      );
      server.setRequestHandler('resources/templates/list', ({ params }, context) =>
        track(resources.listTemplates(params?.cursor, callerIn(context))),
      );
      server.setRequestHandler('resources/read', ({ params }, context) =>
        track(resources.read(params.uri, createCall(context))),
      );
    }
    if (prompts.count > 0) {
      server.setRequestHandler('prompts/list', ({ params }, context) =>
        track(prompts.list(params?.cursor, callerIn(context))),
      );
      server.setRequestHandler('prompts/get', ({ params }, context) =>
        track(prompts.get(params.name, params.arguments ?? {}, createCall(context))),
      );
    }
    return mcpServer;
  };
}
