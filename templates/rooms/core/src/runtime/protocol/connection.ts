import type { McpServer, ServerContext } from '@modelcontextprotocol/server';
import { createCall, type Call } from '../call.js';
import { tellOf, type Changes } from './changes.js';
import { createTell, type Severity } from './client-log.js';
import { envelopeOf } from './envelope.js';

/** What is known of a client beyond its requests. Over stateless HTTP it lasts for one of them. */
export interface Connection {
  /** Of the 2026-07-28 era, whose every request says what the client can do and wants to hear. */
  readonly isModern: boolean;
  readonly call: (context: ServerContext) => Call;
  readonly setLevel: (level: Severity) => void;
  /** False if there are too many subscriptions for one more. */
  readonly subscribe: (uri: string) => boolean;
  readonly unsubscribe: (uri: string) => void;
  /** Tells the client of changes until the returned function is called. */
  readonly follow: (changes: Changes, server: McpServer) => () => void;
}

/** Of one client. */
const MOST_SUBSCRIPTIONS = 1_000;

export function createConnection(
  isModern: boolean,
  clientCapabilities: () => Call['client'],
): Connection {
  let level: Severity | undefined;
  const subscribed = new Set<string>();
  return {
    isModern,
    call: (context) => {
      const { client = clientCapabilities(), logLevel = level } = envelopeOf(context);
      return createCall(context, {
        ...(client && { client }),
        ...(logLevel && { tell: createTell(context, logLevel) }),
      });
    },
    setLevel: (wanted) => {
      level = wanted;
    },
    subscribe: (uri) => {
      if (subscribed.size >= MOST_SUBSCRIPTIONS && !subscribed.has(uri)) return false;
      subscribed.add(uri);
      return true;
    },
    unsubscribe: (uri) => {
      subscribed.delete(uri);
    },
    follow: ({ bus }, server) =>
      bus.subscribe((event) => {
        // In the 2026-07-28 era the SDK knows what each stream has asked for.
        const wants = (uri: string): boolean => isModern || subscribed.has(uri);
        // A client that has gone away needs no news.
        tellOf(event, server, wants).catch(() => undefined);
      }),
  };
}
