import type { EventStore, JSONRPCMessage } from '@modelcontextprotocol/server';
import type { Link } from './link.js';

/** What is kept of a session: the newest messages, as many as these bounds allow, for so long after the last. */
const MOST_EVENTS = 1_000;
const MOST_BYTES = 4_194_304;
const KEPT_SECONDS = 600;

/** A run of events without a gap. */
interface Log {
  readonly key: string;
  /** The events that are kept, the oldest first. */
  readonly kept: { readonly id: number; readonly bytes: number }[];
  bytes: number;
}

/**
 * Keeps the messages of one session in a Redis stream below `key`, so that its client can have those sent again that it
 * has missed (MCP 2025-11-25, Streamable HTTP, resumability). Event ids count up from 1. No event is sent again after
 * one that was not kept: the id is then unknown, rather than a message lost in silence. Storing never fails, as the
 * message has yet to be sent.
 */
export function createSessionLog({ ask }: Link, key: string): EventStore {
  let last = 0;
  let logs = 0;
  const newLog = (): Log => ({ key: `${key}:${(logs += 1)}`, kept: [], bytes: 0 });
  let log = newLog();
  // A message that comes while others are sent again would reach neither them nor the new connection.
  let replay: Promise<unknown> = Promise.resolve();

  const read = async (from: string, to: string): Promise<readonly Entry[]> => {
    if (!/^[1-9]\d{0,14}$/.test(from)) return [];
    const entries = await ask((client) => client.xRange(log.key, from, to));
    return (entries ?? []).map(({ id, message: { stream = '', text = '' } }) => {
      return { id: id.split('-')[0] ?? '', stream, text };
    });
  };

  return {
    storeEvent: async (stream, message) => {
      const id = (last += 1);
      await replay;
      const text = JSON.stringify(message);
      const used = log;
      const threshold = makeRoom(used, id, Buffer.byteLength(text));
      try {
        await ask((client) =>
          client
            .multi()
            .xAdd(
              used.key,
              String(id),
              { stream, text },
              { TRIM: { strategy: 'MINID', threshold } },
            )
            .expire(used.key, KEPT_SECONDS)
            .exec(),
        );
      } catch {
        if (log === used) log = newLog();
      }
      return String(id);
    },
    getStreamIdForEventId: async (eventId) => (await read(eventId, eventId))[0]?.stream,
    replayEventsAfter: async (lastEventId, { send }) => {
      const replayed = read(lastEventId, '+');
      replay = replayed.catch(() => undefined);
      const [first, ...later] = await replayed;
      if (first?.id !== lastEventId) throw new Error('The event is not known any more');
      for (const { id, stream, text } of later) {
        // The first event of a stream only has an id.
        if (stream !== first.stream || text === '{}') continue;
        await send(id, JSON.parse(text) as JSONRPCMessage);
      }
      return first.stream;
    },
  };
}

interface Entry {
  readonly id: string;
  readonly stream: string;
  readonly text: string;
}

/** Counts an event in; returns the id of the oldest one that is still to be kept. */
function makeRoom(log: Log, id: number, bytes: number): number {
  log.kept.push({ id, bytes });
  log.bytes += bytes;
  while (log.kept.length > MOST_EVENTS || log.bytes > MOST_BYTES) {
    log.bytes -= log.kept.shift()?.bytes ?? 0;
  }
  return log.kept[0]?.id ?? id + 1;
}
