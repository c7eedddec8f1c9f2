import type { Report } from '../diagnostics.js';
import { nearest } from '../nearest.js';
import type { Operation } from './operation.js';

/** Matches operations by operationId (`get*`), `tag:pets`, path (`/pets/**`) or method and path (`GET /pets/*`). */
export interface Pattern {
  readonly text: string;
  readonly matches: (operation: Operation) => boolean;
  /** What this pattern could have named, for a hint. */
  readonly candidates: (operation: Operation) => readonly string[];
}

/** The operations that some `include` (all, if there are none) and no `exclude` pattern matches. */
export function filterOperations(
  operations: readonly Operation[],
  filters: { readonly include: readonly string[]; readonly exclude: readonly string[] },
  report: Report,
): readonly Operation[] {
  const include = filters.include.map(parsePattern);
  const exclude = filters.exclude.map(parsePattern);
  for (const pattern of [...include, ...exclude]) reportUnmatched(pattern, operations, report);
  return operations.filter(
    (operation) =>
      (include.length === 0 || include.some((pattern) => pattern.matches(operation))) &&
      !exclude.some((pattern) => pattern.matches(operation)),
  );
}

export function parsePattern(text: string): Pattern {
  const trimmed = text.trim();
  const tag = /^tag:\s*(.*)$/s.exec(trimmed)?.[1];
  if (tag !== undefined) {
    const matches = nameMatcher(tag);
    return {
      text,
      matches: ({ tags }) => tags.some(matches),
      candidates: ({ tags }) => tags.map((name) => `tag:${name}`),
    };
  }
  const [, method, path] = /^(?:([A-Za-z*]+)\s+)?(\/.*)$/s.exec(trimmed) ?? [];
  if (path !== undefined) {
    const matches = pathMatcher(path);
    const prefix = (operation: Operation): string =>
      method === undefined ? '' : `${operation.method} `;
    return {
      text,
      matches: (operation) =>
        (method === undefined || method === '*' || method.toUpperCase() === operation.method) &&
        matches(operation),
      candidates: (operation) => [prefix(operation) + operation.path],
    };
  }
  const matches = nameMatcher(trimmed);
  return {
    text,
    matches: ({ operationId }) => operationId !== undefined && matches(operationId),
    candidates: ({ operationId }) => (operationId === undefined ? [] : [operationId]),
  };
}

/** `*` stands for any characters. */
function nameMatcher(glob: string): (name: string) => boolean {
  const expression = new RegExp(`^${glob.split(/\*+/).map(escape).join('.*')}$`, 's');
  return (name) => expression.test(name);
}

/** `*` stands for characters of one segment, `**` for any; a final `/**` matches the path itself too. */
function pathMatcher(glob: string): (operation: Operation) => boolean {
  const [, stem = glob, below] = /^(.*?)(\/\*\*)?$/s.exec(glob) ?? [];
  const expression = stem
    .split(/(\*+)/)
    .map((part) => (part === '*' ? '[^/]*' : part.startsWith('**') ? '.*' : escape(part)))
    .join('');
  const matcher = new RegExp(`^${expression}${below === undefined ? '' : '(?:[/?#].*)?'}$`, 's');
  return ({ path }) => matcher.test(path) || matcher.test(path.split(/[?#]/)[0] ?? '');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Warns of a pattern that matches none of `operations`, with the nearest that would. */
export function reportUnmatched(
  pattern: Pattern,
  operations: readonly Operation[],
  report: Report,
): void {
  if (operations.some(pattern.matches)) return;
  const hint = nearest(pattern.text, new Set(operations.flatMap(pattern.candidates)));
  report({
    code: 'MG227',
    severity: 'warning',
    message: `The pattern ${JSON.stringify(pattern.text)} matches no operation.`,
    ...(hint !== undefined && { help: `Did you mean ${JSON.stringify(hint)}?` }),
  });
}
