import type { Server, Tool } from './model.js';

/**
 * The origins that receive a credential, sorted: of every server that a tool with security is sent to. Where the
 * origin is variable, all that the description's own values make of it, so that a changed default is a new origin;
 * a variable without a value stays as `{name}`.
 */
export function credentialOrigins(
  tools: readonly Tool[],
  root: Server | undefined,
  servers: Readonly<Record<string, Server>>,
): readonly string[] {
  const origins = new Set<string>();
  for (const { request } of tools) {
    if (request.security === undefined) continue;
    const server = request.server === undefined ? root : servers[request.server];
    if (server !== undefined) for (const url of urlsOf(server)) origins.add(originOf(url));
  }
  return [...origins].toSorted();
}

/** The URL with the default of every variable, and with each other value of one of them. */
function urlsOf({ url, variables = {} }: Server): readonly string[] {
  const defaults = new Map(
    Object.entries(variables).map(([name, { default: value }]) => [name, value]),
  );
  const choices = Object.entries(variables).flatMap(([name, variable]) =>
    (variable.enum ?? []).map((value) => fill(url, new Map([...defaults, [name, value]]))),
  );
  return [fill(url, defaults), ...choices];
}

function fill(url: string, values: ReadonlyMap<string, string | undefined>): string {
  return url.replace(/\{([^{}]*)\}/g, (variable, name: string) => values.get(name) ?? variable);
}

function originOf(url: string): string {
  const origin = /^[^:]+:\/\/[^/]*/.exec(url)?.[0] ?? url;
  return origin.includes('{') || !URL.canParse(origin) ? url : new URL(origin).origin;
}
