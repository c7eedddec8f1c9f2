import { createRequire } from 'node:module';
import type { Document, Node } from 'yaml';
import { scanJson } from './json-text.js';
import { parsePointer } from './json.js';

/** A place in a text; both start at 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Only reports need places, so the second YAML parser is loaded when the first one is asked for. */
const requireYaml: (id: 'yaml') => typeof import('yaml') = createRequire(import.meta.url);

/** The place of an offset. */
export function placeAt(text: string, offset: number): Place {
  return placeIn(lineStarts(text), offset);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

function placeIn(starts: readonly number[], offset: number): Place {
  let line = 0;
  let beyond = starts.length;
  while (beyond - line > 1) {
    const middle = (line + beyond) >> 1;
    if ((starts[middle] ?? 0) <= offset) line = middle;
    else beyond = middle;
  }
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

/**
 * Finds the key (in lists: the item) that a JSON pointer leads to, or that of its nearest ancestor
 * that exists. The text is scanned at the first call, and only as far as pointers lead.
 */
export function positionFinder(text: string, format: 'json' | 'yaml'): (pointer: string) => Place {
  const offsetOf = format === 'json' ? jsonOffsets(text) : yamlOffsets(text);
  let starts: readonly number[] | undefined;
  return (pointer) => placeIn((starts ??= lineStarts(text)), offsetOf(parsePointer(pointer)));
}

interface JsonMember {
  readonly start: number;
  readonly value: number;
  members?: ReadonlyMap<string, JsonMember>;
}

function jsonOffsets(text: string): (tokens: readonly string[]) => number {
  const root: JsonMember = { start: text.search(/\S|$/), value: 0 };
  return (tokens) => {
    let current = root;
    for (const token of tokens) {
      current.members ??= jsonMembers(text, current.value);
      const next = current.members.get(token);
      if (next === undefined) break;
      current = next;
    }
    return current.start;
  };
}

function jsonMembers(text: string, offset: number): ReadonlyMap<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  const member = (token: string, start: number, value: number): undefined => {
    members.set(token, { start, value });
  };
  scanJson(text, offset, { member });
  return members;
}

function yamlOffsets(text: string): (tokens: readonly string[]) => number {
  let parsed: Document | undefined;
  return (tokens) => {
    const yaml = requireYaml('yaml');
    parsed ??= yaml.parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
    const document = parsed;
    const resolve = (node: unknown): unknown =>
      yaml.isAlias(node) ? node.resolve(document) : node;
    let offset = startOf(document.contents) ?? 0;
    let current = resolve(document.contents);
    for (const token of tokens) {
      if (yaml.isSeq(current)) {
        const item = current.items[Number(token)];
        if (!yaml.isNode(item)) break;
        offset = startOf(item) ?? offset;
        current = resolve(item);
      } else if (yaml.isMap(current)) {
        const pair = current.items.find(({ key }) => yaml.isScalar(key) && keyOf(key) === token);
        if (pair === undefined) break;
        offset = (yaml.isNode(pair.key) ? startOf(pair.key) : undefined) ?? offset;
        current = resolve(pair.value);
      } else break;
    }
    return offset;
  };
}

function keyOf(key: { readonly value: unknown; readonly source?: string }): string {
  return key.source ?? String(key.value);
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0];
}
