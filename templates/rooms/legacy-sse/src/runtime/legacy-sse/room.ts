import type { Room } from '../room.js';
import { readSseConfig } from './sse-config.js';

/** MCP over HTTP+SSE, the transport of 2024-11-05. */
export const room: Room = {
  name: 'legacy-sse',
  configure: (setting) => {
    if (setting.config.transport !== 'http') return undefined;
    const config = readSseConfig(setting);
    return {
      open: async () => {
        const { createSse } = await import('./sse.js');
        return createSse(config);
      },
    };
  },
};
