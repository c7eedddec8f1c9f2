import { createRequire } from 'node:module';

/** Makes values of schemas. */
export type Sampler = typeof import('openapi-sampler');

/** `import()` would scan the minified CommonJS of this library for export names, which takes longer than running it. */
const requireSampler: (id: 'openapi-sampler') => Sampler = createRequire(import.meta.url);

/** Loads the sampler; worth doing while the source is being read. */
export function loadSampler(): Sampler {
  return requireSampler('openapi-sampler');
}
