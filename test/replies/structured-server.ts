import { start } from '../../templates/rooms/core/src/runtime/start.js';
import type { OutputSchema, Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { tool } from '../runtime/tool.js';

/** A server on stdio whose tool `x` calls `GET /x`, with output schemas as generated ones are. */
const objects = {
  type: 'object',
  properties: {
    id: { type: ['integer', 'string', 'null'] },
    at: { type: ['string', 'null'], format: 'date-time' },
    tags: { type: ['array', 'null'], items: { $ref: '#/$defs/Tag' } },
  },
  $defs: { Tag: { type: ['object', 'null'], properties: { parent: { $ref: '#/$defs/Tag' } } } },
} as const;
const lists = { type: 'object', properties: { result: { type: 'array' } } } as const;
const strict = { type: 'object', additionalProperties: { type: 'integer' } } as const;

const schemas: Readonly<Record<string, OutputSchema>> = {
  object: objects,
  list: lists,
  strict,
  lying: objects,
  dated: objects,
  text: objects,
  nothing: objects,
  image: objects,
  deep: objects,
  failing: objects,
  long: objects,
  short: objects,
};

const tools: readonly Tool[] = Object.entries(schemas).map(([name, outputSchema]) => ({
  ...tool({ path: `/${name}` }),
  name,
  outputSchema,
  ...(name === 'long' && { maxResultChars: 600_000 }),
}));

await start(
  {
    name: 'test',
    title: 'Test',
    version: '1',
    servers: {},
    securitySchemes: {},
    groups: [{ tools: Object.keys(schemas), load: () => Promise.resolve({ tools }) }],
    prompts: [],
  },
  () => Promise.resolve({ custom: {} }),
);
