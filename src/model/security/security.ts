import type { Report } from '../../diagnostics.js';
import type { EnvironmentNames } from '../naming/environment-names.js';
import type { SecurityScheme } from '../model.js';
import { compare, field, isObject, type JsonObject } from '../node.js';
import type { Operation } from '../operation.js';
import { pointerTo, type Resolver } from '../reference.js';
import { nameSecrets } from './secret-names.js';
import { isScope } from './scope-alternatives.js';
import { readSchemes, type SchemeKind } from './security-scheme.js';

/** Alternatives (OR) of schemes that go together (AND). */
export type SecurityRequirement = readonly (readonly string[])[];

/** Which schemes an operation asks for, by their names in the document. */
export interface Security {
  /** Undefined: the operation is public. */
  readonly requirementOf: (operation: Operation) => SecurityRequirement | undefined;
  /** What a declared scheme is; undefined if it is not declared. */
  readonly kindOf: (name: string) => SchemeKind | undefined;
  /** The schemes of the given names with the environment variables that hold their secrets, and the scopes that were asked for so far. */
  readonly schemes: (
    names: Iterable<string>,
    environment: EnvironmentNames,
  ) => Readonly<Record<string, SecurityScheme>>;
}

export function readSecurity(document: JsonObject, resolve: Resolver, report: Report): Security {
  const kinds = readSchemes(document, resolve, report);
  const scopes = new Map<string, Set<string>>();
  const requirementOf = (operation: Operation): SecurityRequirement | undefined => {
    const own = field(operation.node, 'security') ?? undefined;
    const requirement = own ?? field(document, 'security');
    const pointer = pointerTo(own === undefined ? '' : operation.pointer, 'security');
    collectScopes(requirement, scopes);
    return readRequirement(requirement, kinds, pointer, report);
  };
  return {
    requirementOf,
    kindOf: (name) => kinds.get(name),
    schemes: (names, environment) => {
      const used = [...new Set(names)].toSorted(compare).flatMap((name) => {
        const kind = kinds.get(name);
        const asked = [...(scopes.get(name) ?? [])].toSorted(compare);
        return kind === undefined ? [] : [{ name, kind, scopes: asked }];
      });
      if (used.length === 0) reportUnused(kinds, report);
      return nameSecrets(used, environment);
    },
  };
}

/** OpenAPI 3.1, section 4.8.30. */
function readRequirement(
  requirement: unknown,
  kinds: ReadonlyMap<string, SchemeKind>,
  pointer: string,
  report: Report,
): SecurityRequirement | undefined {
  const alternatives = new Map<string, readonly string[]>();
  for (const [index, alternative] of [requirement].flat().entries()) {
    if (!isObject(alternative)) continue;
    const asked = Object.keys(alternative).toSorted(compare);
    const names = asked.filter((name) => kinds.has(name));
    // Of one that nobody knows how to meet, nothing is left; `{}` asks for nothing to begin with.
    if (names.length > 0 || asked.length === 0) alternatives.set(JSON.stringify(names), names);
    for (const name of asked.filter((each) => !kinds.has(each))) {
      report({
        code: 'MG223',
        severity: 'warning',
        message: `The security scheme ${JSON.stringify(name)} is not declared: requests are sent without it.`,
        pointer: pointerTo(pointer, index),
      });
    }
  }
  const sorted = [...alternatives.values()].toSorted(
    (left, right) => Number(left.length === 0) - Number(right.length === 0),
  );
  return sorted.some((names) => names.length > 0) ? sorted : undefined;
}

function collectScopes(requirement: unknown, scopes: Map<string, Set<string>>): void {
  for (const alternative of [requirement].flat().filter(isObject)) {
    for (const [name, asked] of Object.entries(alternative)) {
      const known = scopes.get(name) ?? new Set();
      scopes.set(name, known);
      for (const scope of [asked].flat()) {
        if (isScope(scope)) known.add(scope);
      }
    }
  }
}

/** Descriptions that declare how to authenticate often forget to say that one must. */
function reportUnused(kinds: ReadonlyMap<string, SchemeKind>, report: Report): void {
  for (const name of kinds.keys()) {
    report({
      code: 'MG226',
      severity: 'info',
      message: `No operation requires the security scheme ${JSON.stringify(name)}: requests are sent without it.`,
      pointer: pointerTo('/components/securitySchemes', name),
    });
  }
}
