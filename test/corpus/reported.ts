import type { DiagnosticCode, Finding } from '../../src/diagnostics.js';

/** Which keywords may be lost once a finding says so; the others of the registry excuse nothing. */
const excuses: Partial<Record<DiagnosticCode, RegExp>> = {
  MG201: /./,
  MG202: /./,
  MG205: /./,
  MG217: /./,
  MG301: /./,
  MG302: /./,
  MG303: /./,
  MG304: /./,
  MG306: /./,
  MG307: /^(pattern|minLength|maxLength)$/,
  MG309: /^(enum|const|default)$/,
  MG310: /^(min|max|exclusive)/,
  MG311: /^additionalProperties$/,
  MG312: /./,
  MG313: /./,
  MG314: /./,
  MG316: /Properties$/,
};

/** Findings that say that a keyword means something else than it says. */
const repairs: Partial<Record<DiagnosticCode, RegExp>> = { MG305: /./, MG308: /^pattern$/ };

/** What the findings of one description say was lost. */
export interface Reported {
  /** Whether a loss of `keyword` was reported at one of these schemas. */
  readonly excuses: (keyword: string, trail: Iterable<string>) => boolean;
  /** Whether it was reported that `keyword` was read as something else. */
  readonly repaired: (keyword: string, trail: Iterable<string>) => boolean;
  /** Whether the input schema of the operation at `pointer` was simplified to fit the budget. */
  readonly isCollapsed: (pointer: string) => boolean;
  /** Whether a finding of `code` stands at `pointer` or below it. */
  readonly has: (code: DiagnosticCode, pointer: string) => boolean;
}

export function readReported(findings: readonly Finding[]): Reported {
  const codes = new Map<string, Set<DiagnosticCode>>();
  for (const { code, pointer = '' } of findings) {
    for (const place of [pointer, pointer.replace(/\/[^/]*$/, '')]) {
      codes.set(place, (codes.get(place) ?? new Set()).add(code));
    }
  }
  const said =
    (table: Partial<Record<DiagnosticCode, RegExp>>) =>
    (keyword: string, trail: Iterable<string>): boolean =>
      [...trail].some((pointer) =>
        [...(codes.get(pointer) ?? [])].some((code) => table[code]?.test(keyword) === true),
      );
  return {
    excuses: said(excuses),
    repaired: said(repairs),
    isCollapsed: (pointer) => codes.get(pointer)?.has('MG230') === true,
    has: (code, pointer) => codes.get(pointer)?.has(code) === true,
  };
}
