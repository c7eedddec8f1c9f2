import type { Call } from '../../templates/rooms/core/src/runtime/call.js';
import type { Custom } from '../../templates/rooms/core/src/runtime/custom.js';
import { createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createServices } from '../../templates/rooms/core/src/runtime/services.js';
import type { HttpMethod, Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { testCall } from '../support/call.js';

export type Variables = Readonly<Record<string, string>>;

/** What a model gets. */
export interface Answer {
  readonly text: string;
  readonly isError: boolean;
}

export interface RigOptions {
  readonly env?: Variables;
  readonly custom?: Custom;
}

/** The tools of a server in this process: one a method, named after it in lower case, that takes a `path`. */
export interface Rig {
  readonly call: (method: HttpMethod, path: string, call?: Partial<Call>) => Promise<Answer>;
}

const methods: readonly HttpMethod[] = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH'];

export function createRig(url: string, { env = {}, custom = {} }: RigOptions = {}): Rig {
  const runtime = createRuntime(
    {
      name: 'test',
      title: 'Test',
      version: '1',
      servers: {},
      securitySchemes: {},
      groups: [
        {
          tools: methods.map((method) => method.toLowerCase()),
          load: () => Promise.resolve({ tools: methods.map(methodTool) }),
        },
      ],
      prompts: [],
    },
    custom,
    { API_BASE_URL: url, LOG_LEVEL: 'silent', ...env },
  );
  const { tools } = createServices(runtime);
  return {
    call: async (method, path, call = {}) => {
      const result = await tools.call(method.toLowerCase(), { path }, { ...testCall(), ...call });
      const blocks = result.content.map((block) =>
        block.type === 'text' ? block.text : JSON.stringify(block),
      );
      const text = blocks.join('\n');
      return { text, isError: result.isError ?? false };
    },
  };
}

function methodTool(method: HttpMethod): Tool {
  const readOnlyHint = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  return {
    name: method.toLowerCase(),
    description: `Sends a ${method}.`,
    annotations: {
      readOnlyHint,
      destructiveHint: !readOnlyHint,
      idempotentHint: !['POST', 'PATCH'].includes(method),
      openWorldHint: true,
    },
    inputSchema: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
    request: {
      method,
      path: '/{path}',
      parameters: [{ in: 'path', name: 'path' }],
    },
  };
}
