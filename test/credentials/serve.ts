import type { Custom } from '../../templates/rooms/core/src/runtime/custom.js';
import { createRuntime, type Runtime } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createServices } from '../../templates/rooms/core/src/runtime/services.js';
import type {
  OAuth2Client,
  SecurityScheme,
} from '../../templates/rooms/core/src/runtime/security-scheme.js';
import type {
  InputSchema,
  RequestTemplate,
  ServerDefinition,
} from '../../templates/rooms/core/src/runtime/tool.js';
import { tool } from '../runtime/tool.js';
import { testCall } from '../support/call.js';

/** A server with one tool, as a test wants it. */
export interface Serving {
  /** The URL that the description has; `API_BASE_URL` may be another. */
  readonly url?: string;
  readonly schemes?: Readonly<Record<string, SecurityScheme>>;
  readonly request?: Partial<RequestTemplate>;
  readonly inputSchema?: InputSchema;
  readonly env?: Readonly<Record<string, string>>;
  readonly custom?: Custom;
}

/** What a call came to. */
export interface Outcome {
  readonly text: string;
  readonly isError: boolean;
}

export interface Served {
  readonly runtime: Runtime;
  readonly call: (
    options?: Parameters<typeof testCall>[0] & {
      readonly args?: Readonly<Record<string, unknown>>;
    },
  ) => Promise<Outcome>;
}

/** The runtime of a generated project, in this process. */
export function serve(serving: Serving): Served {
  const made = tool({ path: '/x', ...serving.request }, serving.inputSchema);
  const definition: ServerDefinition = {
    ...{ name: 'test', title: 'Test', version: '1', servers: {}, prompts: [] },
    ...(serving.url !== undefined && { server: { url: serving.url, env: 'API_BASE_URL' } }),
    securitySchemes: serving.schemes ?? {},
    groups: [{ tools: [made.name], load: () => Promise.resolve({ tools: [made] }) }],
  };
  const env = { LOG_LEVEL: 'silent', API_MAX_RETRIES: '0', ...serving.env };
  const runtime = createRuntime(definition, serving.custom ?? {}, env);
  const { tools } = createServices(runtime);
  return {
    runtime,
    call: async ({ args = {}, ...options } = {}) => {
      const { content, isError = false } = await tools.call(made.name, args, testCall(options));
      return { text: JSON.stringify(content), isError };
    },
  };
}

/** An OAuth 2 scheme with readable variables. */
export function oauth2(
  client: Pick<OAuth2Client, 'grants'> & Partial<OAuth2Client>,
): SecurityScheme {
  return {
    type: 'oauth2',
    accessTokenEnv: 'ACCESS_TOKEN',
    client: {
      ...{ tokenUrlEnv: 'TOKEN_URL', idEnv: 'ID', secretEnv: 'SECRET' },
      ...{ authEnv: 'CLIENT_AUTH', scopesEnv: 'SCOPES', scopes: [] },
      ...client,
    },
  };
}
