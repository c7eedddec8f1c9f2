import type { AccessConfig } from '../config/access-config.js';
import type { Custom, CustomPrompt, CustomResource, CustomTool } from '../custom.js';
import { localCaller, type Caller } from '../inbound/caller.js';
import type { AccessRules, Grants, Requirement, Tool, ToolClass } from '../tool.js';
import { classOf } from './tool-class.js';

/** What a caller may be kept from. */
export type Guarded = Tool | CustomTool | CustomResource | CustomPrompt;

/** Decides who may do what, by lookup. */
export interface Access {
  /** Whether it depends on the caller: lists are then of one caller alone. */
  readonly perCaller: boolean;
  readonly allows: (caller: Caller, item: Guarded) => boolean;
  /** Whether anything of the class is served. */
  readonly allowsClass: (toolClass: ToolClass) => boolean;
  /**
   * The scopes that a token must have for an item that nothing but scopes keeps from the caller; else none. What a
   * challenge names: RFC 6750, section 3.1.
   */
  readonly missing: (caller: Caller, item: Guarded) => readonly string[];
}

const everyone: readonly Requirement[] = [];

export function createAccess(
  config: AccessConfig,
  rules: AccessRules | undefined,
  custom: Custom,
): Access {
  const requirementsOf = (item: Guarded): readonly Requirement[] =>
    item.access ?? ('request' in item ? everyone : (rules?.custom[classOf(item)] ?? everyone));
  const grantsOf = (caller: Caller) => withGrants(caller, config.grants);
  const allowsClass = (toolClass: ToolClass): boolean => !config.readOnly || toolClass === 'read';

  return {
    get perCaller() {
      const { tools = [], resources = [], prompts = [] } = custom;
      const own = [...tools, ...resources, ...prompts];
      return rules !== undefined || own.some(({ access }) => access !== undefined);
    },
    allowsClass,
    allows: (caller, item) => {
      if (!allowsClass(classOf(item))) return false;
      const requirements = requirementsOf(item);
      if (requirements.length === 0 || caller === localCaller) return true;
      const grants = grantsOf(caller);
      return requirements.every((each) => isNamed(each, grants) && hasScopes(each, grants));
    },
    missing: (caller, item) => {
      const requirements = requirementsOf(item);
      const grants = grantsOf(caller);
      const scopesWouldDo =
        caller !== localCaller &&
        allowsClass(classOf(item)) &&
        requirements.every((each) => isNamed(each, grants)) &&
        !requirements.every((each) => hasScopes(each, grants));
      if (!scopesWouldDo) return [];
      return [...new Set(requirements.flatMap((each) => nearestScopes(each, grants)))];
    },
  };
}

interface Granted extends Required<Grants> {
  readonly name: string | undefined;
}

function withGrants(caller: Caller, all: ReadonlyMap<string, Grants>): Granted {
  const { name, scopes = [], roles = [] } = caller;
  const more = name === undefined ? undefined : all.get(name);
  return {
    name,
    scopes: [...scopes, ...(more?.scopes ?? [])],
    roles: [...roles, ...(more?.roles ?? [])],
  };
}

/** Whether the caller has the name and the role that are asked for. */
function isNamed({ roles, callers }: Requirement, granted: Granted): boolean {
  return (
    (roles === undefined || roles.some((role) => granted.roles.includes(role))) &&
    (callers === undefined || callers.some((name) => name === granted.name))
  );
}

function hasScopes({ scopes }: Requirement, granted: Granted): boolean {
  return scopes === undefined || scopes.some((each) => lacking(each, granted) === 0);
}

function lacking(scopes: readonly string[], granted: Granted): number {
  return scopes.filter((scope) => !granted.scopes.includes(scope)).length;
}

/** Of the alternatives the one that the caller lacks least of. */
function nearestScopes({ scopes = [] }: Requirement, granted: Granted): readonly string[] {
  const [first = [], ...others] = scopes;
  return others.reduce(
    (best, each) => (lacking(each, granted) < lacking(best, granted) ? each : best),
    first,
  );
}
