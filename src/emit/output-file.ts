/**
 * Who owns a file of the project.
 * - `generated`: rewritten by every generation; an edit by hand stops it.
 * - `scaffold`: written once, then the user's.
 * - `marked`: scaffold, but what stands between the markers is rewritten.
 * - `package`: package.json, merged key by key with the user's.
 * - `lock`: package-lock.json, generated until the user adds a dependency.
 */
export type Ownership = 'generated' | 'scaffold' | 'marked' | 'package' | 'lock';

export interface OutputFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** LF line ends, a final newline. */
  readonly content: string;
  readonly ownership: Ownership;
}
