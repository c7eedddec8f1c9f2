import type { JsonSchema } from '../model.js';
import { arrayField, field, type JsonObject } from '../node.js';
import { pointerTo } from '../reference.js';
import { readAlternatives, readConditions, readList } from './alternatives.js';
import { readAnnotations } from './annotations.js';
import { readArrayKeywords, withEnumOnItems } from './array-keywords.js';
import { conjoin, propertyNames } from './conjunction.js';
import { readConstraints, type Draft } from './constraints.js';
import { isFileSource, withoutFileFormat } from './file-source.js';
import { acceptDigits } from './int64.js';
import { createNote, show, type Note } from './note.js';
import { acceptNull } from './null.js';
import { readObjectKeywords } from './object-keywords.js';
import { readPattern } from './pattern.js';
import type { Reading } from './reading.js';
import { subschemas } from './subschemas.js';
import { readTypes, type JsonType } from './type.js';
import { readValues } from './values.js';

/** What OpenAPI 3.0 authors mean beside a `$ref`, although the specification ignores it. */
const meantSiblings = [
  'title',
  'description',
  'default',
  'deprecated',
  'nullable',
  'x-nullable',
  'writeOnly',
] as const;

/** Translates one schema object of the document; `name` is what it is called where it stands. */
export function readSchemaObject(
  schema: JsonObject,
  pointer: string,
  name: string,
  reading: Reading,
): JsonSchema {
  const note = createNote(reading.report, pointer);
  const isReference = typeof field(schema, '$ref') === 'string';
  const source = withEnumOnItems(isReference ? siblingsOf(schema, reading) : schema, note);
  const draft = readKeywords(source, name, note, reading);
  const any = readAlternatives(source, 'anyOf', note, reading);
  const one = readAlternatives(source, 'oneOf', note, reading);
  const members = [
    ...(isReference ? [reading.target(schema, pointer)] : []),
    ...readList(source, 'allOf', note).map((member, index) =>
      reading.child(member, pointerTo(pointer, 'allOf', index), ''),
    ),
    ...any.members,
    ...one.members,
  ];
  const writable = members.map((member) => withoutRequired(member, schema, reading));
  const whole = combine(draft, writable, note);
  const nullable =
    any.nullable ||
    one.nullable ||
    field(source, 'nullable') === true ||
    field(source, 'x-nullable') === true;
  const result = nullable ? acceptNull(whole) : whole;
  const parts = [source, draft, ...writable, ...subschemas(result)];
  if (parts.some((part) => reading.wider.has(part))) reading.wider.add(result);
  if ([draft, ...writable].some((part) => reading.files.has(part))) reading.files.add(result);
  return result;
}

function siblingsOf(schema: JsonObject, { siblingsApply }: Reading): JsonObject {
  const siblings = without(schema, '$ref');
  if (siblingsApply) return siblings;
  const meant = meantSiblings.filter((keyword) => Object.hasOwn(siblings, keyword));
  return Object.fromEntries(meant.map((keyword) => [keyword, siblings[keyword]]));
}

function readKeywords(source: JsonObject, name: string, note: Note, reading: Reading): Draft {
  const types = readTypes(source, note);
  const may = (type: JsonType) => types === undefined || types.includes(type);
  const values = readValues(source, types, note);
  // Values that are listed need no other restriction, and some descriptions have one that excludes them.
  const isListed = values['enum'] !== undefined;
  const pattern = may('string') && !isListed ? readPatternKeyword(source, note) : {};
  const draft: Draft = {
    ...values,
    ...readAnnotations(source, name, pattern.remark),
    ...(!isListed && withoutFileFormat(readConstraints(source, types, note))),
    ...(pattern.usable !== undefined && { pattern: pattern.usable }),
    ...(may('object') && readObjectKeywords(source, note, reading)),
    ...(may('array') && readArrayKeywords(source, note, reading)),
    ...readConditions(source, note, reading),
  };
  if (types?.includes('array') === true && draft['prefixItems'] === undefined) {
    draft['items'] ??= {};
  }
  if (pattern.remark !== undefined || acceptDigits(draft)) reading.wider.add(draft);
  if (!isListed && isFileSource(source, types)) reading.files.add(draft);
  return draft;
}

function readPatternKeyword(source: JsonObject, note: Note): { usable?: string; remark?: string } {
  const declared = field(source, 'pattern');
  if (declared === undefined || declared === null) return {};
  if (typeof declared !== 'string') {
    note.warn('MG304', `The pattern ${show(declared)} is no text and is ignored.`);
    return {};
  }
  const { usable } = readPattern(declared, note);
  return usable === undefined ? { remark: `Pattern: ${declared.slice(0, 200)}` } : { usable };
}

/** The schema that accepts what the draft and every member accept, simplified where that loses nothing. */
function combine(draft: Draft, members: readonly JsonSchema[], note: Note): JsonSchema {
  const [first] = members;
  if (first === undefined) return draft;
  if (members.length === 1 && Object.keys(draft).length === 0) return first;
  let whole: JsonSchema = draft;
  const rest: JsonSchema[] = [];
  for (const member of opened(draft, members, note)) {
    const both = conjoin(whole, member);
    if (both === undefined) rest.push(member);
    else whole = both;
  }
  return rest.length === 0 ? whole : { ...whole, allOf: [...arrayField(whole, 'allOf'), ...rest] };
}

/** Members without the `additionalProperties: false` that forbids what other members declare. */
function opened(draft: Draft, members: readonly JsonSchema[], note: Note): readonly JsonSchema[] {
  const names = new Set([draft, ...members].flatMap(propertyNames));
  return members.map((member) => {
    const closed = member['additionalProperties'] === false;
    if (!closed || propertyNames(member).length === names.size) return member;
    note.warn('MG311', 'A member of allOf forbids properties that others declare; it was opened.');
    return without(member, 'additionalProperties');
  });
}

function without(schema: JsonObject, keyword: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== keyword));
}

/** A member without the requirement of properties that another member declares as read-only. */
function withoutRequired(member: JsonSchema, source: JsonObject, reading: Reading): JsonSchema {
  const required = arrayField(member, 'required');
  if (required.length === 0) return member;
  const absent = reading.readOnly.namesIn(source);
  const kept = required.filter((name) => typeof name !== 'string' || !absent.has(name));
  if (kept.length === required.length) return member;
  const rest = without(member, 'required');
  const result = kept.length === 0 ? rest : { ...rest, required: kept };
  reading.wider.add(result);
  return result;
}
