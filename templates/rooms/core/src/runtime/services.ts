import { createAccess, type Access } from './access/access.js';
import { createCatalog, type Catalog } from './catalog.js';
import { createLimits, type Limits } from './limits/limits.js';
import { createFollow, type Follow } from './follow.js';
import { createPerform, type Perform } from './perform.js';
import { createChanges, type Changes } from './protocol/changes.js';
import { createStates, type States } from './protocol/states.js';
import { unfurnished, type Furnishing } from './room.js';
import type { Runtime } from './runtime.js';
import { createTools, type Tools } from './tools.js';

/** The parts of a running server that work on the API, made once and shared by every connection. */
export interface Services {
  readonly runtime: Runtime;
  /** What rooms have added. */
  readonly furnishing: Furnishing;
  readonly follow: Follow;
  readonly access: Access;
  readonly limits: Limits;
  readonly catalog: Catalog;
  readonly perform: Perform;
  readonly tools: Tools;
  readonly changes: Changes;
  readonly states: States;
}

export function createServices(runtime: Runtime, furnishing: Furnishing = unfurnished): Services {
  const catalog = createCatalog(runtime.definition, runtime.custom);
  const { config, custom, definition } = runtime;
  const access = createAccess(config.access, definition.access, custom);
  const limits = createLimits(config.limits, furnishing.createLimiter);
  const perform = createPerform(runtime, access, furnishing.around);
  const changes = createChanges(custom, furnishing.bus);
  changes.bus.subscribe(({ kind }) => {
    if (kind === 'tools_list_changed') catalog.refresh();
  });
  const states = createStates(config.protocol.stateKey);
  const follow = createFollow(runtime.activities, furnishing.around);
  const parts = {
    ...{ runtime, furnishing, follow, access, limits, catalog, perform, changes, states },
  };
  return { ...parts, tools: createTools(parts) };
}
