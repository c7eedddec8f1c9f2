/** What a diagnostic code means: one entry of the registry in diagnostics.ts. */
export interface CodeDescription {
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
}
