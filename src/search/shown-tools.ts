import { classOf } from '../../templates/rooms/core/src/runtime/access/tool-class.js';
import { searchInstructions } from '../../templates/rooms/core/src/runtime/surface/instructions.js';
import {
  classesOf,
  type ReachableTool,
} from '../../templates/rooms/core/src/runtime/surface/reach.js';
import { surfaceTools } from '../../templates/rooms/core/src/runtime/surface/surface-tools.js';
import type { ServerModel } from '../model/model.js';
import { listedTools, type ShownTool } from '../model/tool-list.js';

/** What a server shows a caller who may do everything. */
export interface ShownTools {
  readonly surface: 'all' | 'search';
  readonly tools: readonly ShownTool[];
  /** What a model is told of the server. */
  readonly instructions: string;
}

/** Every tool. */
export function allTools(model: ServerModel): ShownTools {
  return { surface: 'all', tools: listedTools(model), instructions: model.instructions };
}

/** What finds, describes and calls them, and the favourites. */
export function searchTools(model: ServerModel): ShownTools {
  const { instructions, paging } = model;
  const told = {
    ...(instructions !== '' && { instructions }),
    ...(paging !== undefined && { paging }),
  };
  const reach = new Map<string, ReachableTool>();
  for (const { title: tag, tools } of model.groups) {
    for (const tool of tools)
      if (!tool.resourceOnly) reach.set(tool.name, { class: classOf(tool), tag });
  }
  const favourites = listedTools(model).filter(({ name }) =>
    model.surface.favourites.includes(name),
  );
  return {
    surface: 'search',
    tools: [...surfaceTools(classesOf(reach)), ...favourites],
    instructions: searchInstructions(told, reach),
  };
}

/** What clients get unless the environment of the server says otherwise. */
export function shownTools(model: ServerModel): ShownTools {
  const isMany = listedTools(model).length > model.surface.threshold;
  return isMany ? searchTools(model) : allTools(model);
}
