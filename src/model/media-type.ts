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

export function isMediaType(name: string): boolean {
  return grammar.test(name);
}

/** Entries of a `content` map, the one that a request or a reply prefers first; equals in the map's order. */
export function readContent(content: JsonObject): readonly MediaType[] {
  return Object.entries(content)
    .map(([key, node]) => readMediaType(key, isObject(node) ? node : {}))
    .toSorted((left, right) => preference(left) - preference(right));
}

function readMediaType(key: string, node: JsonObject): MediaType {
  const name = key.trim();
  if (grammar.test(name) && essence(name) !== 'application/form-data') return { name, node, key };
  return { name: guess(name), malformed: key, node, key };
}

function guess(malformed: string): string {
  if (/multipart|form-data/i.test(malformed)) return 'multipart/form-data';
  if (/urlencoded/i.test(malformed)) return 'application/x-www-form-urlencoded';
  const essence = malformed.split(';')[0]?.trim() ?? '';
  return malformed !== essence && grammar.test(essence) ? essence : 'application/json';
}

/**
 * Of several media types the first in this order is sent, and is the first that `Accept` names:
 * 1. `application/json`, `application/merge-patch+json`, any other JSON, a range that JSON is in;
 * 2. `application/x-www-form-urlencoded`;
 * 3. `multipart/form-data`, any other multipart;
 * 4. text, XML among it;
 * 5. bytes;
 * 6. what is no media type and had to be guessed.
 * A range (`text/*`) comes after the types of its kind; equals stay in the order of the source.
 */
function preference({ name, malformed }: MediaType): number {
  const type = essence(name);
  const rank = { json: 20, form: 30, multipart: 40, text: 50, binary: 60 }[mediaKind(name)];
  const plain = plainest.get(type) ?? 0;
  return rank - plain + (type.includes('*') ? 5 : 0) + (malformed === undefined ? 0 : 100);
}

const plainest: ReadonlyMap<string, number> = new Map([
  ['application/json', 10],
  ['application/merge-patch+json', 5],
  ['multipart/form-data', 5],
]);

const textual =
  /^text\/|[/+](xml|yaml|x-yaml|csv|graphql|javascript|x-ndjson|ndjson|jsonl|jwt|jws|jwe|jose|sql|toml|sparql-query|sparql-update|n-triples|n-quads|trig|pem-file|x-pem-file|x-sh)$/;

const bytes =
  /^(image|audio|video|font|model)\/|octet-stream|[/.+-](pdf|zip|gzip|tar|bzip2?|7z(-compressed)?|rar(-compressed)?|msword|ms-excel|protobuf|msgpack|cbor|avro|parquet|binary)$|openxmlformats|opendocument/;

/** The kind of a media type; a range that JSON is in is JSON. */
export function mediaKind(name: string): MediaKind {
  const type = essence(name);
  if (isAnyType(name)) return 'json';
  if (/[/+]json$/.test(type)) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type.startsWith('multipart/')) return 'multipart';
  return textual.test(type) ? 'text' : 'binary';
}

/** Whether a range includes both JSON and what is not JSON. */
export function isAnyType(name: string): boolean {
  return /^(?:\*|application)\/\*$/.test(essence(name));
}

/** Whether a media type of the kind `binary` is known to be bytes; others may be a text that is not known here. */
export function isBytes(name: string): boolean {
  return bytes.test(essence(name));
}

/** What is sent for a media type: a wildcard stands for JSON, text or bytes. */
export function concreteType(name: string): string {
  const type = essence(name);
  if (!type.includes('*')) return name;
  if (type.startsWith('text/')) return 'text/plain';
  return mediaKind(name) === 'json' ? 'application/json' : 'application/octet-stream';
}

/** Whether a media type is in a range such as `image/*`. RFC 9110, section 12.5.1. */
export function isWithin(name: string, range: string): boolean {
  const [type = '', subtype = ''] = essence(name).split('/');
  const [rangeType, rangeSubtype] = essence(range).split('/');
  const isConcrete = !`${type}${subtype}`.includes('*');
  return isConcrete && rangeSubtype === '*' && (rangeType === '*' || rangeType === type);
}

/** A media type without its parameters, in lower case. */
export function essence(name: string): string {
  return (name.split(';')[0] ?? '').trim().toLowerCase();
}
