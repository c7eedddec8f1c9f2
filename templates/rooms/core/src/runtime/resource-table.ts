import type { CustomResource } from './custom.js';
import { createFinder, type Finder } from './resource-finder.js';
import type { ApiResource, ServerDefinition } from './tool.js';

export type AnyResource = ApiResource | CustomResource;

/** The resources of the server: generated ones, loaded when first needed, and custom ones. */
export interface Table {
  readonly fixed: readonly AnyResource[];
  readonly templates: readonly AnyResource[];
  readonly find: Finder<AnyResource>;
}

/** A custom resource replaces a generated one of its URI. */
export async function createTable(
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
