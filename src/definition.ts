import type { ServerDefinition } from '../templates/rooms/core/src/runtime/tool.js';
import type { ModelGroup, ServerModel } from './model/model.js';

/** What a project's `src/server.ts` would serve of the model, held in memory. */
export function definitionOf(model: ServerModel): ServerDefinition {
  const { name, title, version, instructions, server, servers, securitySchemes } = model;
  const { groups, resources, prompts, access } = model;
  return {
    name,
    title,
    version,
    ...(instructions !== '' && { instructions }),
    ...(server && { server }),
    servers,
    securitySchemes,
    groups: groups.map(groupOf),
    ...(resources.length > 0 && { resources: () => Promise.resolve({ resources }) }),
    prompts,
    ...(access && { access }),
  };
}

function groupOf({ tools }: ModelGroup): ServerDefinition['groups'][number] {
  return {
    tools: tools.map(({ name }) => name),
    load: () => Promise.resolve({ tools }),
  };
}
