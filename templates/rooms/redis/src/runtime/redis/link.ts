import { setTimeout as delay } from 'node:timers/promises';
import { createClient, ErrorReply } from '@redis/client';
import type { Logger } from '../log.js';
import type { RedisConfig } from './redis-config.js';

/** A connection to Redis that is renewed, for as long as the server runs, whenever it breaks. */
export interface Link {
  /** What Redis answers to a command; rejects at once while Redis is away, and soon if it does not answer. */
  readonly ask: <T>(command: (client: RedisClient) => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

export type RedisClient = ReturnType<typeof clientOf>;

/** What is heard on a channel, whenever Redis can be reached. */
export interface Subscription {
  readonly channel: string;
  readonly onMessage: (text: string) => void;
}

/** After so long an answer is not waited for any more, and the connection is given up. */
const ANSWER_MS = 500;
const CONNECT_MS = 2_000;
/** How often a connection that nobody uses is tried. */
const PING_MS = 5_000;
const LONGEST_PAUSE_MS = 2_000;
/** Commands that may wait for answers: what comes on top is refused rather than kept in memory. */
const MOST_WAITING = 10_000;

/** Resolves when Redis is there for the first time, or the first try has failed. */
export async function openLink(
  config: RedisConfig,
  subscription: Subscription,
  log: Logger,
): Promise<Link> {
  const closing = new AbortController();
  const tell = createReport(config, log);
  let current: Connection | undefined;

  /** Lasts as long as the connection; `onReady` is called once it serves. */
  const serve = async (onReady: () => void): Promise<void> => {
    const connection = createConnection(config);
    try {
      await within(CONNECT_MS, connection.open(subscription));
      current = connection;
      tell.isThere();
      onReady();
      await connection.broken;
    } catch (error) {
      if (!closing.signal.aborted) tell.isAway(error);
    } finally {
      current = undefined;
      connection.close();
    }
  };
  const keep = async (onTried: () => void): Promise<void> => {
    let failures = 0;
    while (!closing.signal.aborted) {
      failures += 1;
      await serve(() => {
        failures = 0;
        onTried();
      });
      onTried();
      const pause = Math.min(100 * 2 ** failures, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
      await delay(pause, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  await new Promise<void>((resolve) => void keep(resolve));

  return {
    ask: async (command) => {
      const connection = current;
      if (connection === undefined) throw new Error('Redis is away');
      try {
        return await connection.ask(command);
      } catch (error) {
        if (error instanceof ErrorReply) tell.refuses(error);
        throw error;
      }
    },
    close: () => {
      closing.abort();
      current?.close();
    },
  };
}

interface Connection extends Pick<Link, 'ask' | 'close'> {
  readonly open: (subscription: Subscription) => Promise<void>;
  /** Rejects when the connection can no longer be used. */
  readonly broken: Promise<never>;
}

function createConnection(config: RedisConfig): Connection {
  const client = clientOf(config);
  let fail: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => (fail = reject));
  // It may break before anybody waits for that.
  broken.catch(() => undefined);
  client.on('error', fail);
  client.on('end', () => {
    fail(new Error('The connection was closed'));
  });
  const ask: Connection['ask'] = (command) =>
    within(ANSWER_MS, command(client), (error) => {
      fail(error);
      // Whatever else waits for an answer need not wait as long.
      client.destroy();
    });
  let pings: NodeJS.Timeout | undefined;
  return {
    broken,
    ask,
    open: async ({ channel, onMessage }) => {
      await client.connect();
      await client.subscribe(channel, onMessage);
      pings = setInterval(() => {
        ask(() => client.ping()).catch(() => undefined);
      }, PING_MS);
    },
    close: () => {
      clearInterval(pings);
      client.destroy();
    },
  };
}

/** A client that neither waits for a connection nor renews one: both would hide that Redis is away. */
function clientOf({ host, port, tls, username, password, database }: RedisConfig) {
  return createClient({
    socket: {
      ...{ host, port, connectTimeout: CONNECT_MS, reconnectStrategy: false },
      ...(tls && { tls }),
    },
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    database,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_WAITING,
    // Its own time limit ends when a command is sent.
    commandOptions: { timeout: 0 },
    maintNotifications: 'disabled',
  });
}

/** Rejects after `ms`, and tells `onLate`. */
async function within<T>(
  ms: number,
  work: Promise<T>,
  onLate: (error: Error) => void = () => undefined,
): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  let grace: NodeJS.Immediate | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = (): void => {
      const error = new Error(`Redis has not answered for ${ms} ms`);
      reject(error);
      onLate(error);
    };
    clock = setTimeout(() => {
      // Where this process was busy for so long, the answer is there and only has to be read.
      grace = setImmediate(giveUp);
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(clock);
    clearImmediate(grace);
  }
}

/** Logs that Redis comes or goes, or refuses something, but not again and again. */
function createReport({ host, port }: RedisConfig, log: Logger) {
  let state: 'new' | 'there' | 'away' = 'new';
  let refusal: string | undefined;
  return {
    isThere: (): void => {
      if (state !== 'there') log.info('Redis is there', { host, port });
      state = 'there';
    },
    isAway: (error: unknown): void => {
      const reason = error instanceof Error ? error.message : String(error);
      if (state !== 'away') {
        log.warn('Redis is away: until it is back, this server shares nothing with others', {
          ...{ host, port, reason },
        });
      }
      state = 'away';
    },
    refuses: ({ message }: Error): void => {
      if (message !== refusal) log.warn('Redis refuses a command', { reason: message });
      refusal = message;
    },
  };
}
