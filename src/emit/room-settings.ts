import type { RoomName } from '../rooms.js';
import { section, type SettingSection } from './setting-section.js';

/** The variables that only projects with a room read. */
export const roomSettings: Readonly<Partial<Record<RoomName, readonly SettingSection[]>>> = {
  'legacy-sse': [
    section('HTTP+SSE', [
      ['MCP_SSE_PATH', '/sse', 'Path at which clients of 2024-11-05 open their stream.'],
      ['MCP_SSE_MESSAGES_PATH', '/messages', 'Path that they then send their messages to.'],
      ['MCP_SSE_MAX_STREAMS', '1000', 'Such streams at a time; further ones get 503.'],
      [
        'MCP_SSE_KEEP_ALIVE_MS',
        '15000',
        'Milliseconds between comments on a quiet stream, less than what proxies wait; a client that reads nothing between two of them is gone.',
      ],
    ]),
  ],
  websocket: [
    section('WebSocket', [
      ['MCP_WS_PATH', '/ws', 'Path at which clients open a WebSocket.'],
      ['MCP_WS_MAX_CONNECTIONS', '1000', 'WebSockets at a time; further ones get 503.'],
      [
        'MCP_WS_PING_MS',
        '30000',
        'Milliseconds between pings; a client that has not answered one when the next is due is gone.',
      ],
    ]),
  ],
};
