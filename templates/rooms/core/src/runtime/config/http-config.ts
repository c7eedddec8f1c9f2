import type { Environment } from './environment.js';
import { readHttpLimits, type HttpLimits } from './http-limits.js';
import { readSessionConfig, type SessionConfig } from './session-config.js';

/** How the HTTP transport listens, and whom it answers. */
export interface HttpConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where MCP is served. */
  readonly path: string;
  /** Host names that a request's `Host` header may have. */
  readonly allowedHosts: readonly string[];
  /** What a request's `Origin` header may be, if it has one: an origin, or a host name with any scheme and port. */
  readonly allowedOrigins: readonly string[];
  readonly limits: HttpLimits;
  /** Absent if no sessions are kept. */
  readonly sessions?: SessionConfig;
  /** Whether the server is ready only while the API answers. */
  readonly readyChecksUpstream: boolean;
}

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return loopback.includes(host) || host === '::1';
}

/** Any bind but loopback needs allowed hosts. */
export function readHttpConfig(
  environment: Environment,
  report: (problem: string) => void,
): HttpConfig {
  const host = environment.text('HOST') ?? '127.0.0.1';
  const local = isLoopback(host) ? loopback : [];
  const allowedHosts = environment.list('MCP_ALLOWED_HOSTS').map(hostName);
  const sessions = readSessionConfig(environment, report);

  if (local.length === 0 && allowedHosts.length === 0) {
    report(
      `MCP_ALLOWED_HOSTS is not set; with HOST=${host} it must list the host names that clients use`,
    );
  }
  return {
    host,
    port: environment.integer('PORT', { fallback: 3000, min: 0, max: 65_535 }),
    path: readPath(environment, report, 'MCP_PATH', { fallback: '/mcp' }),
    allowedHosts: [...local, ...allowedHosts],
    allowedOrigins: [...local, ...environment.list('MCP_ALLOWED_ORIGINS').map(originOrHost)],
    limits: readHttpLimits(environment),
    ...(sessions && { sessions }),
    readyChecksUpstream: environment.flag('MCP_READY_CHECK_UPSTREAM'),
  };
}

const takenPath = /^\/(health|ready|\.well-known(\/.*)?)$/;

/** The path that a variable names; `taken` are those of others. */
export function readPath(
  { text }: Environment,
  report: (problem: string) => void,
  name: string,
  { fallback, taken = [] }: { readonly fallback: string; readonly taken?: readonly string[] },
): string {
  const path = text(name) ?? fallback;
  const isPath = /^(\/[\w.~-]+)+$/.test(path);
  if (isPath && !takenPath.test(path) && !taken.includes(path)) return path;
  const others = ['/health', '/ready', '/.well-known', ...taken].join(', ');
  report(
    `${name} is ${JSON.stringify(path)}; set it to a path such as ${fallback}, and not to one of the server's own: ` +
      others,
  );
  return fallback;
}

/** What the checks compare: of an http(s) origin, or of a host with a port, the name alone, in lower case. */
function hostName(text: string): string {
  const url = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(url) ? new URL(url).hostname : text;
}

/** An origin as browsers send it (RFC 6454, section 6.2), or a host name for any scheme and port. */
function originOrHost(text: string): string {
  if (!text.includes('://')) return hostName(text);
  const isWeb = /^https?:\/\//i.test(text) && URL.canParse(text);
  return isWeb ? new URL(text).origin : text.replace(/\/$/, '');
}
