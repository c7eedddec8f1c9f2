import type {
  InputSchema,
  RequestTemplate,
  Tool,
} from '../../templates/rooms/core/src/runtime/tool.js';

/** A tool that is what it is not told to be otherwise: `GET /`. */
export function tool(
  request: Partial<RequestTemplate>,
  inputSchema: InputSchema = { type: 'object' },
): Tool {
  return {
    name: 'test_tool',
    description: 'A tool of a test.',
    annotations: {
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: true,
    },
    inputSchema,
    request: { method: 'GET', path: '/', ...request },
  };
}
