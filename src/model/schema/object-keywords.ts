import { field, isObject, type JsonObject } from '../node.js';
import { pointerTo } from '../reference.js';
import type { Draft } from './constraints.js';
import { show, type Note } from './note.js';
import { readPattern } from './pattern.js';
import type { Reading } from './reading.js';

/** No UTF-8 text can hold it, and Ajv throws. */
const halfSurrogate = /\p{Cs}/u;

/** The keywords of a schema that restrict an object's properties; read-only properties are not asked for. */
export function readObjectKeywords(source: JsonObject, note: Note, reading: Reading): Draft {
  const draft: Draft = {};
  const properties = readProperties(source, note, reading);
  if (properties !== undefined) draft['properties'] = properties;
  const required = readRequired(source, note, reading);
  if (required.length > 0) draft['required'] = required;
  for (const keyword of ['additionalProperties', 'unevaluatedProperties', 'propertyNames']) {
    const value = field(source, keyword);
    if (typeof value === 'boolean') draft[keyword] = value;
    else if (isObject(value)) {
      draft[keyword] = reading.child(value, pointerTo(note.pointer, keyword), '');
    } else if (value !== undefined) {
      note.warn('MG304', `The ${keyword} ${show(value)} is no schema and is ignored.`);
    }
  }
  const patterns = readPatternProperties(source, draft, note, reading);
  if (patterns !== undefined) draft['patternProperties'] = patterns;
  return { ...draft, ...readDependencies(source, note, reading) };
}

function readProperties(source: JsonObject, note: Note, reading: Reading): JsonObject | undefined {
  const declared = field(source, 'properties');
  if (declared === undefined) return undefined;
  if (!isObject(declared)) {
    note.warn('MG304', `The properties ${show(declared)} are no object and are ignored.`);
    return undefined;
  }
  const pointer = pointerTo(note.pointer, 'properties');
  const writable = Object.entries(declared).filter(
    ([, part]) => !reading.readOnly.isReadOnly(part),
  );
  const named = writable.filter(([name]) => !halfSurrogate.test(name));
  if (named.length < writable.length) {
    note.warn('MG304', 'A property name holds half of a surrogate pair and is left out.');
  }
  return Object.fromEntries(
    named.map(([name, part]) => [name, reading.child(part, pointerTo(pointer, name), name)]),
  );
}

function readRequired(source: JsonObject, note: Note, reading: Reading): readonly string[] {
  const declared = field(source, 'required');
  const properties = Object.entries(field(source, 'properties') ?? {});
  const names = new Set<string>();
  if (Array.isArray(declared)) {
    for (const name of declared) if (typeof name === 'string') names.add(name);
  } else if (typeof declared === 'string') {
    if (properties.some(([name]) => name === declared)) names.add(declared);
    note.warn('MG304', `The required ${show(declared)} is no list.`);
  }
  for (const [name, part] of properties) {
    if (field(part, 'required') !== true) continue;
    names.add(name);
    note.info('MG305', `The property ${show(name)} says itself that it is required.`);
  }
  const absent = reading.readOnly.namesIn(source);
  if ([...names].some((name) => absent.has(name))) reading.wider.add(source);
  return [...names].filter((name) => !absent.has(name) && !halfSurrogate.test(name));
}

/** A name pattern that cannot be used opens the object: which properties it means is unknown. */
function readPatternProperties(
  source: JsonObject,
  draft: Draft,
  note: Note,
  reading: Reading,
): JsonObject | undefined {
  const declared = field(source, 'patternProperties');
  if (!isObject(declared)) return undefined;
  const entries: [string, unknown][] = [];
  for (const [pattern, part] of Object.entries(declared)) {
    const { usable } = readPattern(pattern, note);
    const pointer = pointerTo(note.pointer, 'patternProperties', pattern);
    if (usable !== undefined) entries.push([usable, reading.child(part, pointer, '')]);
    else {
      delete draft['additionalProperties'];
      delete draft['unevaluatedProperties'];
      reading.wider.add(source);
    }
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function readDependencies(source: JsonObject, note: Note, reading: Reading): Draft {
  const names = Object.entries(field(source, 'dependentRequired') ?? {}).flatMap(
    ([name, list]): [string, unknown][] =>
      Array.isArray(list) ? [[name, list.filter((item) => typeof item === 'string')]] : [],
  );
  const schemas = Object.entries(field(source, 'dependentSchemas') ?? {}).map(([name, part]) => [
    name,
    reading.child(part, pointerTo(note.pointer, 'dependentSchemas', name), ''),
  ]);
  return {
    ...(names.length > 0 && { dependentRequired: Object.fromEntries(names) }),
    ...(schemas.length > 0 && { dependentSchemas: Object.fromEntries(schemas) }),
  };
}
