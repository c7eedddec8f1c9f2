import type { Environment } from './environment.js';
import { readProxy, type ProxyConfig } from './proxy-config.js';

/** Limits on calls of the API. Times are in milliseconds. */
export interface UpstreamConfig {
  /** For one try of a request. */
  readonly timeoutMs: number;
  /** For a call with all its tries, and the waiting before and between them: less than the 60 s that clients give. */
  readonly totalTimeoutMs: number;
  /** Tries after the first, of a request that may be repeated. */
  readonly maxRetries: number;
  /** Failures in a row after which an origin gets no requests for `breakerResetMs`; 0: it always gets them. */
  readonly breakerFailures: number;
  readonly breakerResetMs: number;
  /** Requests at a time. */
  readonly maxConcurrency: number;
  /** Requests that wait for others to end. */
  readonly maxQueue: number;
  /** Of a reply's body, decoded. */
  readonly maxBytes: number;
  /** Absent: requests go straight to the API. */
  readonly proxy?: ProxyConfig;
}

/** The limits; every problem with them is told to `report`. */
export function readUpstreamConfig(
  environment: Environment,
  report: (problem: string) => void,
): UpstreamConfig {
  const integer = (name: string, fallback: number, min: number, max: number): number =>
    environment.integer(name, { fallback, min, max });
  const timeoutMs = integer('API_TIMEOUT_MS', 30_000, 1, 3_600_000);
  const proxy = readProxy(environment, report);
  return {
    timeoutMs,
    totalTimeoutMs: integer('API_TOTAL_TIMEOUT_MS', Math.max(55_000, timeoutMs), 1, 3_600_000),
    maxRetries: integer('API_MAX_RETRIES', 2, 0, 10),
    breakerFailures: integer('API_BREAKER_FAILURES', 10, 0, 1_000_000),
    breakerResetMs: integer('API_BREAKER_RESET_MS', 10_000, 1, 3_600_000),
    maxConcurrency: integer('API_MAX_CONCURRENCY', 16, 1, 1_000),
    maxQueue: integer('API_MAX_QUEUE', 256, 0, 1_000_000),
    maxBytes: integer('MCP_MAX_UPSTREAM_BYTES', 10_000_000, 1_000, 500_000_000),
    ...(proxy && { proxy }),
  };
}
