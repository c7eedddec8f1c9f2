import type { Room } from '../room.js';
import { clientToken } from '../upstream/secrets.js';
import { readIntrospector } from './introspector-config.js';

/** Lets in callers by tokens that the authorization server, asked about each, calls active. */
export const room: Room = {
  name: 'introspection',
  configure: ({ config, environment, report }) => {
    const { inbound } = config;
    if (inbound.kind !== 'introspection') return undefined;
    const introspector = readIntrospector(environment, report);
    const { id, secret } = introspector.client;
    return {
      secrets: [secret, clientToken(id, secret)],
      open: async (runtime) => {
        const { createVerifier } = await import('./verifier.js');
        return { verifyToken: createVerifier(inbound, introspector, runtime) };
      },
    };
  },
};
