import { prompts } from './prompts.js';
import type { ServerDefinition } from './runtime/tool.js';
import { groups } from './tools/index.js';

export const definition = {
  name: 'petstore',
  title: 'Pet Store',
  version: '1.0.0',
  instructions: 'Pets, their owners, and files about them.',
  server: {
    url: 'https://{region}.petstore.test/v1',
    env: 'API_BASE_URL',
    variables: { region: { env: 'PETSTORE_REGION', default: 'eu', enum: ['eu', 'us'] } },
  },
  servers: {
    files: { url: 'https://files.petstore.test', env: 'API_BASE_URL_FILES' },
  },
  securitySchemes: {
    key: { type: 'apiKey', in: 'query', name: 'api_key', env: 'PETSTORE_API_KEY' },
    header: { type: 'apiKey', in: 'header', name: 'X-Key', env: 'PETSTORE_HEADER_KEY' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'session', env: 'PETSTORE_SESSION' },
    bearer: { type: 'bearer', env: 'PETSTORE_TOKEN' },
    basic: { type: 'basic', usernameEnv: 'PETSTORE_USERNAME', passwordEnv: 'PETSTORE_PASSWORD' },
    signature: { type: 'unsupported', scheme: 'AWS Signature Version 4' },
  },
  groups,
  resources: () => import('./resources.js'),
  prompts,
} satisfies ServerDefinition;
