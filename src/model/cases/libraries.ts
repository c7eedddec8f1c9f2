/** What cases are made with: a sampler of schemas and a validator that interprets them. */
export interface CaseLibraries {
  readonly sampler: typeof import('openapi-sampler');
  readonly validator: typeof import('@cfworker/json-schema');
}

/** Loads the libraries; worth starting while the source is being read. */
export async function loadCaseLibraries(): Promise<CaseLibraries> {
  const [sampler, validator] = await Promise.all([
    import('openapi-sampler'),
    import('@cfworker/json-schema'),
  ]);
  return { sampler, validator };
}
