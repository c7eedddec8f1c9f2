import { logLevels, type LogLevel } from '../log.js';
import type { ServerDefinition } from '../tool.js';
import type { Environment } from './environment.js';
import { readHttpConfig, type HttpConfig } from './http-config.js';
import { readTargets, type Targets } from './targets.js';

/** What the environment says about how to run. */
export interface Config {
  readonly transport: 'stdio' | 'http';
  readonly http: HttpConfig;
  readonly targets: Targets;
  /** Limits on one request to the API. */
  readonly upstream: {
    readonly timeoutMs: number;
    readonly maxBytes: number;
    /** Connections, and so requests at a time, to one origin. */
    readonly maxConcurrency: number;
  };
  /** Longest text of a tool's result, in UTF-16 code units. */
  readonly maxResultChars: number;
  readonly logLevel: LogLevel;
}

/** The configuration; every problem with it is told to `report`. */
export function readConfig(
  definition: ServerDefinition,
  environment: Environment,
  report: (problem: string) => void,
): Config {
  const transport = environment.choice('MCP_TRANSPORT', ['stdio', 'http'], 'stdio');
  return {
    transport,
    http: readHttpConfig(environment, transport === 'http' ? report : () => undefined),
    targets: readTargets(definition, environment, report),
    upstream: {
      timeoutMs: environment.integer('API_TIMEOUT_MS', {
        fallback: 30_000,
        min: 1,
        max: 3_600_000,
      }),
      maxBytes: environment.integer('MCP_MAX_UPSTREAM_BYTES', {
        fallback: 10_000_000,
        min: 1_000,
        max: 500_000_000,
      }),
      maxConcurrency: environment.integer('API_MAX_CONCURRENCY', {
        fallback: 16,
        min: 1,
        max: 1_000,
      }),
    },
    maxResultChars: environment.integer('MCP_MAX_RESULT_CHARS', {
      fallback: 48_000,
      min: 1_000,
      max: 100_000_000,
    }),
    logLevel: environment.choice('LOG_LEVEL', logLevels, 'info'),
  };
}
