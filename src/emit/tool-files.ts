import type { Component, ModelGroup, ServerModel } from '../model/model.js';
import { annotationsValue, usedPresets } from './annotations.js';
import { code, identifier, listed, type Code } from './code.js';
import type { OutputFile } from './output-file.js';
import { constantName, shareSchemas, type SharedSchemas } from './shared-schemas.js';
import { sourceFile } from './source-file.js';

/** `src/tools/` and `src/schemas/`: every tool as data, grouped, and the schemas that groups share. */
export function* toolFiles(model: ServerModel): Iterable<OutputFile> {
  const shared = shareSchemas(model);
  yield groupIndex(model);
  for (const group of model.groups) yield groupFile(group, shared);
  for (const component of shared.global) yield schemaFile(component, shared);
}

function groupIndex(model: ServerModel): OutputFile {
  const groups = model.groups.map(({ file, tools }) => ({
    tools: tools.map((tool) => tool.name),
    load: code`() => import(${`./${file}.js`})`,
  }));
  return sourceFile('src/tools/index.ts', {
    imports: [code`import type { ToolGroup } from '../runtime/tool.js';`],
    body: [code`export const groups: readonly ToolGroup[] = ${groups};`],
  });
}

function groupFile(group: ModelGroup, shared: SharedSchemas): OutputFile {
  const tools = shared.refer(
    group.tools.map((tool) => ({ ...tool, annotations: annotationsValue(tool.annotations) })),
  );
  const locals = shared.local(group);
  const references = [tools, ...locals.map(({ schema }) => shared.refer(schema))];
  const used = new Set(references.flatMap(({ components }) => [...components]));
  const types = locals.length > 0 ? code`JsonSchema, Tool` : code`Tool`;
  return sourceFile(`src/tools/${group.file}.ts`, {
    imports: [
      ...annotationImport(group),
      code`import type { ${types} } from '../runtime/tool.js';`,
      ...schemaImports(
        [...used].filter((component) => shared.global.has(component)),
        '../schemas/',
      ),
    ],
    body: [
      ...locals.map((component) => schemaConstant(component, shared)),
      code`export const tools: readonly Tool[] = ${tools.value};`,
    ],
  });
}

function annotationImport({ tools }: ModelGroup): readonly Code[] {
  const names = usedPresets(tools).map(identifier);
  if (names.length === 0) return [];
  return [code`import { ${listed(names)} } from '../runtime/annotations.js';`];
}

function schemaFile(component: Component, shared: SharedSchemas): OutputFile {
  const { components } = shared.refer(component.schema);
  return sourceFile(`src/schemas/${schemaFileName(component)}.ts`, {
    imports: [
      code`import type { JsonSchema } from '../runtime/tool.js';`,
      ...schemaImports([...components], './'),
    ],
    body: [code`export ${schemaConstant(component, shared)}`],
  });
}

function schemaConstant(component: Component, shared: SharedSchemas): Code {
  const { value } = shared.refer(component.schema);
  return code`const ${identifier(constantName(component))}: JsonSchema = ${value};`;
}

function schemaImports(components: readonly Component[], folder: string): readonly Code[] {
  return components
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      (component) =>
        code`import { ${identifier(constantName(component))} } from ${`${folder}${schemaFileName(component)}.js`};`,
    );
}

/** In kebab-case, so unique where names are unique without regard to case. */
function schemaFileName(component: Component): string {
  return constantName(component)
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase();
}
