import type { Environment } from './environment.js';

/** How sessions of clients of 2025 are kept. */
export interface SessionConfig {
  readonly max: number;
  /** How long a session lives on that has no request and no stream, in milliseconds. */
  readonly idleMs: number;
}

/** Undefined if each request stands alone. */
export function readSessionConfig({ choice, integer }: Environment): SessionConfig | undefined {
  const kept = choice('MCP_SESSIONS', ['none', 'memory'], 'none');
  const config = {
    max: integer('MCP_MAX_SESSIONS', { fallback: 1_000, min: 1, max: 1_000_000 }),
    idleMs: integer('MCP_SESSION_IDLE_MS', { fallback: 1_800_000, min: 100, max: 2_000_000_000 }),
  };
  return kept === 'memory' ? config : undefined;
}
