import type { Server, ServerDefinition } from '../tool.js';
import { shown, type Environment } from './environment.js';

/** A base URL without a trailing slash and its origin, or why there is none. */
export type Target =
  { readonly url: string; readonly origin: string } | { readonly problem: string };

/** Where requests go. OpenAPI 3.1, section 4.8.5. */
export interface Targets {
  readonly root: Target;
  /** By the key that a request's `server` has. */
  readonly others: ReadonlyMap<string, Target>;
  /** Origins that a request may be sent to besides its own target's. */
  readonly allowedOrigins: readonly string[];
  /** Whether API_BASE_URL stands in for the description's root server. */
  readonly replaced: boolean;
}

const BASE_URL = 'API_BASE_URL';

/** The base URL of each server. What is set wrong, and a root that is missing, is told to `report`. */
export function readTargets(
  definition: ServerDefinition,
  environment: Environment,
  report: (problem: string) => void,
): Targets {
  const allowedOrigins = environment.list('API_ALLOWED_ORIGINS').map((text) => {
    const url = parseBaseUrl(text);
    if (url === undefined) report(`API_ALLOWED_ORIGINS lists ${shown(text)}; list http(s) origins`);
    return url?.origin ?? text;
  });
  const replaced = environment.text(BASE_URL) !== undefined;
  const root = readTarget(definition.server ?? { url: '', env: BASE_URL }, environment, report);
  if ('problem' in root) report(root.problem);
  const known = [...('origin' in root ? [root.origin] : []), ...allowedOrigins];
  const others = Object.entries(definition.servers).map(([key, server]) => {
    const target = readTarget(server, environment, report);
    const isSet = environment.text(server.env) !== undefined;
    if ('problem' in target && isSet) report(target.problem);
    return [key, replaced && !isSet ? onlyAllowed(target, server, known) : target] as const;
  });
  return { root, others: new Map(others), allowedOrigins, replaced };
}

/** Whoever points the server at another API must not find some calls still going to the first one. */
function onlyAllowed(target: Target, server: Server, known: readonly string[]): Target {
  if ('problem' in target || known.includes(target.origin)) return target;
  return {
    problem:
      `This operation has its own server, ${target.url}, which is not used because ${BASE_URL} is set; ` +
      `set ${server.env}, or list its origin in API_ALLOWED_ORIGINS`,
  };
}

function readTarget(
  server: Server,
  environment: Environment,
  report: (problem: string) => void,
): Target {
  const override = environment.text(server.env);
  if (override !== undefined) {
    const url = parseBaseUrl(override);
    if (url !== undefined) return targetAt(url);
    return {
      problem: `${server.env} must be an http(s) URL without user name, query and fragment`,
    };
  }
  const missing: string[] = [];
  const text = server.url.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = server.variables?.[name];
    const value = variable && environment.text(variable.env);
    if (value !== undefined && variable?.enum && !variable.enum.includes(value)) {
      report(`${variable.env} is ${shown(value)}; set it to one of ${variable.enum.join(', ')}`);
    }
    const used = value ?? variable?.default;
    if (used === undefined) missing.push(variable?.env ?? server.env);
    return used ?? '';
  });
  if (missing.length > 0)
    return { problem: `${missing.join(', ')} is not set; the API's URL needs it` };
  const url = parseBaseUrl(text);
  return url === undefined
    ? { problem: `${server.env} is not set; set it to the URL of the API` }
    : targetAt(url);
}

function parseBaseUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.username + url.password + url.search + url.hash === '';
  return plain && /^https?:$/.test(url.protocol) ? url : undefined;
}

function targetAt({ href, origin }: URL): Target {
  return { url: href.replace(/\/+$/, ''), origin };
}
