/** Bounds of what is read; beyond each there is a diagnostic, not a crash. */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 64 * 1024 * 1024,
  /** Files of one source. */
  files: 2_000,
  /** Objects and lists inside each other. */
  depth: 256,
  /** Values that a text stands for once its YAML aliases are expanded. */
  expandedValues: 5_000_000,
  /** `$ref`s that may be followed before a value comes. */
  referenceChain: 64,
  redirects: 5,
  /** Milliseconds from the request to the last byte. */
  fetchTimeout: 30_000,
} as const;
