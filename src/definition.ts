import type { ServerDefinition } from '../templates/rooms/core/src/runtime/tool.js';
import type { ModelGroup, ServerModel } from './model/model.js';
import { buildIndex } from './search/build-index.js';
import { surfaceOf } from './search/surface.js';

/** What a project's `src/server.ts` would serve of the model, held in memory. */
export function definitionOf(model: ServerModel): ServerDefinition {
  const { name, title, version, instructions, server, servers, securitySchemes } = model;
  const { groups, resources, prompts, access, maxResultChars, paging } = model;
  return {
    name,
    title,
    version,
    ...(instructions !== '' && { instructions }),
    ...(server && { server }),
    servers,
    securitySchemes,
    groups: groups.map(groupOf),
    surface: {
      ...surfaceOf(model),
      index: () => Promise.resolve({ index: buildIndex(groups) }),
    },
    ...(resources.length > 0 && { resources: () => Promise.resolve({ resources }) }),
    prompts,
    ...(access && { access }),
    ...(paging !== undefined && { paging }),
    ...(maxResultChars !== undefined && { maxResultChars }),
  };
}

function groupOf({ tools }: ModelGroup): ServerDefinition['groups'][number] {
  return {
    tools: tools.map(({ name }) => name),
    load: () => Promise.resolve({ tools }),
  };
}
