import type { RoomSetting } from '../room.js';

/** Where Redis is, and what this server's keys there begin with. */
export interface RedisConfig {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly database: number;
  readonly prefix: string;
}

/** Undefined if MCP_REDIS_URL is not set; no problem shows the URL, which may hold a password. */
export function readRedisConfig({
  definition,
  environment: { text },
  report,
}: RoomSetting): RedisConfig | undefined {
  const address = text('MCP_REDIS_URL');
  const prefix = text('MCP_REDIS_PREFIX') ?? definition.name;
  const givenPassword = text('MCP_REDIS_PASSWORD');
  if (address === undefined) return undefined;
  if (!/^[\w.:-]{1,64}$/.test(prefix)) {
    report('MCP_REDIS_PREFIX is not 1 to 64 letters, digits and any of . _ : -; set it to such');
  }
  const url = parseUrl(address);
  if (url === undefined) {
    report(
      'MCP_REDIS_URL is not the URL of a Redis server; set it to one such as redis://redis:6379 or, for TLS, rediss://redis:6380/0',
    );
    return undefined;
  }
  const username = decodeURIComponent(url.username);
  const password = givenPassword ?? decodeURIComponent(url.password);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || 6379),
    tls: url.protocol === 'rediss:',
    ...(username !== '' && { username }),
    ...(password !== '' && { password }),
    database: Number(url.pathname.slice(1)),
    prefix,
  };
}

function parseUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    decodeURIComponent(url.username + url.password);
    const isRight =
      /^rediss?:$/.test(url.protocol) &&
      url.hostname !== '' &&
      /^(\/\d{0,5})?$/.test(url.pathname) &&
      url.search + url.hash === '';
    return isRight ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The password as it is meant, and as the URL has it. */
export function redisSecrets({ password = '' }: RedisConfig): readonly string[] {
  return [password, encodeURIComponent(password)];
}
