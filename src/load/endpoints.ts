import { InputError, type Diagnostic } from '../diagnostics.js';
import { nearest } from '../nearest.js';
import { checkConfig } from './config-file.js';
import type { Config } from './config.js';
import { endpointInputs, type ReportFlaw, type Route } from './endpoint-inputs.js';
import {
  escapeToken,
  formatPointer,
  isObject,
  parsePointer,
  setOwn,
  type JsonObject,
} from './json.js';
import type { SourceFile } from './source-file.js';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];
const schemeName = 'default';

/** An OpenAPI 3.1 document of the endpoints that a config lists; MG130 to MG132 for every flaw. */
export function endpointsDocument(file: SourceFile): {
  readonly document: JsonObject;
  readonly originalPointer: (pointer: string) => string;
} {
  const config = checkConfig(file);
  const flaws: Diagnostic[] = [];
  const flaw: ReportFlaw = (message, pointer, help) => {
    flaws.push({ code: 'MG132', severity: 'error', message, origin: file.locate(pointer), help });
  };
  const routes = readRoutes(config, flaw);
  const paths: JsonObject = {};
  const origins = new Map<string, string>();
  for (const route of routes) {
    const method = route.method.toLowerCase();
    const item = paths[route.path];
    const operation = operationOf(route, flaw);
    if (isObject(item)) item[method] = operation;
    else setOwn(paths, route.path, { [method]: operation });
    origins.set(formatPointer(['paths', route.path, method]), route.pointer);
  }
  if (flaws.length > 0) throw new InputError(flaws);
  return { document: { ...frame(config), paths }, originalPointer: originalPointer(origins) };
}

function frame(config: Config): JsonObject {
  const { name = 'api', description, version = '1.0.0', baseUrl, auth } = config;
  return {
    openapi: '3.1.0',
    info: { title: name, version, ...(description === undefined ? {} : { description }) },
    ...(baseUrl === undefined ? {} : { servers: [{ url: baseUrl }] }),
    ...(auth === undefined
      ? {}
      : {
          security: [{ [schemeName]: [] }],
          components: {
            securitySchemes: {
              [schemeName]: auth.type === 'apiKey' ? auth : { type: 'http', scheme: auth.type },
            },
          },
        }),
  };
}

function readRoutes(config: Config, flaw: ReportFlaw): readonly Route[] {
  const seen = new Map<string, string>();
  return (config.endpoints ?? []).flatMap((entry, index) => {
    const entries = typeof entry === 'string' ? [[entry, null] as const] : Object.entries(entry);
    return entries.flatMap(([key, details]) => {
      const base = `/endpoints/${index}`;
      const pointer = typeof entry === 'string' ? base : `${base}/${escapeToken(key)}`;
      const [method = '', path = ''] = key.trim().split(/\s+(.*)/);
      if (!isRoute(method, path, pointer, flaw)) return [];
      const identity = `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
      if (seen.has(identity)) {
        flaw(`${key} is listed twice.`, pointer, 'Merge the two.');
        return [];
      }
      seen.set(identity, pointer);
      return [{ method, path, details: details ?? {}, pointer }];
    });
  });
}

function isRoute(method: string, path: string, pointer: string, flaw: ReportFlaw): boolean {
  if (!methods.includes(method)) {
    const meant = nearest(method, methods);
    const help =
      meant === undefined ? `Methods are ${methods.join(', ')}.` : `Did you mean ${meant}?`;
    flaw(`\`${method}\` is no HTTP method.`, pointer, help);
    return false;
  }
  if (!/^\/(?:[^{}?#\s]|\{[^{}/?#\s]+\})*$/.test(path)) {
    flaw(
      `\`${path}\` is no path.`,
      pointer,
      'Write it as /name/{parameter}; query parameters belong into `params`.',
    );
    return false;
  }
  return true;
}

function operationOf(route: Route, flaw: ReportFlaw): JsonObject {
  const { tool, title, description, readOnly, auth } = route.details;
  const directive = {
    ...(tool === undefined ? {} : { name: tool }),
    ...(title === undefined ? {} : { title }),
    ...(readOnly === undefined ? {} : { readOnly }),
  };
  return {
    ...(description === undefined ? {} : { description }),
    ...endpointInputs(route, flaw),
    responses: { default: { description: 'The response.' } },
    ...(auth === undefined ? {} : { security: [] }),
    ...(Object.keys(directive).length === 0 ? {} : { 'x-mcp': directive }),
  };
}

/** `originalPointer` for the document: an operation comes from its endpoint, the rest from the top. */
function originalPointer(origins: ReadonlyMap<string, string>): (pointer: string) => string {
  return (pointer) => {
    const [paths = '', path = '', method = '', ...rest] = parsePointer(pointer);
    const origin = origins.get(formatPointer([paths, path, method]));
    if (origin !== undefined) return rest[0] === 'requestBody' ? `${origin}/body` : origin;
    return paths === 'servers' ? '/baseUrl' : paths === 'components' ? '/auth' : '';
  };
}
