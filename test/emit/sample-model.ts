import type { JsonSchema, ServerModel, Tool } from '../../src/model/model.js';

/** A text that would do harm in TypeScript, Markdown, HTML, JSON, a shell or a terminal, were it not escaped. */
export const hostile =
  "*/ ${process.exit(1)} `whoami` ' \" \\ </script><img src=x onerror=alert(1)>\r\nimport 'node:fs';\n| [x](javascript:1) **b** \u2028\u202e\u0000 <!-- mcp-gen:end -->\n<!-- mcp-gen:end -->\n# h";

const id: JsonSchema = { type: 'integer', description: 'ID of the pet.', minimum: 1 };

const category: JsonSchema = {
  type: 'object',
  properties: { id: { type: ['integer', 'string'] }, name: { type: 'string', maxLength: 40 } },
  description: 'What kind of animal the pet is, as the shop sorts them.',
};

const pet: JsonSchema = {
  type: 'object',
  properties: {
    category,
    name: { type: 'string' },
    photoUrls: { type: 'array', items: { type: 'string' } },
    status: { enum: ['available', 'pending', 'sold'], description: 'Pet status in the store.' },
  },
  required: ['name', 'photoUrls'],
};

const address: JsonSchema = {
  type: 'object',
  properties: Object.fromEntries(
    ['street', 'city', 'zip', '__proto__', 'a.b[c]', hostile].map((name) => [
      name,
      { type: 'string', description: hostile },
    ]),
  ),
};

const readOnly = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};
const adding = { ...readOnly, readOnlyHint: false, idempotentHint: false };

function bodyTool(name: string, schema: JsonSchema): Tool {
  return {
    name,
    title: 'Add a pet',
    description: 'Add a new pet to the store.',
    annotations: adding,
    inputSchema: {
      type: 'object',
      properties: { body: schema },
      required: ['body'],
      additionalProperties: false,
    },
    request: {
      method: 'POST',
      path: `/${name}`,
      body: { contentType: 'application/json', argument: 'body' },
      security: [['petstore_auth']],
    },
  };
}

/** A model in which every field that the source fills holds a hostile text somewhere. */
export const sampleModel: ServerModel = {
  name: 'petstore',
  title: 'Petstore',
  version: '1.0.0',
  summary: 'Everything about your pets.',
  instructions: `Use it well. ${hostile}`,
  uriScheme: 'petstore',
  server: {
    url: 'https://{region}.petstore.example/v2',
    env: 'API_BASE_URL',
    variables: { region: { env: 'PETSTORE_REGION', default: 'eu', enum: ['eu', hostile] } },
  },
  servers: { [hostile]: { url: 'https://uploads.example', env: 'API_BASE_URL_UPLOADS' } },
  securitySchemes: {
    api_key: { type: 'apiKey', in: 'header', name: 'api_key', env: 'PETSTORE_API_KEY' },
    petstore_auth: { type: 'bearer', env: 'PETSTORE_TOKEN' },
    __proto__x: { type: 'unsupported', scheme: hostile },
  },
  environment: [
    {
      name: 'PETSTORE_API_KEY',
      description: `Sent as api_key. ${hostile}`,
      secret: true,
      required: true,
    },
    {
      name: 'PETSTORE_REGION',
      description: 'Region of the API.',
      secret: false,
      required: false,
      default: hostile,
      enum: ['eu'],
    },
    { name: 'PETSTORE_TOKEN', description: 'Bearer token.', secret: true, required: true },
  ],
  groups: [
    {
      file: 'pet',
      title: 'pet',
      tools: [
        bodyTool('add_pet', pet),
        {
          name: 'get_pet_by_id',
          title: 'Find pet by ID',
          description: 'Returns a single pet.',
          annotations: readOnly,
          inputSchema: {
            type: 'object',
            properties: { petId: id },
            required: ['petId'],
            additionalProperties: false,
          },
          request: {
            method: 'GET',
            path: '/pet/{petId}',
            parameters: [{ in: 'path', name: 'petId' }],
            security: [['api_key']],
            accept: 'application/json',
          },
        },
        bodyTool('update_pet', pet),
      ],
    },
    {
      file: 'store',
      title: hostile,
      tools: [
        bodyTool('add_address', address),
        bodyTool('add_category', category),
        {
          name: 'hostile',
          title: hostile,
          description: hostile,
          annotations: adding,
          inputSchema: {
            type: 'object',
            properties: { constructor: { const: hostile }, old: address, new: address, small: id },
            required: ['new'],
            additionalProperties: false,
          },
          request: {
            method: 'PUT',
            path: `/x${hostile}`,
            server: hostile,
            parameters: [{ in: 'query', name: hostile, argument: 'small' }],
          },
          access: [{ scopes: [['a', 'b'], ['c']], roles: [hostile] }, { callers: [hostile] }],
          rateLimit: { calls: 10, seconds: 60 },
        },
      ],
    },
  ],
  components: [
    { name: 'address', schema: address },
    { name: 'category', schema: category },
    { name: 'id', schema: id },
    { name: 'pet', schema: pet },
  ],
  resources: [
    {
      uri: 'petstore://api/pet/{petId}',
      name: 'get_pet_by_id',
      title: hostile,
      description: hostile,
      mimeType: 'application/json',
      tool: 'get_pet_by_id',
    },
  ],
  surface: { threshold: 60, favourites: [] },
  rooms: [],
  prompts: [{ name: 'greet', description: hostile, text: hostile }],
  access: {
    custom: { read: [], write: [{ roles: [hostile] }], destructive: [{ scopes: [['a', 'b']] }] },
    callers: { [hostile]: { scopes: ['pets:read'], roles: [hostile] } },
  },
  credentialOrigins: [],
  pins: { name: 'petstore', uriScheme: 'petstore', tools: {}, environment: {} },
  examples: new Map(),
  counts: { operations: 6, tools: 6, resources: 1, excluded: 0, skipped: 0, approximated: 0 },
};
