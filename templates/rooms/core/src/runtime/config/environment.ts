import { nearest } from '../nearest.js';

/** Typed reading of environment variables. An empty variable counts as not set. */
export interface Environment {
  readonly text: (name: string) => string | undefined;
  /** What is set of the variables whose names begin so, sorted by name. */
  readonly startingWith: (prefix: string) => readonly (readonly [name: string, value: string])[];
  readonly list: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly integer: (name: string, range: IntegerRange) => number;
  readonly choice: <T extends string>(name: string, choices: readonly T[], fallback: T) => T;
  /** What is said of variables that nothing has read so far, and whose names are close to one that was read. */
  readonly slips: () => readonly string[];
}

interface IntegerRange {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

/** Reads `variables`; what is wrong with one is told to `report` and the fallback stands in. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  report: (problem: string) => void,
): Environment {
  const asked = new Set<string>();
  const text = (name: string): string | undefined => {
    asked.add(name);
    const value = variables[name]?.trim();
    return value === '' ? undefined : value;
  };
  const choice = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === undefined) return fallback;
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined) {
      report(`${name} is ${shown(value)}; set it to one of ${choices.join(', ')}`);
    }
    return found ?? fallback;
  };
  return {
    text,
    choice,
    startingWith: (prefix) =>
      Object.keys(variables)
        .filter((name) => name.startsWith(prefix))
        .sort()
        .flatMap((name) => {
          const value = text(name);
          return value === undefined ? [] : [[name, value] as const];
        }),
    list: (name) => (text(name) ?? '').split(/[\s,]+/).filter((item) => item !== ''),
    flag: (name) => choice(name, ['0', '1'], '0') === '1',
    integer: (name, { fallback, min, max }) => {
      const value = text(name);
      if (value === undefined) return fallback;
      const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
      if (number >= min && number <= max) return number;
      report(`${name} is ${shown(value)}; set it to a whole number from ${min} to ${max}`);
      return fallback;
    },
    slips: () => slipsOf(variables, asked),
  };
}

const LONGEST_SHOWN = 60;

/** A value in a message: not all of a long one, and nothing that may be the user name and password of a URL. */
export function shown(value: string): string {
  const plain = value.replace(/^.*@/s, '');
  return JSON.stringify(plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain);
}

const prefixes: readonly string[] = ['MCP_', 'API_', 'LOG_', 'UPSTREAM_HEADER_'];

/** Names are compared without their prefix, which would make any two alike. */
function slipsOf(
  variables: Readonly<Record<string, string | undefined>>,
  asked: ReadonlySet<string>,
): readonly string[] {
  return Object.keys(variables)
    .sort()
    .flatMap((name) => {
      const prefix = prefixes.find((each) => name.startsWith(each));
      if (prefix === undefined || asked.has(name) || !variables[name]?.trim()) return [];
      const known = [...asked].filter((each) => each.startsWith(prefix));
      const rests = known.map((each) => each.slice(prefix.length));
      const meant = nearest(name.slice(prefix.length), rests);
      return meant === undefined ? [] : [`${name} is not read; did you mean ${prefix}${meant}?`];
    });
}
