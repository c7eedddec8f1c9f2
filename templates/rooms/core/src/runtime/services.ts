import { createCatalog, type Catalog } from './catalog.js';
import { createPerform, type Perform } from './perform.js';
import type { Runtime } from './runtime.js';
import { createTools, type Tools } from './tools.js';

/** The parts of a running server that work on the API, made once and shared by every connection. */
export interface Services {
  readonly runtime: Runtime;
  readonly catalog: Catalog;
  readonly perform: Perform;
  readonly tools: Tools;
}

export function createServices(runtime: Runtime): Services {
  const catalog = createCatalog(runtime.definition, runtime.custom);
  const perform = createPerform(runtime);
  return { runtime, catalog, perform, tools: createTools(runtime, catalog, perform) };
}
