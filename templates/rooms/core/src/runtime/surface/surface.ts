import type { Caller } from '../inbound/caller.js';
import type { Services } from '../services.js';
import type { Tools } from '../tools.js';
import { createReach } from './reach.js';

/** What clients see of the tools: each of them, or a few to find and call them with. */
export interface Surface extends Tools {
  /** What a model is told of the server. */
  readonly instructions: (caller: Caller) => Promise<string | undefined>;
}

/** The surface that MCP_SURFACE asks for; with `auto`, how many tools a caller may use decides. */
export function createSurface(services: Omit<Services, 'tools'>, all: Tools): Surface {
  const { runtime, catalog } = services;
  const { definition, config } = runtime;
  const { mode, threshold } = config.surface;
  const { surface, instructions } = definition;
  const whole: Surface = { ...all, instructions: () => Promise.resolve(instructions) };
  if (surface === undefined || mode === 'all') return whole;

  const reachOf = createReach(services, surface);
  let searched: Promise<Surface> | undefined;
  /** Loaded for the first caller who has to search. */
  const loadSearched = async (): Promise<Surface> => {
    const { createSearchSurface } = await import('./search-surface.js');
    return createSearchSurface(services, surface, reachOf, all);
  };
  const surfaceFor = async (caller: Caller): Promise<Surface> => {
    const isSmall =
      mode === 'auto' &&
      (catalog.names.length <= threshold || (await reachOf(caller)).size <= threshold);
    return isSmall ? whole : (searched ??= loadSearched());
  };
  return {
    list: async (cursor, caller) => (await surfaceFor(caller)).list(cursor, caller),
    call: async (name, args, call, shape) =>
      (await surfaceFor(call.caller)).call(name, args, call, shape),
    instructions: async (caller) => (await surfaceFor(caller)).instructions(caller),
  };
}
