import { deref, get } from './document.js';
import { factsOf, type Fact, type Facts } from './facts.js';
import { isReadOnly, type Dialect } from './oracle.js';
import { inputsOf, type Input, type Pair } from './pairing.js';
import type { Reported } from './reported.js';

/** What became of what the source says. */
export interface Fate {
  kept: number;
  /** The tool's schema was simplified to fit its budget, which is reported. */
  collapsed: number;
  /** Another finding says that it is lost. */
  reported: number;
  /** Nothing says so. */
  lost: number;
}

/** By keyword; `argument` and `argument required` count the inputs themselves. */
export type Kept = Record<string, Fate>;

export interface KeptReport {
  readonly kept: Kept;
  /** The first losses that nothing says, `<keyword> <pointer of the source>`. */
  readonly losses: readonly string[];
}

const mostLosses = 20;

/** Compares what the source says of every input with what the tools say. */
export function compareKept(
  pairs: readonly Pair[],
  dialect: Dialect,
  reported: Reported,
): KeptReport {
  const kept: Kept = {};
  const losses: string[] = [];
  const factsAt = rememberFacts(dialect);
  for (const pair of pairs) {
    for (const input of inputsOf(pair)) {
      for (const { keyword, fate, what } of fatesOf({ pair, input, dialect, reported }, factsAt)) {
        const fates = (kept[keyword] ??= { kept: 0, collapsed: 0, reported: 0, lost: 0 });
        fates[fate] += 1;
        if (fate !== 'lost' || losses.length >= mostLosses) continue;
        losses.push(`${keyword} ${pair.operation.pointer} ${input.label} ${what}`);
      }
    }
  }
  return { kept, losses };
}

interface Comparison {
  readonly pair: Pair;
  readonly input: Input;
  readonly dialect: Dialect;
  readonly reported: Reported;
}

interface Fated {
  readonly keyword: string;
  readonly fate: keyof Fate;
  readonly what: string;
}

/** Many operations share a schema. */
function rememberFacts(dialect: Dialect): (input: Input) => Facts {
  const known = new Map<string, Facts>();
  return ({ source }) => {
    const place = deref(dialect.document, source);
    const facts = known.get(place.pointer) ?? factsOf(place, dialect);
    known.set(place.pointer, facts);
    return facts;
  };
}

function fatesOf(comparison: Comparison, factsAt: (input: Input) => Facts): readonly Fated[] {
  const { pair, input } = comparison;
  const said = factsAt(input);
  if (input.ours === undefined) {
    if (isEmptyBody(input, said)) return [];
    const fate = isExplained(comparison) ? 'reported' : 'lost';
    return [{ keyword: 'argument', fate, what: '' }];
  }
  const document = { $defs: get(pair.tool.inputSchema, '$defs') };
  const ours = factsOf({ value: input.ours, pointer: '' }, { document, siblingsApply: true });
  const required = isRequired(input, pair) ? 'kept' : 'lost';
  return [
    { keyword: 'argument', fate: 'kept', what: '' },
    ...(input.required
      ? [{ keyword: 'argument required', fate: required, what: '' } as const]
      : []),
    // A body whose properties are arguments has no place for a default of its own.
    ...[...said]
      .filter(([key]) => input.kind !== 'body' || key !== '#default')
      .map(([key, fact]) => ({
        keyword: fact.keyword,
        fate: fateOf(key, fact, ours, comparison),
        what: `${fact.path} ${[...fact.values].join(' ').slice(0, 80)}`,
      })),
  ];
}

function fateOf(
  key: string,
  fact: Fact,
  ours: Facts,
  { pair, input, reported }: Comparison,
): keyof Fate {
  const { keyword, trails } = fact;
  if (isKept(key, fact, ours)) return 'kept';
  if (reported.isCollapsed(pair.operation.pointer)) return 'collapsed';
  const trail = [input.source.pointer, ...trails.flat()];
  return reported.excuses(keyword, trail) || reported.repaired(keyword, trail)
    ? 'reported'
    : 'lost';
}

/** An optional body in which nothing can be said. */
function isEmptyBody({ kind, required }: Input, facts: Facts): boolean {
  return kind === 'body' && !required && ![...facts.values()].some(isProperty);
}

function isProperty({ keyword }: Fact): boolean {
  return keyword === 'property';
}

/** A list of values says all that bounds could; of several defaults there can be but one. */
function isKept(key: string, { path, values, keyword }: Fact, ours: Facts): boolean {
  if (ours.has(`${path}#enum`) && !isAboutValues(keyword)) return true;
  // What is a string to the source is a file, whose text is another.
  if (ours.get(`${path}#format`)?.values.has('"binary"') === true) return true;
  const found = ours.get(key)?.values ?? new Set();
  if (keyword === 'default') return [...values].some((value) => found.has(value));
  // A `number` of a 64-bit format is an integer that may be given as text.
  return [...values].every(
    (value) => found.has(value) || (value === '"number"' && found.has('"integer"')),
  );
}

function isAboutValues(keyword: string): boolean {
  return ['enum', 'const', 'default'].includes(keyword);
}

/** Whether the tool asks for what the source requires; a body whose properties are arguments needs none of them. */
function isRequired(input: Input, { tool }: Pair): boolean {
  const { body } = tool.request;
  if (input.kind === 'body' && body !== undefined && 'properties' in body) {
    return body.required === true;
  }
  const [argument = ''] = Object.keys(input.toArguments(0));
  return tool.inputSchema.required?.includes(argument) === true;
}

function isExplained({ input, pair: { operation }, dialect, reported }: Comparison): boolean {
  const parameter = operation.parameters.find(
    ({ in: place, name }) => `${place} ${name}` === input.label,
  );
  if (parameter === undefined) return reported.has('MG217', `${operation.pointer}/requestBody`);
  if (isReadOnly(parameter.schema, dialect)) return true;
  return (['MG205', 'MG206', 'MG208', 'MG209', 'MG210'] as const).some(
    (code) => reported.has(code, parameter.pointer) || reported.has(code, operation.pointer),
  );
}
