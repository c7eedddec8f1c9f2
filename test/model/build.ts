import type { Finding } from '../../src/diagnostics.js';
import { buildModel, type ModelOptions } from '../../src/model/build-model.js';
import type { ServerModel, Tool } from '../../src/model/model.js';

/** A model, its tools by name, and what was reported. */
export interface Built {
  readonly model: ServerModel;
  readonly tools: Readonly<Record<string, Tool>>;
  readonly findings: readonly Finding[];
  readonly codes: readonly string[];
}

/** Builds the model of a 3.1 document that has a server and, unless given, an `info`. */
export function build(
  document: Readonly<Record<string, unknown>>,
  options: Partial<ModelOptions> = {},
): Built {
  const findings: Finding[] = [];
  const model = buildModel(
    {
      openapi: '3.1.0',
      info: { title: 'Petstore', version: '1.0.0' },
      servers: [{ url: 'https://api.example.com/v1' }],
      ...document,
    },
    { resources: 'both', include: [], exclude: [], readOnly: false, ...options },
    (finding) => findings.push(finding),
  );
  const tools = model.groups.flatMap((group) => group.tools);
  return {
    model,
    tools: Object.fromEntries(tools.map((tool) => [tool.name, tool])),
    findings,
    codes: findings.map(({ code }) => code).toSorted(),
  };
}

/** The only tool of a document with one path. */
export function buildTool(
  path: string,
  pathItem: unknown,
  root: object = {},
): Built & { tool: Tool } {
  const built = build({ paths: { [path]: pathItem }, ...root });
  const [tool] = Object.values(built.tools);
  if (tool === undefined) throw new Error('no tool was made');
  return { ...built, tool };
}
