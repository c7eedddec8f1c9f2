import type { Environment } from './environment.js';

/** How the HTTP transport listens, and whom it answers. */
export interface HttpConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Host names that a request's `Host` header may have. */
  readonly allowedHosts: readonly string[];
  /** Host names that a request's `Origin` header may have, if it has one. */
  readonly allowedOrigins: readonly string[];
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

  if (local.length === 0 && allowedHosts.length === 0) {
    report(
      `MCP_ALLOWED_HOSTS is not set; with HOST=${host} it must list the host names that clients use`,
    );
  }
  return {
    host,
    port: environment.integer('PORT', { fallback: 3000, min: 0, max: 65_535 }),
    allowedHosts: [...local, ...allowedHosts],
    allowedOrigins: [...local, ...environment.list('MCP_ALLOWED_ORIGINS').map(hostName)],
  };
}

/** What the checks compare: of an http(s) origin, or of a host with a port, the name alone, in lower case. */
function hostName(text: string): string {
  const url = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(url) ? new URL(url).hostname : text;
}
