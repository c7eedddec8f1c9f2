import type { Room } from '../room.js';
import { clientToken } from '../upstream/secrets.js';
import { readExchangeConfig } from './exchange-config.js';

/** Exchanges the token of each caller for one that stands for it at the API (RFC 8693). */
export const room: Room = {
  name: 'token-exchange',
  configure: (setting) => {
    const exchange = readExchangeConfig(setting);
    if (exchange === undefined) return undefined;
    const { id, secret } = exchange.client;
    return {
      secrets: [secret, clientToken(id, secret)],
      open: async (runtime) => {
        const { createExchange } = await import('./exchange.js');
        return { exchangeToken: createExchange(exchange, runtime) };
      },
    };
  },
};
