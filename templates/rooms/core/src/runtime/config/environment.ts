/** Typed reading of environment variables. An empty variable counts as not set. */
export interface Environment {
  readonly text: (name: string) => string | undefined;
  /** What is set of the variables whose names begin so, sorted by name. */
  readonly startingWith: (prefix: string) => readonly (readonly [name: string, value: string])[];
  readonly list: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly integer: (name: string, range: IntegerRange) => number;
  readonly choice: <T extends string>(name: string, choices: readonly T[], fallback: T) => T;
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
  const text = (name: string): string | undefined => {
    const value = variables[name]?.trim();
    return value === '' ? undefined : value;
  };
  const choice = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === undefined) return fallback;
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined) {
      report(`${name} is ${JSON.stringify(value)}; set it to one of ${choices.join(', ')}`);
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
      report(`${name} is ${JSON.stringify(value)}; set it to a whole number from ${min} to ${max}`);
      return fallback;
    },
  };
}

/** A URL or host that is wrong, in quotes, without the user name and password that may be what is wrong with it. */
export function shown(text: string): string {
  return JSON.stringify(text.replace(/^.*@/s, ''));
}
