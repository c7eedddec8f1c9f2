import type { JsonSchema } from '../model.js';
import { field, isObject, type JsonObject } from '../node.js';
import { pointerTo } from '../reference.js';
import type { Draft } from './constraints.js';
import { isNullType } from './null.js';
import { show, type Note } from './note.js';
import type { Reading } from './reading.js';

export interface Alternatives {
  /** One of the alternatives is null itself. */
  readonly nullable: boolean;
  /** Schemas that a value must satisfy all. */
  readonly members: readonly JsonSchema[];
}

/** `anyOf` and `oneOf`; a single alternative is simply a member, and null beside others makes them nullable. */
export function readAlternatives(
  source: JsonObject,
  keyword: 'anyOf' | 'oneOf',
  note: Note,
  reading: Reading,
): Alternatives {
  const declared = readList(source, keyword, note);
  const schemas = new Set<JsonSchema>();
  let nullable = false;
  for (const [index, schema] of declared.entries()) {
    if (declared.length > 1 && isObject(schema) && isNullType(schema)) nullable = true;
    else schemas.add(reading.child(schema, pointerTo(note.pointer, keyword, index), ''));
  }
  const list = [...schemas];
  const [first] = list;
  if (first === undefined) return { nullable, members: [] };
  if (list.length === 1) return { nullable, members: [first] };
  const overlapping =
    keyword === 'oneOf' &&
    (isObject(field(source, 'discriminator')) || list.some((schema) => reading.wider.has(schema)));
  if (overlapping) note.info('MG312', 'The alternatives of a oneOf may overlap; any may match.');
  const member = overlapping ? { anyOf: list } : { [keyword]: list };
  if (overlapping || list.some((schema) => reading.wider.has(schema))) reading.wider.add(member);
  return { nullable, members: [member] };
}

/** `allOf`, `anyOf` or `oneOf` as a list. */
export function readList(source: JsonObject, keyword: string, note: Note): readonly unknown[] {
  const declared = field(source, keyword);
  if (Array.isArray(declared)) return declared;
  if (declared !== undefined) {
    note.warn('MG304', `The ${keyword} ${show(declared)} is no list and is ignored.`);
  }
  return [];
}

/** `not` and `if`, unless what they hold became wider than its source. */
export function readConditions(source: JsonObject, note: Note, reading: Reading): Draft {
  const draft: Draft = {};
  const child = (keyword: string) =>
    reading.child(field(source, keyword), pointerTo(note.pointer, keyword), '');
  for (const keyword of ['not', 'if']) {
    if (field(source, keyword) === undefined) continue;
    const condition = child(keyword);
    if (!reading.wider.has(condition)) draft[keyword] = condition;
    else {
      note.info('MG313', `The ${keyword} is not checked.`);
      reading.wider.add(source);
    }
  }
  if (draft['if'] === undefined) return draft;
  for (const keyword of ['then', 'else']) {
    if (field(source, keyword) !== undefined) draft[keyword] = child(keyword);
  }
  return draft;
}
