import type { Custom } from '../runtime/custom.js';

/**
 * Your own tools, resources, prompts and hooks, served beside the generated ones.
 * This file is yours: it is written once and never changed again. `Custom` says what each field takes.
 */
export const custom = {
  // { name, description, inputSchema, handler: async (args, context) => 'text' }
  // A tool with the name of a generated one replaces it; `context.call(name, args)` still reaches that one.
  tools: [],
  // { uri, name, mimeType, read: async (variables, context) => 'text' }
  resources: [],
  // { name, description, arguments: [{ name: 'topic' }], text: 'Tell me about {topic}.' }
  prompts: [],
  // beforeRequest: sign or change a request. afterResponse: change a response. wrapTool: stand around each call.
  hooks: {},
} satisfies Custom;
