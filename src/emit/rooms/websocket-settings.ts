import { section, type SettingSection } from '../setting-section.js';

/** How a project with the room `websocket` serves WebSockets. */
export const webSocketSettings: readonly SettingSection[] = [
  section('WebSocket', [
    ['MCP_WS_PATH', '/ws', 'Path at which clients open a WebSocket.'],
    ['MCP_WS_MAX_CONNECTIONS', '1000', 'WebSockets at a time; further ones get 503.'],
    [
      'MCP_WS_PING_MS',
      '30000',
      'Milliseconds between pings; a client that has not answered one when the next is due is gone.',
    ],
  ]),
];
