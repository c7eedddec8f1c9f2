import type { Room } from '../room.js';
import { readWebSocketConfig } from './websocket-config.js';

/** MCP over WebSocket. */
export const room: Room = {
  name: 'websocket',
  configure: (setting) => {
    if (setting.config.transport !== 'http') return undefined;
    const config = readWebSocketConfig(setting);
    return {
      open: async () => {
        const { createWebSockets } = await import('./websockets.js');
        return createWebSockets(config);
      },
    };
  },
};
