import type { Room } from '../room.js';
import { readWebSocketConfig } from './websocket-config.js';

/** MCP over WebSocket. */
export const room: Room = {
  name: 'websocket',
  configure: (setting) => {
    const config = readWebSocketConfig(setting);
    if (setting.config.transport !== 'http') return undefined;
    return {
      open: async () => {
        const { createWebSockets } = await import('./websockets.js');
        return createWebSockets(config);
      },
    };
  },
};
