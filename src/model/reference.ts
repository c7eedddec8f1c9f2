import type { Report } from '../diagnostics.js';
import { field, isObject, type JsonObject } from './node.js';

/** A value of the document with the JSON pointer it stands at. */
export interface Located<Value = unknown> {
  readonly value: Value;
  readonly pointer: string;
}

/** Appends segments to a JSON pointer (RFC 6901). */
export function pointerTo(base: string, ...segments: readonly (string | number)[]): string {
  let pointer = base;
  for (const segment of segments) {
    pointer += `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  return pointer;
}

/** Finds what a `$ref` inside the document names, percent-encoded or not; undefined if there is nothing. */
export function lookup(document: unknown, ref: string): Located | undefined {
  if (ref === '#') return { value: document, pointer: '' };
  if (!ref.startsWith('#/')) return undefined;
  let value = document;
  let pointer = '';
  for (const token of ref.slice(2).split('/')) {
    const name = namesOf(token).find((candidate) => has(value, candidate));
    if (name === undefined) return undefined;
    value = Array.isArray(value) ? value[Number(name)] : field(value, name);
    pointer = pointerTo(pointer, name);
  }
  return { value, pointer };
}

/** What a token may stand for. */
function namesOf(token: string): readonly string[] {
  if (!/[~%]/.test(token)) return [token];
  return [token, decodePercent(token)].map((text) =>
    text.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
}

/**
 * Follows the `$ref`s of a node to the object they stand for. What is no object, or leads nowhere or round in a
 * circle, is reported once and undefined.
 */
export type Resolver = (node: unknown, pointer: string) => Located<JsonObject> | undefined;

export function createResolver(document: unknown, report: Report): Resolver {
  return (node, pointer) => {
    let located: Located = { value: node, pointer };
    const visited = new Set<string>();
    for (;;) {
      const { value } = located;
      if (!isObject(value)) {
        const message = `Expected an object here, found ${kindOf(value)}.`;
        report({ code: 'MG201', severity: 'warning', message, pointer: located.pointer });
        return undefined;
      }
      const ref = field(value, '$ref');
      if (typeof ref !== 'string') return { value, pointer: located.pointer };
      const target = visited.has(ref) ? undefined : lookup(document, ref);
      if (target === undefined) {
        const reason = visited.has(ref) ? 'refers to itself' : 'leads nowhere';
        const message = `The reference ${JSON.stringify(ref)} ${reason}.`;
        report({ code: 'MG202', severity: 'warning', message, pointer: located.pointer });
        return undefined;
      }
      visited.add(ref);
      located = target;
    }
  };
}

function has(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(name) && Number(name) < value.length;
  return isObject(value) && Object.hasOwn(value, name);
}

function decodePercent(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
