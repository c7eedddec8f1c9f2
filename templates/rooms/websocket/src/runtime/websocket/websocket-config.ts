import { readPath } from '../config/http-config.js';
import type { RoomSetting } from '../room.js';

/** How WebSockets are served. */
export interface WebSocketConfig {
  readonly path: string;
  /** WebSockets at a time. */
  readonly maxConnections: number;
  /** How often a client is pinged, and how long it has to answer, in milliseconds. */
  readonly pingMs: number;
}

export function readWebSocketConfig({ environment, config, report }: RoomSetting): WebSocketConfig {
  return {
    path: readPath(environment, report, 'MCP_WS_PATH', {
      fallback: '/ws',
      taken: [config.http.path],
    }),
    maxConnections: environment.integer('MCP_WS_MAX_CONNECTIONS', {
      ...{ fallback: 1_000, min: 1, max: 1_000_000 },
    }),
    pingMs: environment.integer('MCP_WS_PING_MS', {
      ...{ fallback: 30_000, min: 100, max: 3_600_000 },
    }),
  };
}
