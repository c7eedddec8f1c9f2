import type { Environment } from './environment.js';

/** How the server ends. */
export interface ShutdownConfig {
  /** How long an HTTP server that is to end, and says so at `/ready`, still takes requests, in milliseconds. */
  readonly delayMs: number;
  /** How long requests that are being answered then hold up the end, in milliseconds. */
  readonly deadlineMs: number;
}

export function readShutdownConfig(environment: Environment): ShutdownConfig {
  const max = 600_000;
  return {
    delayMs: environment.integer('MCP_SHUTDOWN_DELAY_MS', { fallback: 100, min: 0, max }),
    deadlineMs: environment.integer('MCP_SHUTDOWN_DEADLINE_MS', { fallback: 8_000, min: 0, max }),
  };
}
