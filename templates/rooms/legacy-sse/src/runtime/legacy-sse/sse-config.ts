import { readPath } from '../config/http-config.js';
import type { RoomSetting } from '../room.js';

/** How HTTP+SSE is served. */
export interface SseConfig {
  /** Where a client opens its stream. */
  readonly path: string;
  /** Where it sends its messages. */
  readonly messagesPath: string;
  /** Streams at a time. */
  readonly maxStreams: number;
  /** How often a quiet stream gets a comment, in milliseconds. */
  readonly keepAliveMs: number;
}

export function readSseConfig({ environment, config, report }: RoomSetting): SseConfig {
  const mcp = config.http.path;
  const path = readPath(environment, report, 'MCP_SSE_PATH', { fallback: '/sse', taken: [mcp] });
  return {
    path,
    messagesPath: readPath(environment, report, 'MCP_SSE_MESSAGES_PATH', {
      fallback: '/messages',
      taken: [mcp, path],
    }),
    maxStreams: environment.integer('MCP_SSE_MAX_STREAMS', {
      ...{ fallback: 1_000, min: 1, max: 1_000_000 },
    }),
    keepAliveMs: environment.integer('MCP_SSE_KEEP_ALIVE_MS', {
      ...{ fallback: 15_000, min: 100, max: 3_600_000 },
    }),
  };
}
