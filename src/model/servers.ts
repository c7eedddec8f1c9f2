import type { Report } from '../diagnostics.js';
import type { EnvironmentNames } from './naming/environment-names.js';
import type { Server, ServerVariable } from './model.js';
import { arrayField, compare, isObject, objectField, textField, type JsonObject } from './node.js';
import type { Operation } from './operation.js';
import { pointerTo } from './reference.js';
import { readServerUrl } from './server-url.js';
import { splitWords } from './naming/words.js';

/** Where requests go: the root server, and those that path items or operations declare. */
export interface Servers {
  readonly root: Server | undefined;
  /** URLs of further root servers, for people. */
  readonly alternatives: readonly string[];
  /** The key of the server that an operation declares for itself; undefined: the root server. */
  readonly keyFor: (operation: Operation) => string | undefined;
  /** Servers that `keyFor` named so far, by key. */
  readonly table: () => Readonly<Record<string, Server>>;
}

interface Candidate {
  readonly url: string;
  readonly node: JsonObject;
  readonly pointer: string;
}

interface ServerOptions {
  readonly baseUrl?: string | undefined;
  /** The absolute URL that relative ones are resolved against. */
  readonly sourceUrl?: string | undefined;
}

/** Replaces the root server's URL. */
export const rootVariable = 'API_BASE_URL';

export function readServers(
  document: JsonObject,
  options: ServerOptions,
  names: EnvironmentNames,
  report: Report,
): Servers {
  const candidates = (node: JsonObject, pointer: string): readonly Candidate[] =>
    readCandidates(node, pointer, options.sourceUrl, report);
  const toServer = (candidate: Candidate, env: string): Server => ({
    url: candidate.url,
    env,
    ...readVariables(candidate, names, report),
  });
  const declared = candidates(document, '');
  const first = declared[0];
  const table = new Map<string, { readonly server: Server; readonly identity: string }>();

  const keyFor = (operation: Operation): string | undefined => {
    const own =
      candidates(operation.node, operation.pointer)[0] ??
      candidates(operation.pathItem, operation.pathItemPointer)[0];
    if (own === undefined || sameServer(own, first)) return undefined;
    const identity = identityOf(own);
    const known = [...table].find(([, entry]) => entry.identity === identity);
    if (known !== undefined) return known[0];
    const key = unusedKey(own.url, table);
    table.set(key, { identity, server: toServer(own, `${rootVariable}_${key.toUpperCase()}`) });
    return key;
  };
  return {
    root: rootServer(options.baseUrl, first, toServer, report),
    alternatives: declared.slice(options.baseUrl === undefined ? 1 : 0).map(({ url }) => url),
    keyFor,
    table: () =>
      Object.fromEntries(
        [...table]
          .toSorted(([left], [right]) => compare(left, right))
          .map(([key, { server }]) => [key, server]),
      ),
  };
}

function rootServer(
  baseUrl: string | undefined,
  first: Candidate | undefined,
  toServer: (candidate: Candidate, env: string) => Server,
  report: Report,
): Server | undefined {
  if (baseUrl !== undefined) return { url: baseUrl.replace(/\/+$/, ''), env: rootVariable };
  if (first !== undefined) return toServer(first, rootVariable);
  report({
    code: 'MG219',
    severity: 'warning',
    message: 'The description names no server with an absolute URL.',
    pointer: '/servers',
    help: `Give one with --base-url URL; until then the server needs ${rootVariable} to start.`,
  });
  return undefined;
}

function readCandidates(
  node: JsonObject,
  pointer: string,
  sourceUrl: string | undefined,
  report: Report,
): readonly Candidate[] {
  const usable: Candidate[] = [];
  for (const [index, server] of arrayField(node, 'servers').entries()) {
    const place = pointerTo(pointer, 'servers', index);
    const result = readServerUrl(textField(server, 'url'), sourceUrl);
    if ('url' in result) {
      usable.push({ url: result.url, node: isObject(server) ? server : {}, pointer: place });
    } else if (result.flaw !== undefined) {
      const message = `This server is not used: ${result.flaw}.`;
      report({ code: 'MG220', severity: 'warning', message, pointer: place });
    }
  }
  return usable;
}

/** OpenAPI 3.1, section 4.8.6. */
function readVariables(
  { url, node, pointer }: Candidate,
  names: EnvironmentNames,
  report: Report,
): { readonly variables?: Readonly<Record<string, ServerVariable>> } {
  const declared = objectField(node, 'variables') ?? {};
  const used = [...new Set(Array.from(url.matchAll(/\{([^{}]+)\}/g), ([, name = '']) => name))];
  if (used.length === 0) return {};
  const variables = used.map((name): readonly [string, ServerVariable] => {
    const variable = objectField(declared, name);
    const allowed = arrayField(variable, 'enum').flatMap((value) => oneLine(value) ?? []);
    const preset = oneLine(variable?.['default']) ?? allowed[0];
    if (preset === undefined) {
      const message = `The server variable "${name}" has no default: its environment variable must be set.`;
      report({ code: 'MG221', severity: 'warning', message, pointer });
    }
    return [
      name,
      {
        env: names.name(`variable:${name}`, name),
        ...(preset !== undefined && { default: preset }),
        ...(allowed.length > 0 && {
          enum: [...new Set([...allowed, ...(preset === undefined ? [] : [preset])])],
        }),
      },
    ];
  });
  return { variables: Object.fromEntries(variables) };
}

/** A value that an environment variable can hold. */
function oneLine(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && text !== '' && !/\p{Cc}/u.test(text) ? text : undefined;
}

function identityOf({ url, node }: Candidate): string {
  return JSON.stringify([url, node['variables'] ?? null]);
}

function sameServer(left: Candidate, right: Candidate | undefined): boolean {
  return right !== undefined && identityOf(left) === identityOf(right);
}

/** The host in `lower_snake`, then with the path, then numbered. */
function unusedKey(url: string, table: ReadonlyMap<string, unknown>): string {
  const [host = '', ...path] = url.replace(/^https?:\/\//, '').split('/');
  const short = splitWords(host).join('_') || 'server';
  const long = splitWords([host, ...path].join(' ')).join('_') || 'server';
  let key = table.has(short) ? long : short;
  for (let count = 2; table.has(key); count += 1) key = `${long}_${count}`;
  return key;
}
