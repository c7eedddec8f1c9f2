import { field, type JsonObject } from '../node.js';
import { isFileFormat } from './file-source.js';
import { show, type Note } from './note.js';
import type { JsonType } from './type.js';

/** A schema under construction. */
export type Draft = Record<string, unknown>;

type ReadValue = (value: unknown) => unknown;

interface Constraint {
  readonly keyword: string;
  /** The types that the keyword restricts; beside others it says nothing. */
  readonly types: readonly JsonType[];
  readonly read: ReadValue;
}

const numeric: readonly JsonType[] = ['number', 'integer'];

const constraints: readonly Constraint[] = [
  { keyword: 'format', types: ['string', ...numeric], read: readFormat },
  { keyword: 'minLength', types: ['string'], read: readCount },
  { keyword: 'maxLength', types: ['string'], read: readCount },
  { keyword: 'contentEncoding', types: ['string'], read: readName },
  { keyword: 'contentMediaType', types: ['string'], read: readName },
  { keyword: 'minimum', types: numeric, read: readNumber },
  { keyword: 'exclusiveMinimum', types: numeric, read: readNumber },
  { keyword: 'maximum', types: numeric, read: readNumber },
  { keyword: 'exclusiveMaximum', types: numeric, read: readNumber },
  { keyword: 'multipleOf', types: numeric, read: readFactor },
  { keyword: 'minItems', types: ['array'], read: readCount },
  { keyword: 'maxItems', types: ['array'], read: readCount },
  { keyword: 'uniqueItems', types: ['array'], read: readFlag },
  { keyword: 'minContains', types: ['array'], read: readCount },
  { keyword: 'maxContains', types: ['array'], read: readCount },
  { keyword: 'minProperties', types: ['object'], read: readCount },
  { keyword: 'maxProperties', types: ['object'], read: readCount },
];

const bounds = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

/** The keywords that restrict a value without a schema of their own; those that cannot apply to `types` are left out. */
export function readConstraints(
  source: JsonObject,
  types: readonly JsonType[] | undefined,
  note: Note,
): Draft {
  const draft: Draft = {};
  const declared = withNumericExclusion(source);
  for (const { keyword, types: restricted, read } of constraints) {
    const value = field(declared, keyword);
    if (value === undefined || value === null || value === '') continue;
    if (types?.every((type) => !restricted.includes(type)) === true) {
      if (keyword === 'format' && !isFileFormat(value)) {
        note.info('MG304', `The format ${show(value)} says nothing of this type and is ignored.`);
      }
      continue;
    }
    const meaning = read(value);
    if (meaning === undefined) {
      note.warn('MG304', `The ${keyword} ${show(value)} means nothing and is ignored.`);
    } else if (meaning !== value) {
      note.info('MG305', `The ${keyword} ${show(value)} is read as ${show(meaning)}.`);
    }
    if (meaning !== undefined && meaning !== false) draft[keyword] = meaning;
  }
  dropContradictions(draft, note);
  return draft;
}

/** OpenAPI 3.0 takes `exclusiveMinimum` from JSON Schema draft 5: a boolean that changes what `minimum` means. */
function withNumericExclusion(source: JsonObject): JsonObject {
  const isExclusive = ['exclusiveMinimum', 'exclusiveMaximum'].some(
    (exclusion) => typeof field(source, exclusion) === 'boolean',
  );
  if (!isExclusive) return source;
  const declared: Draft = { ...source };
  for (const [bound, exclusion] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    const exclusive = field(source, exclusion);
    if (typeof exclusive !== 'boolean') continue;
    Reflect.deleteProperty(declared, exclusion);
    if (!exclusive) continue;
    declared[exclusion] = declared[bound];
    Reflect.deleteProperty(declared, bound);
  }
  return declared;
}

function dropContradictions(draft: Draft, note: Note): void {
  for (const [low, high] of bounds) {
    const [minimum, maximum] = [draft[low], draft[high]];
    if (typeof minimum !== 'number' || typeof maximum !== 'number' || minimum <= maximum) continue;
    note.warn('MG310', `${low} ${minimum} is above ${high} ${maximum}; both are ignored.`);
    Reflect.deleteProperty(draft, low);
    Reflect.deleteProperty(draft, high);
  }
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function readFactor(value: unknown): number | undefined {
  const factor = readNumber(value);
  return factor !== undefined && factor > 0 ? factor : undefined;
}

function readCount(value: unknown): number | undefined {
  const count = readNumber(value);
  return count !== undefined && Number.isInteger(count) && count >= 0 ? count : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function readName(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined;
}

/** Validators look formats up by name in an object: `constructor` would find a function. */
function readFormat(value: unknown): string | undefined {
  const name = readName(value);
  return name === undefined || name in {} ? undefined : name;
}
