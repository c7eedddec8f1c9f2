import type { Report } from '../diagnostics.js';
import type { HttpMethod } from './model.js';
import { arrayField, compare, isObject, objectField, textField } from './node.js';
import type { JsonObject } from './node.js';
import type { Operation } from './operation.js';
import { pointerTo, type Located, type Resolver } from './reference.js';
import { parseRoute, pathVariable } from './request/route.js';

const methods: readonly HttpMethod[] = [
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE',
];

export interface Operations {
  /** Sorted by key. */
  readonly operations: readonly Operation[];
  /** How many could not be understood; each has been reported. */
  readonly skipped: number;
}

/** Finds every operation of the document, through the references of its path items (OpenAPI 3.1, section 4.8.8). */
export function readOperations(
  document: JsonObject,
  resolve: Resolver,
  report: Report,
): Operations {
  const operations: Operation[] = [];
  let skipped = 0;
  const skip = (method: string, path: string, reason: string, pointer: string): void => {
    skipped += 1;
    const message = `${method} ${path} is left out: ${reason}.`;
    report({ code: 'MG203', severity: 'warning', message, pointer });
  };
  for (const [path, located] of pathItems(document, resolve)) {
    const flaw = pathFlaw(path);
    for (const method of methods) {
      const name = method.toLowerCase();
      if (!Object.hasOwn(located.value, name)) continue;
      const pointer = pointerTo(located.pointer, name);
      const node = isObject(located.value[name])
        ? resolve(located.value[name], pointer)
        : undefined;
      if (flaw !== undefined) skip(method, path, flaw, pointer);
      else if (node === undefined) skip(method, path, 'it is not an object', pointer);
      else operations.push(readOperation(method, path, node, located));
    }
    for (const name of ['query', ...Object.keys(additionalOperations(located.value))]) {
      if (name === 'query' && !isObject(located.value['query'])) continue;
      skip(name.toUpperCase(), path, 'the method is not supported', located.pointer);
    }
  }
  return { operations: withUniqueKeys(operations, report), skipped };
}

/** Path items of `paths`, and of `x-ms-paths`, whose keys may hold a query. */
function* pathItems(
  document: JsonObject,
  resolve: Resolver,
): Iterable<readonly [path: string, item: Located<JsonObject>]> {
  for (const table of ['paths', 'x-ms-paths']) {
    for (const [path, item] of Object.entries(objectField(document, table) ?? {})) {
      if (path.startsWith('x-')) continue;
      const located = resolve(item, pointerTo('', table, path));
      if (located === undefined) continue;
      const siblings = isObject(item) && item !== located.value ? item : {};
      yield [path, { value: { ...located.value, ...siblings }, pointer: located.pointer }];
    }
  }
}

/** OpenAPI 3.2, section 4.9.1. */
function additionalOperations(pathItem: JsonObject): JsonObject {
  return objectField(pathItem, 'additionalOperations') ?? {};
}

function pathFlaw(path: string): string | undefined {
  if (!path.startsWith('/')) return 'its path does not start with "/"';
  if (/[\p{Cc}\p{Cs}\\]/u.test(path)) return 'its path holds characters that no URL has';
  const { template } = parseRoute(path);
  const segments = (template.split('?')[0] ?? '').split('/');
  const climbs = segments.some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
  return climbs ? 'its path climbs with "." or ".."' : undefined;
}

function readOperation(
  method: HttpMethod,
  path: string,
  { value: node, pointer }: Located<JsonObject>,
  pathItem: Located<JsonObject>,
): Operation {
  return {
    key: `${method} ${path.replaceAll(pathVariable, '{}')}`,
    method,
    path,
    route: parseRoute(path),
    node,
    pointer,
    pathItem: pathItem.value,
    pathItemPointer: pathItem.pointer,
    operationId: textField(node, 'operationId')?.trim(),
    tags: arrayField(node, 'tags').filter((tag) => typeof tag === 'string'),
  };
}

/** Two paths may differ only in how their variables are called: the later one keeps those names in its key. */
function withUniqueKeys(operations: readonly Operation[], report: Report): readonly Operation[] {
  const keys = new Set<string>();
  const byPath = operations.toSorted(
    (left, right) => compare(left.key, right.key) || compare(left.path, right.path),
  );
  const unique = byPath.map((operation) => {
    const key = keys.has(operation.key) ? `${operation.method} ${operation.path}` : operation.key;
    if (key !== operation.key) {
      const message = `${key} is the same as another path but for the names of its variables.`;
      report({ code: 'MG214', severity: 'info', message, pointer: operation.pointer });
    }
    keys.add(key);
    return { ...operation, key };
  });
  return unique.toSorted((left, right) => compare(left.key, right.key));
}
