import { arrayField, isObject, objectField, type JsonObject } from '../node.js';
import type { Resolver } from '../reference.js';

/** What JSON holds, by the names in it. */
export type Outline =
  | { readonly kind: 'value'; readonly type: string }
  | { readonly kind: 'list'; readonly item: Outline }
  | ObjectOutline
  /** A list or an object whose content is too deep to be told. */
  | { readonly kind: 'cut'; readonly of: 'list' | 'object' };

export interface ObjectOutline {
  readonly kind: 'object';
  /** In the order of the description. */
  readonly members: ReadonlyMap<string, Outline>;
}

/** Levels of objects that are told apart: more do not fit in a line, and take long to read of large APIs. */
export const DEEPEST = 2;
/** References and parts that lead to a schema. */
const MOST_STEPS = 20;
const MOST_MEMBERS = 200;

const unknown: Outline = { kind: 'value', type: 'any' };

/** The outline of a schema of the document. Of alternatives it has the members of all. */
export type ReadOutline = (schema: unknown) => Outline;

/** Reads what is needed of each schema, and once for each depth. */
export function createOutlines(resolve: Resolver): ReadOutline {
  const known = new WeakMap<JsonObject, Map<number, Outline>>();

  const read = (schema: unknown, depth: number, steps: number): Outline => {
    const node = isObject(schema) ? resolve(schema, '')?.value : undefined;
    if (node === undefined || steps === MOST_STEPS) return unknown;
    const byDepth = known.get(node) ?? new Map<number, Outline>();
    known.set(node, byDepth);
    const before = byDepth.get(depth);
    if (before !== undefined) return before;
    // What a schema is made of may be the schema itself.
    byDepth.set(depth, unknown);
    const outline = readNode(node, depth, steps + 1);
    byDepth.set(depth, outline);
    return outline;
  };

  const readNode = (node: JsonObject, depth: number, steps: number): Outline => {
    const own = readOwn(node, depth, steps);
    if (node['allOf'] === undefined && node['anyOf'] === undefined && node['oneOf'] === undefined) {
      return own;
    }
    const parts = ['allOf', 'anyOf', 'oneOf']
      .flatMap((keyword) => arrayField(node, keyword))
      .filter((part) => !isObject(part) || part['type'] !== 'null')
      .map((part) => read(part, depth, steps));
    return [own, ...parts].reduce(united);
  };

  const readOwn = (node: JsonObject, depth: number, steps: number): Outline => {
    const { items, additionalProperties: rest } = node;
    const properties = objectField(node, 'properties');
    const type = [node['type']].flat().find((each) => each !== 'null');
    if (type === 'array' || items !== undefined) {
      return depth === 0
        ? { kind: 'cut', of: 'list' }
        : { kind: 'list', item: read(items, depth, steps) };
    }
    if (properties === undefined && !isObject(rest)) {
      return type === 'object'
        ? { kind: 'object', members: new Map() }
        : { kind: 'value', type: typeof type === 'string' ? type : 'any' };
    }
    if (depth === 0) return { kind: 'cut', of: 'object' };
    const entries = Object.entries(properties ?? { '*': rest }).slice(0, MOST_MEMBERS);
    const members = entries
      .filter(([, member]) => !isObject(member) || member['writeOnly'] !== true)
      .map(([name, member]) => [name, read(member, depth - 1, steps)] as const);
    return { kind: 'object', members: new Map(members) };
  };

  return (schema) => read(schema, DEEPEST, 0);
}

/** What says most; of two objects the members of both. */
function united(left: Outline, right: Outline): Outline {
  if (left.kind === 'object' && right.kind === 'object') {
    return { kind: 'object', members: new Map([...right.members, ...left.members]) };
  }
  return left.kind === 'value' && (left.type === 'any' || right.kind !== 'value') ? right : left;
}

/** How many values without members it names. */
export function countLeaves(outline: Outline): number {
  switch (outline.kind) {
    case 'object':
      return [...outline.members.values()].reduce((sum, each) => sum + countLeaves(each), 0);
    case 'list':
      return countLeaves(outline.item);
    case 'value':
    case 'cut':
      return 1;
  }
}

/** A list of objects in a reply, and the name that it stands under, if it is not the reply itself. */
export interface ObjectList {
  readonly name: string | undefined;
  readonly item: ObjectOutline;
}

/** Objects with more members are not there for the list in them. */
const LARGEST_ENVELOPE = 8;

/** The list of objects that the reply is, or that it is there for. */
export function listIn(outline: Outline): ObjectList | undefined {
  if (outline.kind === 'list') return objectList(undefined, outline.item);
  if (outline.kind !== 'object' || outline.members.size > LARGEST_ENVELOPE) return undefined;
  const lists = Array.from(outline.members).flatMap(
    ([name, member]) => (member.kind === 'list' ? objectList(name, member.item) : undefined) ?? [],
  );
  return lists.length === 1 ? lists[0] : undefined;
}

function objectList(name: string | undefined, item: Outline): ObjectList | undefined {
  return item.kind === 'object' && item.members.size > 0 ? { name, item } : undefined;
}
