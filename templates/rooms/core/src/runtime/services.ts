import { createAccess, type Access } from './access/access.js';
import { createCatalog, type Catalog } from './catalog.js';
import { createLimits, type Limits } from './limits/limits.js';
import { createPerform, type Perform } from './perform.js';
import type { Runtime } from './runtime.js';
import { createTools, type Tools } from './tools.js';

/** The parts of a running server that work on the API, made once and shared by every connection. */
export interface Services {
  readonly runtime: Runtime;
  readonly access: Access;
  readonly limits: Limits;
  readonly catalog: Catalog;
  readonly perform: Perform;
  readonly tools: Tools;
}

export function createServices(runtime: Runtime): Services {
  const catalog = createCatalog(runtime.definition, runtime.custom);
  const { config, custom, definition } = runtime;
  const access = createAccess(config.access, definition.access, custom);
  const limits = createLimits(config.limits);
  const perform = createPerform(runtime, access);
  const parts = { runtime, access, limits, catalog, perform };
  return { ...parts, tools: createTools(parts) };
}
