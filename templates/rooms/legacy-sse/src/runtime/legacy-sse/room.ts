import type { Room } from '../room.js';
import { readSseConfig } from './sse-config.js';

/** MCP over HTTP+SSE, the transport of 2024-11-05. */
export const room: Room = {
  name: 'legacy-sse',
  configure: (setting) => {
    const config = readSseConfig(setting);
    if (setting.config.transport !== 'http') return undefined;
    return {
      open: async () => {
        const { createSse } = await import('./sse.js');
        return createSse(config);
      },
    };
  },
};
