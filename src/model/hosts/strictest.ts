import { toolNameLimit } from '../naming/tool-names.js';
import type { FullName, HostName, NameRule, SchemaForm } from './host.js';
import { hosts } from './hosts.js';

/** What holds of several hosts together: the strictest of each. */
export interface Limits {
  /** Characters that a tool's name may have. */
  readonly longestToolName: number;
  readonly isArgumentName: (name: string) => boolean;
  /** Forms of schemas that one of them refuses. */
  readonly forms: ReadonlySet<SchemaForm>;
  /** Characters of a result that all of them take whole; undefined: any number. */
  readonly resultCharacters: number | undefined;
}

/** However long the name of the server is, tools must be told apart. */
const shortestLimit = 16;

/** The limits of hosts for the tools of a server called `server`. */
export function strictest(names: readonly HostName[], server: string): Limits {
  const chosen = names.map((name) => hosts[name]);
  const argumentRules = chosen.flatMap(({ argumentName }) => argumentName?.value ?? []);
  const results = chosen.flatMap(({ result }) => result?.value.characters ?? []);
  const longest = Math.min(
    toolNameLimit,
    ...chosen.flatMap(({ toolName }) => toolName?.value.longest ?? []),
    ...chosen.flatMap(({ fullName }) => (fullName ? roomForName(fullName.value, server) : [])),
  );
  return {
    longestToolName: Math.max(longest, shortestLimit),
    isArgumentName: (name) => argumentRules.every((rule) => follows(name, rule)),
    forms: new Set(chosen.flatMap(({ refused }) => refused?.value.forms ?? [])),
    resultCharacters: results.length > 0 ? Math.min(...results) : undefined,
  };
}

/** Whether a name is of the characters and the length that a rule asks for. */
export function follows(name: string, { first, characters, longest }: NameRule): boolean {
  const form = new RegExp(`^[${first ?? characters}][${characters}]*$`);
  return form.test(name) && name.length <= longest;
}

/** Characters that a host leaves to the name of a tool of a server. */
export function roomForName(rule: FullName, server: string): number {
  return rule.longest - fullName(rule, server, '').length;
}

/** What a host calls a tool of a server. */
export function fullName(rule: FullName, server: string, tool: string): string {
  const { prefix, longestPrefix = Infinity } = rule;
  // Where the prefix is cut, its last character stays.
  const whole = prefix.replace('{server}', () => server);
  const cut =
    whole.length > longestPrefix ? whole.slice(0, longestPrefix - 1) + whole.slice(-1) : whole;
  return cut + tool;
}
