import { surfaceOf } from '../search/surface.js';
import { buildIndex } from '../search/build-index.js';
import type { ServerModel } from '../model/model.js';
import { code } from './code.js';
import type { OutputFile } from './output-file.js';
import { sourceFile } from './source-file.js';

/** `src/surface.ts` and `src/search-index.ts`: how clients come to tools that are too many to list. */
export function surfaceFiles(model: ServerModel): readonly OutputFile[] {
  const surface = { ...surfaceOf(model), index: code`() => import('./search-index.js')` };
  return [
    sourceFile('src/surface.ts', {
      imports: [
        code`import type { SurfaceDefinition } from './runtime/surface/surface-definition.js';`,
      ],
      body: [code`export const surface: SurfaceDefinition = ${surface};`],
    }),
    sourceFile('src/search-index.ts', {
      imports: [code`import type { SearchIndex } from './runtime/search/search-index.js';`],
      body: [code`export const index: SearchIndex = ${buildIndex(model.groups)};`],
    }),
  ];
}
