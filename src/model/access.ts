import type { Report } from '../diagnostics.js';
import { parsePattern, reportUnmatched, type Pattern } from './filter.js';
import type { AccessRules, Grants, Requirement, ToolAnnotations, ToolClass } from './model.js';
import type { JsonObject } from './node.js';
import type { Operation } from './operation.js';
import { scopeAlternatives } from './security/scope-alternatives.js';
import type { Security } from './security/security.js';

/** What the config says of who may do what. */
export interface ServeSettings {
  /** Each rule that a tool comes under must be met. */
  readonly access?: readonly AccessRule[];
  /** Tools also need the OAuth scopes that the description names. */
  readonly scopesFromSpec?: boolean;
  readonly callers?: Readonly<Record<string, Grants>>;
}

/** What callers need for the tools that the rule is about: everything that it names. */
export interface AccessRule {
  /** Patterns of operations, as `include` has them; absent: all. */
  readonly tools?: string | readonly string[];
  /** `write` is whatever does not only read, `destructive` a part of that; absent: all. */
  readonly class?: ToolClass;
  /** All of them. */
  readonly scopes?: readonly string[];
  /** One of them. */
  readonly roles?: readonly string[];
  /** One of them. */
  readonly callers?: readonly string[];
}

/** Who may do what, as the settings come out for an API. */
export interface Access {
  /** Empty: everyone may use the tool of the operation. */
  readonly requirementsOf: (
    operation: Operation,
    annotations: ToolAnnotations,
  ) => readonly Requirement[];
  /** Undefined if the settings say nothing. */
  readonly rules: AccessRules | undefined;
}

/** The access that `settings` give; patterns that match none of `operations` are a warning. */
export function readAccess(
  settings: ServeSettings,
  source: {
    readonly document: JsonObject;
    readonly operations: readonly Operation[];
    readonly security: Security;
  },
  report: Report,
): Access {
  const { access = [], scopesFromSpec = false, callers = {} } = settings;
  const { document, operations, security } = source;
  const rules = access.map((rule) => ({ rule, patterns: patternsOf(rule) }));
  for (const { patterns } of rules) {
    for (const pattern of patterns ?? []) reportUnmatched(pattern, operations, report);
  }
  const specRequirements = (operation: Operation): readonly Requirement[] => {
    const scopes = scopeAlternatives(document, operation, security.kindOf);
    return scopesFromSpec && scopes.length > 0 ? [{ scopes }] : [];
  };
  if (scopesFromSpec && operations.every((each) => specRequirements(each).length === 0)) {
    reportNoScopes(report);
  }
  const custom = (toolClass: ToolClass): readonly Requirement[] =>
    distinct(
      access
        .filter((rule) => rule.tools === undefined && covers(rule, toolClass))
        .map(requirementOf),
    );
  return {
    requirementsOf: (operation, annotations) => {
      const matching = rules.filter(
        ({ rule, patterns }) =>
          covers(rule, classOf(annotations)) &&
          (patterns === undefined || patterns.some((pattern) => pattern.matches(operation))),
      );
      return distinct([
        ...specRequirements(operation),
        ...matching.map(({ rule }) => requirementOf(rule)),
      ]);
    },
    rules:
      access.length === 0 && !scopesFromSpec && Object.keys(callers).length === 0
        ? undefined
        : {
            custom: {
              read: custom('read'),
              write: custom('write'),
              destructive: custom('destructive'),
            },
            callers,
          },
  };
}

function patternsOf({ tools }: AccessRule): readonly Pattern[] | undefined {
  return tools === undefined ? undefined : [tools].flat().map(parsePattern);
}

/** What a tool does at worst, by its hints. */
function classOf({ readOnlyHint, destructiveHint }: ToolAnnotations): ToolClass {
  if (readOnlyHint) return 'read';
  return destructiveHint ? 'destructive' : 'write';
}

/** Who asks for something before anything is written asks for it before anything is destroyed too. */
function covers(rule: AccessRule, toolClass: ToolClass): boolean {
  if (rule.class === 'write') return toolClass !== 'read';
  return rule.class === undefined || rule.class === toolClass;
}

function requirementOf({ scopes, roles, callers }: AccessRule): Requirement {
  return {
    ...(scopes && { scopes: [scopes] }),
    ...(roles && { roles }),
    ...(callers && { callers }),
  };
}

function distinct(requirements: readonly Requirement[]): readonly Requirement[] {
  const byText = new Map(requirements.map((each) => [JSON.stringify(each), each]));
  return [...byText.values()];
}

function reportNoScopes(report: Report): void {
  report({
    code: 'MG236',
    severity: 'warning',
    message: 'The config asks for scopes from the description, but no operation needs any.',
    help: 'Name them in `serve.access`, or remove `serve.scopesFromSpec`.',
  });
}
