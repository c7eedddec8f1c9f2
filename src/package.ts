import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const manifest = require.resolve('mcp-gen/package.json');

/** The folder of templates that are part of this package. */
export const templatesDirectory: string = join(dirname(manifest), 'templates');

/** The version of mcp-gen. */
export const generatorVersion: string = readVersion(require(manifest));

function readVersion(data: unknown): string {
  if (typeof data === 'object' && data !== null && 'version' in data) return String(data.version);
  throw new Error('package.json has no version');
}
