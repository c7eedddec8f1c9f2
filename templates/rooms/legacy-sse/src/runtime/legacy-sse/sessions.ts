import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { McpServer } from '@modelcontextprotocol/server';
import { toAuthInfo, type Caller } from '../inbound/caller.js';
import { createServerFactory } from '../mcp-server.js';
import { refuseForNow } from '../refusal.js';
import { createChannel, type Channel } from '../serve/channel.js';
import { untracked } from '../serve/in-flight.js';
import type { Site } from '../serve/site.js';
import { beginEventStream } from './event-stream.js';
import type { SseConfig } from './sse-config.js';

/** The clients that have a stream open. A session lasts as long as its stream. */
export interface Sessions {
  /** Begins a session on the response, or says why not. */
  readonly begin: (caller: Caller, response: ServerResponse) => Promise<Response | undefined>;
  /** A session is its caller's alone: to anyone else, as to nobody, an id is unknown. */
  readonly find: (id: string, caller: Caller) => Pick<Channel, 'take'> | undefined;
  /** Ends each session as soon as what it has been asked is answered. */
  readonly stop: () => void;
  /** Ends all that are left; resolves when their clients have what was sent. */
  readonly close: () => Promise<void>;
}

interface Session {
  readonly callerId: string;
  readonly channel: Channel;
  readonly server: Pick<McpServer, 'close'>;
  readonly response: ServerResponse;
}

export function createSessions({ services, exchanges }: Site, config: SseConfig): Sessions {
  const factory = createServerFactory(services, untracked, { stateful: true });
  const sessions = new Map<string, Session>();

  return {
    begin: async (caller, response) => {
      const server = await factory({ era: 'legacy', authInfo: toAuthInfo(caller) });
      if (sessions.size >= config.maxStreams) return refuseForNow('There are too many streams');
      const id = randomUUID();
      const stream = beginEventStream(response, config.keepAliveMs);
      const channel = createChannel(stream, exchanges);
      sessions.set(id, { callerId: caller.id, channel, server, response });
      response.once('close', () => {
        sessions.delete(id);
        channel.ended();
      });
      await server.connect(channel.transport);
      // A client that has gone away needs no address.
      stream.sendEvent('endpoint', `${config.messagesPath}?sessionId=${id}`).catch(() => undefined);
      return undefined;
    },
    find: (id, caller) => {
      const session = sessions.get(id);
      return session?.callerId === caller.id ? session.channel : undefined;
    },
    stop: () => {
      for (const { channel, server } of sessions.values()) {
        void channel.drain().then(() => server.close());
      }
    },
    close: async () => {
      await Promise.all(
        [...sessions.values()].map(async ({ server, response }) => {
          const closed = once(response, 'close');
          await server.close();
          await closed;
        }),
      );
    },
  };
}
