import { createRequire } from 'node:module';

/** What cases are made with: a sampler of schemas and a validator that interprets them. */
export interface CaseLibraries {
  readonly sampler: typeof import('openapi-sampler');
  readonly validator: typeof import('@cfworker/json-schema');
}

/** `import()` would scan the minified CommonJS of this library for export names, which takes longer than running it. */
const requireSampler: (id: 'openapi-sampler') => CaseLibraries['sampler'] = createRequire(
  import.meta.url,
);

/** Loads the libraries; worth starting while the source is being read. */
export async function loadCaseLibraries(): Promise<CaseLibraries> {
  return {
    sampler: requireSampler('openapi-sampler'),
    validator: await import('@cfworker/json-schema'),
  };
}
