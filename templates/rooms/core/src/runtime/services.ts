import { createAccess, type Access } from './access/access.js';
import type { Calls } from './calls.js';
import { createCatalog, type Catalog } from './catalog.js';
import { createFollow, type Follow } from './follow.js';
import { createLimits, type Limits } from './limits/limits.js';
import { createChanges, type Changes } from './protocol/changes.js';
import { createStates, type States } from './protocol/states.js';
import { unfurnished, type Furnishing } from './room.js';
import type { Runtime } from './runtime.js';
import { createSurface, type Surface } from './surface/surface.js';
import { createTools } from './tools.js';

/** What the parts of a running server stand on. */
export interface Foundation {
  readonly runtime: Runtime;
  /** What rooms have added. */
  readonly furnishing: Furnishing;
  readonly follow: Follow;
  readonly access: Access;
  readonly limits: Limits;
  readonly catalog: Catalog;
  readonly changes: Changes;
  readonly states: States;
}

/** The parts of a running server that work on the API, made once and shared by every connection. */
export interface Services extends Foundation {
  readonly tools: Surface;
  /** A start needs none of it: it is loaded with the first call. */
  readonly loadCalls: () => Promise<Calls>;
}

export function createServices(runtime: Runtime, furnishing: Furnishing = unfurnished): Services {
  const catalog = createCatalog(runtime.definition, runtime.custom);
  const { config, custom, definition } = runtime;
  const access = createAccess(config.access, definition.access, custom);
  const limits = createLimits(config.limits, furnishing.createLimiter);
  const changes = createChanges(custom, furnishing.bus);
  changes.bus.subscribe(({ kind }) => {
    if (kind === 'tools_list_changed') catalog.refresh();
  });
  const states = createStates(config.protocol.stateKey);
  const follow = createFollow(runtime.activities, furnishing.around);
  const foundation = { runtime, furnishing, follow, access, limits, catalog, changes, states };
  let calls: Promise<Calls> | undefined;
  const loadCalls = (): Promise<Calls> =>
    (calls ??= import('./calls.js').then(({ createCalls }) => createCalls(foundation)));
  const parts = { ...foundation, loadCalls };
  return { ...parts, tools: createSurface(parts, createTools(parts)) };
}
