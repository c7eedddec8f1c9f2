import { createCatalog, type Catalog } from './catalog.js';
import { createPerform, type Perform } from './perform.js';
import { createChanges, type Changes } from './protocol/changes.js';
import { createConfirm } from './protocol/confirmation.js';
import { createStates, type States } from './protocol/states.js';
import type { Runtime } from './runtime.js';
import { createTools, type Tools } from './tools.js';

/** The parts of a running server that work on the API, made once and shared by every connection. */
export interface Services {
  readonly runtime: Runtime;
  readonly catalog: Catalog;
  readonly perform: Perform;
  readonly tools: Tools;
  readonly changes: Changes;
  readonly states: States;
}

export function createServices(runtime: Runtime): Services {
  const catalog = createCatalog(runtime.definition, runtime.custom);
  const perform = createPerform(runtime);
  const changes = createChanges(runtime.custom);
  changes.bus.subscribe(({ kind }) => {
    if (kind === 'tools_list_changed') catalog.refresh();
  });
  const { confirm: mode, stateKey } = runtime.config.protocol;
  const states = createStates(stateKey);
  const tools = createTools(runtime, catalog, perform, {
    notify: changes.announce,
    states,
    ...(mode !== 'none' && { confirm: createConfirm(runtime, states) }),
  });
  return { runtime, catalog, perform, tools, changes, states };
}
