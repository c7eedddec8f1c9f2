import { loadCodes } from './load/codes.js';
import { modelCodes } from './model/codes.js';
import { writeCodes } from './write/codes.js';

/** What every diagnostic code means: the registry that documents them. */
export const diagnosticCodes = { ...loadCodes, ...modelCodes, ...writeCodes } as const;

export type DiagnosticCode = keyof typeof diagnosticCodes;
export type Severity = 'error' | 'warning' | 'info';

/** Where in the source something is. Lines and columns start at 1 and are filled in at the end. */
export interface Origin {
  readonly file: string;
  /** A JSON pointer (RFC 6901) without the leading `#`, e.g. `/paths/~1pets/get`. */
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly origin?: Origin;
  readonly help?: string;
}

/** What a stage says about a place of the document; `generate` turns pointers into origins. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  /** JSON pointer into the loaded document. */
  readonly pointer?: string;
  readonly help?: string;
}

export type Report = (finding: Finding) => void;

/** Thrown when the input or a check fails: nothing has been written, exit code 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
  }
}

/** Sorts by file, place, code and message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    order(a.origin?.file ?? '', b.origin?.file ?? '') ||
    (a.origin?.line ?? 0) - (b.origin?.line ?? 0) ||
    (a.origin?.column ?? 0) - (b.origin?.column ?? 0) ||
    order(a.code, b.code) ||
    order(a.message, b.message)
  );
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
