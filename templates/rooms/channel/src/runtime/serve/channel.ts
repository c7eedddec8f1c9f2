import {
  parseJSONRPCMessage,
  type JSONRPCMessage,
  type JSONRPCRequest,
  type MessageExtraInfo,
  type RequestId,
  type Transport,
} from '@modelcontextprotocol/server';
import { refuse, refuseForNow } from '../refusal.js';
import type { Exchanges } from './exchanges.js';

/** How a connection carries the texts of messages to its client. */
export interface Wire {
  /** Resolves when the text is on its way, and rejects if it never will be. */
  readonly send: (text: string) => Promise<void>;
  readonly close: () => void;
}

/** A connection on which the messages of a client, and those to it, follow one another. */
export interface Channel {
  /** For the server of the client. */
  readonly transport: Transport;
  /** Hands on a message of the client, or says why it is not taken. */
  readonly take: (message: JSONRPCMessage, extra?: MessageExtraInfo) => Response | undefined;
  /** Takes no more requests; resolves when those that were taken are answered. */
  readonly drain: () => Promise<void>;
  /** To be called when the connection has ended. */
  readonly ended: () => void;
}

/** Its requests count as those over HTTP do, until they are answered. */
export function createChannel(wire: Wire, exchanges: Exchanges): Channel {
  const pending = new Map<RequestId, () => void>();
  let isDraining = false;
  let settle = (): void => undefined;
  const release = (id: RequestId): void => {
    pending.get(id)?.();
    pending.delete(id);
    if (pending.size === 0) settle();
  };

  const transport: Transport = {
    start: () => Promise.resolve(),
    send: async (message) => {
      try {
        await wire.send(JSON.stringify(message));
      } finally {
        if (!('method' in message) && message.id !== undefined) release(message.id);
      }
    },
    close: () => {
      wire.close();
      return Promise.resolve();
    },
  };

  const hold = (id: RequestId): Response | undefined => {
    if (isDraining) return refuseForNow('The server is shutting down');
    if (pending.has(id)) return refuse(400, 'A request with this id is being answered');
    const done = exchanges.hold();
    if (done === undefined) return refuseForNow('The server is busy');
    pending.set(id, done);
    return undefined;
  };

  return {
    transport,
    take: (message, extra) => {
      if (isAnswered(message)) {
        const refused = hold(message.id);
        if (refused) return refused;
      }
      transport.onmessage?.(message, extra);
      const cancelled = cancelledBy(message);
      if (cancelled !== undefined) release(cancelled);
      return undefined;
    },
    drain: async () => {
      isDraining = true;
      if (pending.size === 0) return;
      await new Promise<void>((resolve) => (settle = resolve));
    },
    ended: () => {
      for (const id of pending.keys()) release(id);
      transport.onclose?.();
    },
  };
}

/** The message of JSON-RPC that a client has sent; undefined if it is none, or more than one. */
export function readMessage(parsed: unknown): JSONRPCMessage | undefined {
  try {
    return parseJSONRPCMessage(parsed);
  } catch {
    return undefined;
  }
}

/** Whether it is a request with an answer in sight: a stream of changes lasts as long as the client likes. */
function isAnswered(message: JSONRPCMessage): message is JSONRPCRequest {
  return 'method' in message && 'id' in message && message.method !== 'subscriptions/listen';
}

function cancelledBy(message: JSONRPCMessage): RequestId | undefined {
  if (!('method' in message) || message.method !== 'notifications/cancelled') return undefined;
  return message.params?.['requestId'] as RequestId | undefined;
}
