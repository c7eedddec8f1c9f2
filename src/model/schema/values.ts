import { field, isObject, type JsonObject } from '../node.js';
import type { Draft } from './constraints.js';
import { show, type Note } from './note.js';
import { isOfType, typeKeyword, type JsonType } from './type.js';

/** `type`, `enum`, `const` and `default`, made to agree with each other. */
export function readValues(
  source: JsonObject,
  types: readonly JsonType[] | undefined,
  note: Note,
): Draft {
  const draft: Draft = {};
  const allowed = readEnum(source, types, note);
  const all = allowed?.includes(null) === true && types !== undefined ? withNull(types) : types;
  if (all !== undefined) draft['type'] = typeKeyword(all);
  if (allowed !== undefined) draft['enum'] = allowed;
  if (Object.hasOwn(source, 'const')) {
    const value = fit(source['const'], all);
    if (value === unfit)
      note.warn('MG309', `The const ${show(source['const'])} is not of its type.`);
    else draft['const'] = value;
  }
  const value = readDefault(source, all, allowed, note);
  if (value !== unfit) draft['default'] = value;
  return draft;
}

/** Adds null to some types. */
export function withNull(types: readonly JsonType[]): readonly JsonType[] {
  return types.includes('null') ? types : [...types, 'null'];
}

/** Whether two JSON values are equal, whatever the order of their keys. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isEqual(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key]))
  );
}

const unfit = Symbol('unfit');

function readEnum(
  source: JsonObject,
  types: readonly JsonType[] | undefined,
  note: Note,
): readonly unknown[] | undefined {
  const declared = field(source, 'enum');
  if (declared === undefined || declared === null) return undefined;
  if (!Array.isArray(declared) || declared.length === 0) {
    note.warn('MG304', `The enum ${show(declared)} lists no values and is ignored.`);
    return undefined;
  }
  const values: unknown[] = [];
  const seen = new Set<unknown>();
  for (const value of declared) {
    const fitting = value === null ? null : fit(value, types);
    if (fitting !== value) reportMisfit(value, fitting, note);
    if (fitting === unfit || seen.has(fitting)) continue;
    if (isObject(fitting) && values.some((other) => isEqual(other, fitting))) continue;
    seen.add(fitting);
    values.push(fitting);
  }
  return values.length === 0 ? undefined : values;
}

function reportMisfit(value: unknown, fitting: unknown, note: Note): void {
  const fate = fitting === unfit ? 'is left out' : `is read as ${show(fitting)}`;
  note.warn('MG309', `The enum value ${show(value)} is not of its type and ${fate}.`);
}

function readDefault(
  source: JsonObject,
  types: readonly JsonType[] | undefined,
  allowed: readonly unknown[] | undefined,
  note: Note,
): unknown {
  if (!Object.hasOwn(source, 'default')) return unfit;
  const declared = source['default'];
  const isNullable = field(source, 'nullable') === true || isOfType(null, types ?? ['null']);
  if (declared === null) return isNullable ? null : unfit;
  const value = fit(declared, types);
  if (value !== unfit && (allowed?.some((item) => isEqual(item, value)) ?? true)) {
    if (value !== declared) {
      note.info('MG305', `The default ${show(declared)} is read as ${show(value)}.`);
    }
    return value;
  }
  note.warn('MG309', `The default ${show(declared)} is not a value of its schema and is left out.`);
  return unfit;
}

/** The value as one of `types`, converted where only one conversion is possible. */
function fit(value: unknown, types: readonly JsonType[] | undefined): unknown {
  if (types === undefined || isOfType(value, types)) return value;
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    return String(value);
  }
  if (typeof value !== 'string' || value.trim() === '') return unfit;
  if (types.includes('boolean') && (value === 'true' || value === 'false')) return value === 'true';
  const number = Number(value);
  return Number.isSafeInteger(number) || (Number.isFinite(number) && types.includes('number'))
    ? isOfType(number, types)
      ? number
      : unfit
    : unfit;
}
