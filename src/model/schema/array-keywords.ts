import { arrayField, field, isObject, type JsonObject } from '../node.js';
import { pointerTo } from '../reference.js';
import type { Draft } from './constraints.js';
import { show, type Note } from './note.js';
import type { Reading } from './reading.js';

/** The keywords of a schema that restrict an array's items. */
export function readArrayKeywords(source: JsonObject, note: Note, reading: Reading): Draft {
  const child = (schema: unknown, ...path: readonly (string | number)[]) =>
    reading.child(schema, pointerTo(note.pointer, ...path), '');
  const draft: Draft = {};
  const items = field(source, 'items');
  const tuple = Array.isArray(items) ? 'items' : 'prefixItems';
  const first = arrayField(source, tuple).map((item, index) => child(item, tuple, index));
  if (first.length > 0) draft['prefixItems'] = first;
  if (tuple === 'items') note.info('MG305', 'A list of items is read as prefixItems.');
  const rest = tuple === 'items' ? 'additionalItems' : 'items';
  for (const [keyword, place] of [
    ['items', rest],
    ['contains', 'contains'],
    ['unevaluatedItems', 'unevaluatedItems'],
  ] as const) {
    const value = field(source, place);
    if (typeof value === 'boolean') draft[keyword] = value;
    else if (isObject(value)) draft[keyword] = child(value, place);
    else if (value !== undefined && value !== null) {
      note.warn('MG304', `The ${place} ${show(value)} is no schema and is ignored.`);
    }
  }
  return draft;
}

/** A frequent slip: the values that an array's items may have, written beside `type: array`. */
export function withEnumOnItems(source: JsonObject, note: Note): JsonObject {
  const values = arrayField(source, 'enum');
  const items = field(source, 'items');
  const misplaced =
    field(source, 'type') === 'array' &&
    values.length > 0 &&
    isObject(items) &&
    !values.some((value) => value === null || Array.isArray(value));
  if (!misplaced) return source;
  note.info('MG305', 'An enum beside "type: array" is read as that of the items.');
  const { enum: list, ...rest } = source;
  return { ...rest, items: field(items, 'enum') === undefined ? { ...items, enum: list } : items };
}
