import type { ApiResource, Tool } from '../../src/runtime/tool.js';
import { definition } from './environment.js';

/** Enough to find what is wrong with a kind of tool, few enough for a large API. */
const LARGEST_SAMPLE = 200;

/** Every generated tool. */
export async function allTools(): Promise<readonly Tool[]> {
  const groups = await Promise.all(definition.groups.map((group) => group.load()));
  return groups.flatMap(({ tools }) => tools);
}

/** Every generated resource. */
export async function allResources(): Promise<readonly ApiResource[]> {
  const { resources = [] } = (await definition.resources?.()) ?? {};
  return resources;
}

/** Entries at even distances, the first among them. */
export function spread<T>(entries: readonly T[], most = LARGEST_SAMPLE): readonly T[] {
  const step = Math.max(1, entries.length / most);
  return entries.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
