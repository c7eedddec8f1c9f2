import { namesOf } from '../../templates/rooms/core/src/runtime/request/given.js';
import { firstOf } from '../../templates/rooms/core/src/runtime/validation/problem.js';
import { validate as validateAsServer } from '../../templates/rooms/core/src/runtime/validation/validate.js';
import type { Tool } from '../../src/model/model.js';
import type { Compile } from './compile.js';
import { canonical, isObject } from './document.js';
import type { Dialect } from './oracle.js';
import { inputsOf, type Input, type Pair } from './pairing.js';
import { pickSome, seededRandom, type Random } from './random.js';
import type { Reported } from './reported.js';
import { sampleValue } from './sample.js';
import { violationKey, violationsOf, type Violation } from './violate.js';

export interface InstanceReport {
  readonly schemas: number;
  /** Schemas of which no valid value could be made. */
  readonly barren: number;
  readonly made: number;
  readonly accepted: number;
  /** Values with one keyword violated. */
  readonly broken: number;
  readonly refused: number;
  /** Accepted, and a finding says that the keyword is not checked. */
  readonly reported: number;
  readonly misses: readonly Miss[];
}

export interface Miss {
  readonly kind: 'refused a valid value' | 'accepted a broken value' | 'judged otherwise than Ajv';
  readonly keyword: string;
  /** Where in the source. */
  readonly place: string;
  readonly value: string;
  readonly why: string;
}

const valuesPerSchema = 2;
const violationsPerValue = 6;

/** Makes values of some parameters and bodies by the source alone and asks the tools' schemas about them. */
export function checkInstances(
  pairs: readonly Pair[],
  options: {
    readonly seed: string;
    readonly dialect: Dialect;
    readonly reported: Reported;
    readonly compile: Compile;
  },
): InstanceReport {
  const random = seededRandom(options.seed);
  const chosen = pickInputs(pairs, random);
  const parts = chosen.map((candidate) => checkInput(candidate, { ...options, random }));
  const sum = (key: Exclude<keyof InstanceReport, 'misses'>): number =>
    parts.reduce((total, part) => total + part[key], 0);
  return {
    schemas: sum('schemas'),
    barren: sum('barren'),
    made: sum('made'),
    accepted: sum('accepted'),
    broken: sum('broken'),
    refused: sum('refused'),
    reported: sum('reported'),
    misses: parts.flatMap(({ misses }) => misses),
  };
}

interface Candidate {
  readonly pair: Pair;
  readonly input: Input;
}

/** One parameter and one body of every description, and more of the larger ones. */
function pickInputs(pairs: readonly Pair[], random: Random): readonly Candidate[] {
  const share = Math.ceil(Math.sqrt(pairs.length) / 6);
  const candidates = pickSome(pairs, share * 8, random).flatMap((pair) =>
    inputsOf(pair)
      .filter(({ ours }) => ours !== undefined)
      .map((input) => ({ pair, input })),
  );
  const ofKind = (kind: Input['kind']) => candidates.filter(({ input }) => input.kind === kind);
  return [
    ...pickSome(ofKind('parameter'), share, random),
    ...pickSome(ofKind('body'), share, random),
  ];
}

interface Examination {
  readonly dialect: Dialect;
  readonly reported: Reported;
  readonly compile: Compile;
  readonly random: Random;
}

function checkInput({ pair, input }: Candidate, options: Examination): InstanceReport {
  const { dialect, reported, compile, random } = options;
  const schema = schemaOf(pair.tool, input);
  const validate = compile(schema);
  const tally = { schemas: 1, barren: 1, made: 0, accepted: 0, broken: 0, refused: 0, reported: 0 };
  const misses: Miss[] = [];
  const miss = (kind: Miss['kind'], keyword: string, value: unknown, why: string): void => {
    const place = `${pair.operation.pointer} ${input.label}`;
    misses.push({ kind, keyword, place, value: canonical(value).slice(0, 300), why });
  };
  const holds = (value: unknown): boolean => {
    const args = input.toArguments(value);
    const isValid = validate(args);
    const problems = firstOf(validateAsServer(schema, args));
    const [error] = validate.errors ?? [];
    if (isValid !== (problems.length === 0)) {
      const why = error?.message ?? problems[0]?.describe() ?? '';
      miss('judged otherwise than Ajv', error?.keyword ?? '', value, why);
    }
    return isValid;
  };
  for (let index = 0; index < valuesPerSchema; index += 1) {
    const value = sampleValue(input.source, dialect, random);
    if (value === undefined) continue;
    tally.barren = 0;
    tally.made += 1;
    if (!holds(value)) {
      const [error] = validate.errors ?? [];
      const why = `${error?.instancePath ?? ''} ${error?.message ?? ''}`;
      miss('refused a valid value', error?.keyword ?? '', value, why);
      continue;
    }
    tally.accepted += 1;
    for (const violation of pickViolations(input, value, options)) {
      const { keyword, trail, path } = violation;
      tally.broken += 1;
      if (!holds(violation.value)) tally.refused += 1;
      else if (reported.isCollapsed(pair.operation.pointer) || reported.excuses(keyword, trail)) {
        tally.reported += 1;
      } else miss('accepted a broken value', keyword, violation.value, `at /${path.join('/')}`);
    }
  }
  return { ...tally, misses };
}

function pickViolations(
  input: Input,
  value: unknown,
  { dialect, random }: Examination,
): readonly Violation[] {
  // Arguments make an object, whatever is put into them.
  const possible = violationsOf(input.source, value, dialect).filter(({ value: broken }) =>
    input.kind === 'body' ? isObject(broken) || !isObject(value) : true,
  );
  const distinct = new Map(possible.map((violation) => [violationKey(violation), violation]));
  return pickSome([...distinct.values()], violationsPerValue, random);
}

/** The part of a tool's schema that is about one input. */
function schemaOf({ inputSchema, request: { body } }: Tool, input: Input): Tool['inputSchema'] {
  const flattened = body !== undefined && 'properties' in body ? body.properties : [];
  const names =
    input.kind === 'body' && flattened.length > 0
      ? flattened.map((property) => namesOf(property).argument)
      : Object.keys(input.toArguments(0));
  return {
    ...inputSchema,
    properties: Object.fromEntries(
      names.map((name) => [name, inputSchema.properties?.[name] ?? {}]),
    ),
    required: inputSchema.required?.filter((name) => names.includes(name)) ?? [],
  };
}
