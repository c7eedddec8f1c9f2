import type { Origin } from '../diagnostics.js';
import { failure } from './failure.js';
import { documentShape, grammar, type Kind, type Shape } from './grammar.js';
import { child, escapeToken, isObject, parseFragment, setOwn, type JsonObject } from './json.js';
import { limits } from './limits.js';
import type { Reader } from './reader.js';
import type { SourceFile } from './source-file.js';

/** A value with the file and the JSON pointer it was read from. */
export interface Site {
  readonly file: SourceFile;
  readonly pointer: string;
  readonly value: unknown;
}

/** A `$ref` that leads to something. */
export interface Reference {
  readonly holder: JsonObject;
  readonly kind: Kind;
  readonly target: Site;
  /** Where the holder stands in the root document; undefined when it stands in another file. */
  readonly rootPointer: string | undefined;
}

export interface References {
  readonly list: readonly Reference[];
  /** What stands in the root document although it was read from another file, by its pointer there. */
  readonly inlined: ReadonlyMap<object, string>;
  /** Where the objects of other files were read from. */
  readonly sites: ReadonlyMap<object, Site>;
}

interface Pending extends Site {
  readonly holder: JsonObject;
  readonly ref: string;
  readonly shape: Shape;
  readonly rootPointer: string | undefined;
  readonly hops: number;
}

/** What a walk through the files has seen and still has to resolve. */
interface Walk {
  readonly root: SourceFile;
  readonly visited: Set<object>;
  readonly pending: Pending[];
  readonly inlined: Map<object, string>;
  readonly sites: Map<object, Site>;
}

/**
 * Finds every `$ref` that the root document leads to, reading the files they name. A `$ref` in place
 * of a map or a path item is replaced by what it refers to, since no `$ref` may stand there in the
 * end. What leads nowhere is left for the model to report.
 */
export async function gatherReferences(reader: Reader): Promise<References> {
  const { root } = reader;
  const inlined = new Map<object, string>();
  const sites = new Map<object, Site>();
  const walk: Walk = { root, visited: new Set(), pending: [], inlined, sites };
  const list: Reference[] = [];
  visit(walk, { file: root, pointer: '', value: root.value }, documentShape, '');
  // Each reference that is resolved may add others.
  for (const reference of walk.pending) {
    const { holder, shape, rootPointer, hops } = reference;
    if (walk.visited.has(holder) || hops > limits.referenceChain) continue;
    walk.visited.add(holder);
    const target = await resolveReference(reader, reference, reference.ref, 0);
    if (target === undefined) continue;
    if (isInlined(shape) && isObject(target.value)) {
      inline(holder, target.value);
      walk.visited.delete(holder);
      visit(walk, { ...target, value: holder }, shape, rootPointer, hops + 1);
    } else if (shape.is === 'object') {
      list.push({ holder, kind: shape.kind, target, rootPointer });
      visit(walk, target, shape, undefined);
    }
  }
  return { list, inlined, sites };
}

function visit(
  walk: Walk,
  site: Site,
  shape: Shape,
  rootPointer: string | undefined,
  hops = 0,
): void {
  const { file, pointer, value } = site;
  if (typeof value !== 'object' || value === null || walk.visited.has(value)) return;
  if (file !== walk.root) {
    walk.sites.set(value, site);
    if (rootPointer !== undefined) walk.inlined.set(value, rootPointer);
  }
  const ref = child(value, '$ref');
  if (isObject(value) && typeof ref === 'string') {
    walk.pending.push({ ...site, holder: value, ref, shape, rootPointer, hops });
  } else walk.visited.add(value);
  for (const [token, of] of members(value, shape)) {
    const step = `/${escapeToken(token)}`;
    const member = { file, pointer: pointer + step, value: child(value, token) };
    visit(walk, member, of, rootPointer === undefined ? undefined : rootPointer + step);
  }
}

function isInlined(shape: Shape): boolean {
  return (
    shape.is === 'map' || (shape.is === 'object' && /^(?:pathItem|components)$/.test(shape.kind))
  );
}

/** Replaces a `$ref` by a copy of the fields of its target; fields beside the `$ref` win. */
export function inline(holder: JsonObject, target: JsonObject): void {
  delete holder['$ref'];
  for (const [key, value] of Object.entries(target)) {
    if (!Object.hasOwn(holder, key)) setOwn(holder, key, value);
  }
}

function* members(value: object, shape: Shape): Generator<readonly [string, Shape]> {
  if (shape.is !== 'object') {
    for (const token of Object.keys(value)) yield [token, { is: 'object', kind: shape.of }];
    return;
  }
  // `items` was a list of schemas up to JSON Schema 2019-09.
  if (Array.isArray(value)) {
    for (const token of Object.keys(value)) yield [token, shape];
    return;
  }
  const fields = grammar[shape.kind];
  for (const token of Object.keys(fields)) {
    const field = Object.hasOwn(value, token) ? fields[token] : undefined;
    if (field !== undefined) yield [token, field];
  }
}

async function resolveReference(
  reader: Reader,
  from: Site,
  ref: string,
  hops: number,
): Promise<Site | undefined> {
  if (hops > limits.referenceChain) return undefined;
  const [place, fragment] = splitAt(ref, ref.indexOf('#'));
  const originOf = (): Origin => from.file.locate(`${from.pointer}/$ref`);
  const file =
    place === '' ? from.file : await reader.read(targetUrl(place, from, originOf), originOf);
  if (fragment !== '' && !fragment.startsWith('/')) return undefined;

  let site: Site = { file, pointer: '', value: file.value };
  for (const token of parseFragment(fragment)) {
    let value = child(site.value, token);
    const through = child(site.value, '$ref');
    if (value === undefined && typeof through === 'string') {
      const resolved = await resolveReference(reader, site, through, hops + 1);
      if (resolved === undefined) return undefined;
      site = resolved;
      value = child(site.value, token);
    }
    if (value === undefined) return undefined;
    site = { file: site.file, pointer: `${site.pointer}/${escapeToken(token)}`, value };
  }
  return site;
}

function splitAt(text: string, index: number): readonly [string, string] {
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

function targetUrl(place: string, from: Site, originOf: () => Origin): URL {
  const url = URL.canParse(place, from.file.url.href) ? new URL(place, from.file.url) : undefined;
  const isFile = url?.protocol === 'file:' && url.host === '' && !/^file:/i.test(place);
  if (url === undefined || !(isFile || /^https?:$/.test(url.protocol))) {
    throw failure(
      'MG116',
      'This $ref is neither a relative path nor an http(s) URL.',
      originOf(),
      'Write it relative to the file it stands in.',
    );
  }
  return url;
}
