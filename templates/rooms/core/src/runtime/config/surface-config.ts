import type { SurfaceDefinition } from '../surface/surface-definition.js';
import type { Environment } from './environment.js';

/** What clients see of the tools. */
export interface SurfaceConfig {
  /** `all` lists them, `search` lists tools to find and call them with, `auto` does that where they are many. */
  readonly mode: 'all' | 'search' | 'auto';
  /** Callers who may use more tools than this search for them with `auto`. */
  readonly threshold: number;
}

/** What the environment says, or else the project. */
export function readSurfaceConfig(
  definition: SurfaceDefinition | undefined,
  environment: Environment,
): SurfaceConfig {
  return {
    mode: environment.choice('MCP_SURFACE', ['all', 'search', 'auto'], 'auto'),
    threshold: environment.integer('MCP_SURFACE_THRESHOLD', {
      fallback: definition?.threshold ?? 60,
      min: 0,
      max: 1_000_000,
    }),
  };
}
