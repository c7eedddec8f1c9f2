import type { Tool, ToolAnnotations } from '../runtime/tool.js';

const reads: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};

export const tools = [
  {
    name: 'add_pet',
    description: 'Add a pet.',
    annotations: {
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: true,
    },
    inputSchema: {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1 },
        status: { type: 'string', enum: ['available', 'sold'] },
        serial: { type: ['integer', 'string'], format: 'int64', pattern: '^-?\\d+$' },
        parent: { $ref: '#/$defs/Pet' },
        note: { type: ['string', 'null'] },
        'x-trace': { type: 'string' },
      },
      required: ['name'],
      additionalProperties: false,
      $defs: {
        Pet: {
          type: 'object',
          properties: {
            serial: { type: ['integer', 'string'], format: 'int64', pattern: '^-?\\d+$' },
            parent: { $ref: '#/$defs/Pet' },
          },
        },
      },
    },
    request: {
      method: 'POST',
      path: '/pets',
      parameters: [{ in: 'header', name: 'X-Trace', argument: 'x-trace' }],
      body: {
        contentType: 'application/json',
        required: true,
        properties: ['name', 'status', 'serial', 'parent', 'note'],
      },
      security: [['bearer'], ['key']],
      accept: 'application/json',
    },
  },
  {
    name: 'delete_pet',
    description: 'Delete a pet.',
    annotations: {
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
      openWorldHint: true,
    },
    inputSchema: {
      type: 'object',
      properties: { 'pet-id': { type: 'string' } },
      required: ['pet-id'],
      additionalProperties: false,
    },
    request: {
      method: 'DELETE',
      path: '/pets/{petId}',
      parameters: [{ in: 'path', name: 'petId', argument: 'pet-id' }],
      security: [['basic', 'header']],
    },
  },
  {
    name: 'get_pet',
    title: 'Find a pet',
    description: 'One pet by its id.',
    annotations: reads,
    inputSchema: {
      type: 'object',
      properties: { 'pet-id': { type: 'string' } },
      required: ['pet-id'],
      additionalProperties: false,
    },
    request: {
      method: 'GET',
      path: '/pets/{petId}',
      parameters: [{ in: 'path', name: 'petId', argument: 'pet-id' }],
      security: [['key'], []],
      accept: 'application/json',
    },
  },
  {
    name: 'list_my_pets',
    description: 'Pets of the caller.',
    annotations: reads,
    inputSchema: {
      type: 'object',
      properties: {
        limit: { type: 'integer', minimum: 1 },
        tags: { type: 'array', items: { type: 'string' } },
        sold: { type: 'boolean' },
      },
      additionalProperties: false,
    },
    request: {
      method: 'GET',
      path: '/pets/mine',
      parameters: [
        { in: 'query', name: 'limit' },
        { in: 'query', name: 'tags' },
        { in: 'query', name: 'sold' },
      ],
    },
    resourceOnly: true,
  },
  {
    name: 'list_pets',
    description: 'All pets.',
    annotations: reads,
    inputSchema: {
      type: 'object',
      properties: {
        filter: { type: 'object' },
        ids: { type: 'array', items: { type: 'integer' } },
        session: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' } },
      },
      additionalProperties: false,
    },
    request: {
      method: 'GET',
      path: '/pets?version=2',
      parameters: [
        { in: 'query', name: 'filter', style: 'deepObject', explode: true },
        { in: 'query', name: 'ids', explode: false },
        { in: 'cookie', name: 'session' },
        { in: 'query', name: 'tags' },
      ],
    },
  },
] satisfies readonly Tool[];
