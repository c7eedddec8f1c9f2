import type { AccessRules, Grants } from '../tool.js';
import type { Environment } from './environment.js';

/** What the environment says of who may do what. */
export interface AccessConfig {
  /** Nothing that changes anything is served. */
  readonly readOnly: boolean;
  /** What callers may do besides what their tokens say, by name. */
  readonly grants: ReadonlyMap<string, Grants>;
}

/** What the environment grants a caller stands in for what `rules` do; problems are told to `report`. */
export function readAccessConfig(
  rules: AccessRules | undefined,
  environment: Environment,
  report: (problem: string) => void,
): AccessConfig {
  const grants = new Map(Object.entries(rules?.callers ?? {}));
  for (const [variable, key] of [
    ['MCP_CALLER_SCOPES', 'scopes'],
    ['MCP_CALLER_ROLES', 'roles'],
  ] as const) {
    for (const [name, words] of readGrants(variable, environment, report)) {
      grants.set(name, { ...grants.get(name), [key]: words });
    }
  }
  return { readOnly: environment.flag('MCP_READ_ONLY'), grants };
}

/** `name=a b,name=c`. */
function readGrants(
  variable: string,
  environment: Environment,
  report: (problem: string) => void,
): readonly (readonly [name: string, words: readonly string[]])[] {
  const entries = (environment.text(variable) ?? '').split(',').map((entry) => entry.trim());
  return entries
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const [, name, words] = /^([^=\s]+)\s*=\s*(.*)$/s.exec(entry) ?? [];
      if (name !== undefined && words !== undefined) {
        return [[name, words.split(/\s+/).filter((word) => word !== '')] as const];
      }
      report(
        `${variable} has the entry ${JSON.stringify(entry)}; write each as name=word word, with commas between them`,
      );
      return [];
    });
}
