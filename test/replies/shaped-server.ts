import { start } from '../../templates/rooms/core/src/runtime/start.js';
import type { Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { tool } from '../runtime/tool.js';

/** A server on stdio whose tool `shaped` calls `GET /shaped`, and has arguments that say what to read of the reply. */
const shaped: Tool = {
  ...tool(
    { path: '/shaped', parameters: [{ in: 'query', name: 'fields' }] },
    {
      type: 'object',
      properties: {
        fields: { type: 'string' },
        fields_reply: { type: 'string', maxLength: 1_000 },
        table: { type: 'boolean' },
      },
      additionalProperties: false,
    },
  ),
  name: 'shaped',
  shape: { fields: 'fields_reply', table: 'table' },
  returns: 'array of {id, name}',
};

const structured: Tool = {
  ...shaped,
  name: 'structured',
  outputSchema: {
    type: 'object',
    properties: { result: { type: ['array', 'null'], items: { type: 'object' } } },
  },
};

await start(
  {
    name: 'test',
    title: 'Test',
    version: '1',
    servers: {},
    securitySchemes: {},
    groups: [
      {
        tools: ['shaped', 'structured'],
        load: () => Promise.resolve({ tools: [shaped, structured] }),
      },
    ],
    prompts: [],
  },
  () => Promise.resolve({ custom: {} }),
);
