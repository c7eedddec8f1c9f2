import type { SecurityScheme, Server, Tool } from '../model.js';

/**
 * The origins that receive a credential, sorted: of every server that a tool with security is sent to, and of every
 * URL that tokens come from or are found by. Where the origin is variable, all that the description's own values make
 * of it, so that a changed default is a new origin; a variable without a value stays as `{name}`.
 */
export function credentialOrigins(
  tools: readonly Tool[],
  root: Server | undefined,
  servers: Readonly<Record<string, Server>>,
  schemes: Readonly<Record<string, SecurityScheme>>,
): readonly string[] {
  const origins = new Set<string>();
  for (const { request } of tools) {
    if (request.security === undefined) continue;
    const server = request.server === undefined ? root : servers[request.server];
    if (server !== undefined) for (const url of urlsOf(server)) origins.add(originOf(url));
  }
  for (const url of Object.values(schemes).flatMap(tokenUrls)) {
    if (URL.canParse(url)) origins.add(originOf(url));
    // A relative one is below the root server.
    else if (root !== undefined) for (const base of urlsOf(root)) origins.add(originOf(base));
  }
  return [...origins].toSorted();
}

function tokenUrls(scheme: SecurityScheme): readonly string[] {
  if (scheme.type !== 'oauth2' || scheme.client === undefined) return [];
  const { grants, discoveryUrl } = scheme.client;
  return [...grants.map(({ tokenUrl }) => tokenUrl), discoveryUrl].filter(
    (url) => url !== undefined,
  );
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
