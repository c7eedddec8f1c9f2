import type { InputSchema, Tool, ToolAnnotations } from '../runtime/tool.js';

const reads: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};

const writes: ToolAnnotations = { ...reads, readOnlyHint: false, idempotentHint: false };

const nothing: InputSchema = { type: 'object', properties: {}, additionalProperties: false };

export const tools = [
  {
    name: 'get_file',
    description: 'A file about a pet.',
    annotations: reads,
    inputSchema: nothing,
    request: { method: 'GET', path: '/file', server: 'files', security: [['bearer']] },
  },
  {
    name: 'get_inventory',
    description: 'How many pets there are.',
    annotations: reads,
    inputSchema: nothing,
    request: { method: 'GET', path: '/inventory', security: [['key']] },
  },
  {
    name: 'login',
    description: 'Log in by a form.',
    annotations: writes,
    inputSchema: {
      type: 'object',
      properties: { user: { type: 'string' }, scopes: { type: 'array' } },
      additionalProperties: false,
    },
    request: {
      method: 'POST',
      path: '/login',
      body: {
        contentType: 'application/x-www-form-urlencoded',
        properties: ['user', 'scopes'],
      },
    },
  },
  {
    name: 'sign',
    description: 'Needs a signature.',
    annotations: writes,
    inputSchema: nothing,
    request: { method: 'POST', path: '/sign', security: [['signature']] },
  },
  {
    name: 'upload_file',
    description: 'Upload a file.',
    annotations: writes,
    inputSchema: {
      type: 'object',
      properties: { body: { type: 'object' } },
      required: ['body'],
      additionalProperties: false,
    },
    request: {
      method: 'POST',
      path: '/files',
      body: { contentType: 'multipart/form-data', argument: 'body' },
    },
  },
  {
    name: 'whoami',
    description: 'Who calls.',
    annotations: reads,
    inputSchema: nothing,
    request: { method: 'GET', path: '/me', security: [['cookie']] },
  },
] satisfies readonly Tool[];
