import { resolve } from 'node:path';
import type { GenerateOptions } from './options.js';
import { readManifest } from './write/manifest.js';

/** The folder of a project stands for what the project was generated from, as if mcp-gen ran there. */
export async function fromProject({
  source,
  ...options
}: GenerateOptions): Promise<GenerateOptions> {
  if (source === undefined) return options;
  const cwd = resolve(options.cwd ?? '.');
  const folder = resolve(cwd, source);
  if ((await readManifest(folder)) === undefined) return { ...options, source };
  const { output, refRoot } = options;
  return {
    ...options,
    cwd: folder,
    ...(output !== undefined && { output: resolve(cwd, output) }),
    ...(refRoot !== undefined && { refRoot: resolve(cwd, refRoot) }),
  };
}
