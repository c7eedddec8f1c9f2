import type { ServerModel } from '../model/model.js';

/** An environment variable that every project reads. */
export interface Setting {
  readonly name: string;
  /** '' if not setting it means something that no value does. */
  readonly default: string;
  readonly required?: boolean;
  readonly description: string;
}

const settings: readonly Setting[] = [
  {
    name: 'API_BASE_URL',
    default: '',
    description: 'URL of the API, in place of the one in its description.',
  },
  {
    name: 'API_ALLOWED_ORIGINS',
    default: '',
    description: 'Further origins that requests may go to, separated by commas.',
  },
  {
    name: 'API_TIMEOUT_MS',
    default: '30000',
    description: 'Milliseconds that the API has for its answer.',
  },
  {
    name: 'API_MAX_CONCURRENCY',
    default: '16',
    description: 'Requests to the API at a time.',
  },
  {
    name: 'MCP_TRANSPORT',
    default: 'stdio',
    description: '`stdio` or `http`.',
  },
  {
    name: 'HOST',
    default: '127.0.0.1',
    description:
      'Address that HTTP listens on. Any but a loopback address needs `MCP_ALLOWED_HOSTS` and `MCP_AUTH_TOKEN`.',
  },
  {
    name: 'PORT',
    default: '3000',
    description: 'Port that HTTP listens on; 0 takes any free one.',
  },
  {
    name: 'MCP_ALLOWED_HOSTS',
    default: '',
    description: 'Host names that HTTP clients may use to reach the server, separated by commas.',
  },
  {
    name: 'MCP_ALLOWED_ORIGINS',
    default: '',
    description: 'Origins of web pages that may call the server over HTTP, separated by commas.',
  },
  {
    name: 'MCP_AUTH_TOKEN',
    default: '',
    description: 'Bearer token that HTTP clients must send: a long random value.',
  },
  {
    name: 'MCP_ALLOW_UNAUTHENTICATED',
    default: '0',
    description: '`1`: anyone who reaches the port may use the API with your credentials.',
  },
  {
    name: 'MCP_MAX_UPSTREAM_BYTES',
    default: '10000000',
    description: 'Bytes of an answer of the API beyond which it is refused.',
  },
  {
    name: 'MCP_MAX_RESULT_CHARS',
    default: '48000',
    description: 'Characters of a result beyond which it is cut.',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    description: '`debug`, `info`, `warn` or `error`; logs go to stderr.',
  },
];

/** Every variable that a project reads. */
export interface Environment {
  /** Of the API; descriptions and defaults are texts of the source. */
  readonly variables: readonly Setting[];
  /** Of the server itself; descriptions are Markdown. */
  readonly settings: readonly Setting[];
}

/** The variables of the model's API, and the settings that every project has. */
export function projectEnvironment(model: ServerModel): Environment {
  const own = new Set(model.environment.map(({ name }) => name));
  return {
    variables: model.environment.map(({ name, description, required, default: value = '' }) => ({
      name,
      default: value,
      required,
      description,
    })),
    settings: settings.filter(({ name }) => !own.has(name)),
  };
}
