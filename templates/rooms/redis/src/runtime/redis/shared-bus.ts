import { randomUUID } from 'node:crypto';
import {
  InMemoryServerEventBus,
  type ServerEvent,
  type ServerEventBus,
} from '@modelcontextprotocol/server';
import type { Link } from './link.js';

/** A bus whose events also reach, and come from, other servers. */
export interface SharedBus {
  /** Tells this server's clients of an event at once, and of one of other servers as soon as it is heard. */
  readonly over: (link: Link, channel: string) => ServerEventBus;
  /** Takes what was heard on the channel. */
  readonly hear: (text: string) => void;
}

/** What travels: an event, and who published it. */
interface Envelope {
  readonly from: string;
  readonly event: ServerEvent;
}

export function createSharedBus(): SharedBus {
  const local = new InMemoryServerEventBus();
  const self = randomUUID();
  return {
    over: ({ ask }, channel) => ({
      publish: (event) => {
        local.publish(event);
        const text = JSON.stringify({ from: self, event } satisfies Envelope);
        // While Redis is away others do not hear of it.
        ask((client) => client.publish(channel, text)).catch(() => undefined);
      },
      subscribe: (listener) => local.subscribe(listener),
    }),
    hear: (text) => {
      const envelope = readEnvelope(text);
      if (envelope !== undefined && envelope.from !== self) local.publish(envelope.event);
    },
  };
}

type Unchecked = Readonly<Record<'kind' | 'uri', unknown>>;

/** Undefined for anything that no server like this one has sent. */
function readEnvelope(text: string): Envelope | undefined {
  try {
    const { from, event } = JSON.parse(text) as { from: unknown; event: Unchecked };
    const { kind, uri } = event;
    if (typeof from !== 'string') return undefined;
    switch (kind) {
      case 'tools_list_changed':
      case 'prompts_list_changed':
      case 'resources_list_changed':
        return { from, event: { kind } };
      case 'resource_updated':
        return typeof uri === 'string' ? { from, event: { kind, uri } } : undefined;
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
