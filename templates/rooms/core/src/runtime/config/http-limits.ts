import type { Environment } from './environment.js';

/** What the HTTP transport bears. */
export interface HttpLimits {
  /** Of the body of a request. */
  readonly maxBytes: number;
  /** Requests that are answered at a time. */
  readonly maxRequests: number;
  /** Connections at a time, listening clients included. */
  readonly maxConnections: number;
  /** How long a request may take to arrive, in milliseconds. */
  readonly receiveMs: number;
}

export function readHttpLimits({ integer }: Environment): HttpLimits {
  const max = 1_000_000;
  return {
    maxBytes: integer('MCP_MAX_REQUEST_BYTES', {
      fallback: 4_194_304,
      min: 1_024,
      max: 1_000_000_000,
    }),
    maxRequests: integer('MCP_MAX_REQUESTS', { fallback: 1_000, min: 1, max }),
    maxConnections: integer('MCP_MAX_CONNECTIONS', { fallback: 4_000, min: 1, max }),
    receiveMs: integer('MCP_RECEIVE_TIMEOUT_MS', { fallback: 30_000, min: 100, max }),
  };
}
