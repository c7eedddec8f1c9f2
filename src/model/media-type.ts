import { isObject, type JsonObject } from './node.js';

/** One entry of a `content` map. */
export interface MediaType {
  /** As the map spells it, or what a malformed one must have meant. */
  readonly name: string;
  /** Set if `name` is a guess: the map's key. */
  readonly malformed?: string;
  readonly node: JsonObject;
  /** The key of the map: a segment of the pointer. */
  readonly key: string;
}

/** How a body of a media type is written. */
export type MediaKind = 'json' | 'form' | 'multipart' | 'text' | 'binary';

/** RFC 9110, section 8.3.1, with wildcards. */
const grammar =
  /^[!#$&^_.+*\w-]+\/[!#$&^_.+*\w-]+(\s*;\s*[\w!#$&^.+-]+=("[ !#-[\]-~]*"|[\w!#$&^.+*/:-]+))*\s*;?$/u;

/** Entries of a `content` map, the one that a request or a reply prefers first; equals in the map's order. */
export function readContent(content: JsonObject): readonly MediaType[] {
  return Object.entries(content)
    .map(([key, node]) => readMediaType(key, isObject(node) ? node : {}))
    .toSorted((left, right) => preference(left) - preference(right));
}

function readMediaType(key: string, node: JsonObject): MediaType {
  const name = key.trim();
  if (grammar.test(name)) return { name, node, key };
  return { name: guess(name), malformed: key, node, key };
}

function guess(malformed: string): string {
  if (/multipart|form-data/i.test(malformed)) return 'multipart/form-data';
  if (/urlencoded/i.test(malformed)) return 'application/x-www-form-urlencoded';
  const essence = malformed.split(';')[0]?.trim() ?? '';
  return malformed !== essence && grammar.test(essence) ? essence : 'application/json';
}

/** JSON first, the plainest of it before patch formats, then forms, text and bytes; guesses last. */
function preference({ name, malformed }: MediaType): number {
  const type = essence(name);
  const kind = mediaKind(name);
  const rank = { json: 20, form: 30, multipart: 40, text: 50, binary: 60 }[kind];
  const plain =
    type === 'application/json' ? -10 : type === 'application/merge-patch+json' ? -5 : 0;
  return rank + plain + (type.includes('*') ? 5 : 0) + (malformed === undefined ? 0 : 100);
}

export function mediaKind(name: string): MediaKind {
  const type = essence(name);
  if (type === '*/*' || type === 'application/*') return 'json';
  if (/[/+]json$/.test(type)) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type.startsWith('multipart/')) return 'multipart';
  const textual = /^text\/|[/+](xml|yaml|x-yaml|csv|graphql|javascript|x-ndjson|jsonl|jwt|jose)$/;
  return textual.test(type) ? 'text' : 'binary';
}

/** What is sent for a media type: a wildcard stands for JSON, text or bytes. */
export function concreteType(name: string): string {
  const type = essence(name);
  if (!type.includes('*')) return name;
  if (type.startsWith('text/')) return 'text/plain';
  return mediaKind(name) === 'json' ? 'application/json' : 'application/octet-stream';
}

function essence(name: string): string {
  return (name.split(';')[0] ?? '').trim().toLowerCase();
}
