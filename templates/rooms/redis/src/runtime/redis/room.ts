import { STATE_SECONDS } from '../protocol/states.js';
import type { Fittings, Room } from '../room.js';
import type { Runtime } from '../runtime.js';
import { readRedisConfig, redisSecrets, type RedisConfig } from './redis-config.js';

/** Shares between servers, by Redis, what each would else keep to itself. docs/redis.md says what, and what not. */
export const room: Room = {
  name: 'redis',
  configure: (setting) => {
    const config = readRedisConfig(setting);
    return config && { secrets: redisSecrets(config), open: (runtime) => open(config, runtime) };
  },
};

async function open(config: RedisConfig, { log }: Runtime): Promise<Fittings> {
  const [{ openLink }, { createSharedLimiters }, { createSharedBus }, { createSessionLog }] =
    await Promise.all([
      import('./link.js'),
      import('./shared-limiter.js'),
      import('./shared-bus.js'),
      import('./session-log.js'),
    ]);
  const { prefix } = config;
  const channel = `${prefix}:changes`;
  const bus = createSharedBus();
  const link = await openLink(config, { channel, onMessage: bus.hear }, log);
  return {
    createLimiter: createSharedLimiters(link, prefix),
    bus: bus.over(link, channel),
    createEventStore: (session) => createSessionLog(link, `${prefix}:session:${session}`),
    isFirstUse: (id) =>
      link
        .ask((client) =>
          client.set(`${prefix}:used:${id}`, '', {
            condition: 'NX',
            expiration: { type: 'EX', value: STATE_SECONDS },
          }),
        )
        .then(
          (reply) => reply !== null,
          () => true,
        ),
    close: () => {
      link.close();
      return Promise.resolve();
    },
  };
}
