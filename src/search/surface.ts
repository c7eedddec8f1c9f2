import type { SurfaceDefinition } from '../../templates/rooms/core/src/runtime/surface/surface-definition.js';
import { classOf } from '../../templates/rooms/core/src/runtime/access/tool-class.js';
import type { ModelGroup, ServerModel, Tool } from '../model/model.js';

/** What a server is told of its tools before it has loaded them. */
export function surfaceOf({
  groups,
  surface,
}: Pick<ServerModel, 'groups' | 'surface'>): Omit<SurfaceDefinition, 'index'> {
  return { ...surface, tags: groups.map(tagOf) };
}

function tagOf({ title, tools }: ModelGroup): SurfaceDefinition['tags'][number] {
  return { title, classes: tools.map(letterOf).join('') };
}

function letterOf(tool: Tool): string {
  return tool.resourceOnly ? '-' : classOf(tool).charAt(0);
}
