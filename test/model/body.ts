import type { JsonSchema } from '../../src/model/model.js';
import { buildTool } from './build.js';

export const text = { type: 'string' };
export const binary = { type: 'string', format: 'binary' };

type BuiltTool = ReturnType<typeof buildTool>;

/** The tool of a POST with this required body; `body` is what else the body says. */
export function post(content: object, body: object = {}, root: object = {}): BuiltTool {
  return buildTool('/a', { post: { requestBody: { required: true, content, ...body } } }, root);
}

/** The tool of a POST of these parts. */
export function multipart(properties: object, encoding: object = {}): BuiltTool {
  const schema = { type: 'object', properties };
  return post({ 'multipart/form-data': { schema, encoding } });
}

export function property({ tool }: BuiltTool, name: string): JsonSchema {
  return tool.inputSchema.properties?.[name] ?? {};
}

export function isFile(schema: unknown): boolean {
  return (schema as JsonSchema)['format'] === 'binary';
}
