import type { Environment } from './environment.js';

/** How sessions of clients of 2025 are kept. */
export interface SessionConfig {
  readonly max: number;
  /** How long a session lives on that has no request and no stream, in milliseconds. */
  readonly idleMs: number;
  /** What the ids of sessions begin with, for a load balancer to tell which replica keeps one. */
  readonly node?: string;
}

/** Undefined if each request stands alone; every problem is told to `report`. */
export function readSessionConfig(
  { choice, integer, text }: Environment,
  report: (problem: string) => void,
): SessionConfig | undefined {
  const node = text('MCP_SESSION_NODE');
  if (node !== undefined && !/^[A-Za-z0-9_.]{1,32}$/.test(node)) {
    report('MCP_SESSION_NODE is not 1 to 32 letters, digits and any of . _; set it to such a name');
  }
  const kept = choice('MCP_SESSIONS', ['none', 'memory'], 'none');
  const config = {
    max: integer('MCP_MAX_SESSIONS', { fallback: 1_000, min: 1, max: 1_000_000 }),
    idleMs: integer('MCP_SESSION_IDLE_MS', { fallback: 1_800_000, min: 100, max: 2_000_000_000 }),
    ...(node !== undefined && { node }),
  };
  return kept === 'memory' ? config : undefined;
}
