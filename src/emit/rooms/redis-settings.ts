import { section, type SettingSection } from '../setting-section.js';

/** How replicas share by Redis what each would else keep to itself. */
export const redisSettings: readonly SettingSection[] = [
  section('Redis', [
    [
      'MCP_REDIS_URL',
      '',
      'URL of Redis, such as `redis://redis:6379` or, with TLS, `rediss://user:password@redis.example.com:6380/0`; unset, nothing is shared. See [redis.md](redis.md).',
    ],
    ['MCP_REDIS_PASSWORD', '', 'Password for Redis, in place of one in the URL.'],
    [
      'MCP_REDIS_PREFIX',
      '',
      'What keys and channels begin with, the same for all replicas; unset, the name of the server.',
    ],
  ]),
];
