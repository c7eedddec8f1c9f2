import type { ServerModel } from '../model/model.js';
import { code, identifier } from './code.js';
import { entryFiles } from './entry-files.js';
import type { OutputFile } from './output-file.js';
import { sourceFile } from './source-file.js';
import { surfaceFiles } from './surface-files.js';

/**
 * The entry, what it serves (`server.ts`), the tables of resources and prompts, and the list of the rooms that are
 * among `copied`, as far as they run with the server.
 */
export function serverFiles(
  model: ServerModel,
  copied: readonly OutputFile[],
): readonly OutputFile[] {
  const paths = new Set(copied.map(({ path }) => path));
  const rooms = model.rooms.filter((room) => paths.has(`src/runtime/${room}/room.ts`));
  return [
    ...entryFiles(rooms),
    serverFile(model),
    ...surfaceFiles(model),
    ...(model.resources.length > 0 ? [resourceFile(model)] : []),
    sourceFile('src/prompts.ts', {
      imports: [code`import type { Prompt } from './runtime/tool.js';`],
      body: [code`export const prompts: readonly Prompt[] = ${model.prompts};`],
    }),
  ];
}

function resourceFile(model: ServerModel): OutputFile {
  return sourceFile('src/resources.ts', {
    imports: [code`import type { ApiResource } from './runtime/tool.js';`],
    body: [code`export const resources: readonly ApiResource[] = ${model.resources};`],
  });
}

function serverFile(model: ServerModel): OutputFile {
  const definition = {
    name: model.name,
    title: model.title,
    version: model.version,
    instructions: model.instructions === '' ? undefined : model.instructions,
    paging: model.paging,
    server: model.server,
    servers: model.servers,
    securitySchemes: model.securitySchemes,
    groups: identifier('groups'),
    surface: identifier('surface'),
    resources: model.resources.length > 0 ? code`() => import('./resources.js')` : undefined,
    prompts: identifier('prompts'),
    access: model.access,
    maxResultChars: model.maxResultChars,
  };
  return sourceFile('src/server.ts', {
    imports: [
      code`import { prompts } from './prompts.js';`,
      code`import type { ServerDefinition } from './runtime/tool.js';`,
      code`import { surface } from './surface.js';`,
      code`import { groups } from './tools/index.js';`,
    ],
    body: [code`export const definition: ServerDefinition = ${definition};`],
  });
}
