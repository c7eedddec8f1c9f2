import type { CallToolResult } from '@modelcontextprotocol/client';
import { createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createServices, type Services } from '../../templates/rooms/core/src/runtime/services.js';
import type { Arguments, Custom } from '../../templates/rooms/core/src/runtime/custom.js';
import type { ReplyShape } from '../../templates/rooms/core/src/runtime/reply-shape.js';
import type { SecurityScheme } from '../../templates/rooms/core/src/runtime/security-scheme.js';
import type {
  ApiResource,
  ServerDefinition,
  Tool,
} from '../../templates/rooms/core/src/runtime/tool.js';
import { tool as plainTool } from '../runtime/tool.js';
import { testCall } from '../support/call.js';
import { startUpstream, type RecordedRequest, type Upstream } from '../support/upstream.js';

/** What the upstream answers. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Asked {
  /** What differs from `GET /`. */
  readonly tool?: Partial<Tool>;
  readonly env?: Readonly<Record<string, string>>;
  readonly schemes?: Readonly<Record<string, SecurityScheme>>;
  readonly custom?: Custom;
  readonly args?: Arguments;
  /** What is asked for beside the arguments. */
  readonly shape?: ReplyShape;
}

export interface ReplyServer extends AsyncDisposable {
  /** What the upstream has seen. */
  readonly requests: readonly RecordedRequest[];
  /** The result of a call that gets this reply. */
  readonly call: (reply: Reply, asked?: Asked) => Promise<CallToolResult>;
  /** What the resource `test://api/x{?n}` of the same operation is when the API replies so. */
  readonly read: (reply: Reply, asked?: Asked, uri?: string) => Promise<unknown>;
}

/** An upstream that replies as the next call wants it to. */
export async function startReplies(): Promise<ReplyServer> {
  let next: Reply = {};
  const upstream: Upstream = await startUpstream((_, response) => {
    response.writeHead(next.status ?? 200, next.headers ?? {}).end(next.body);
  });
  const services = (asked: Asked): Services => servicesOf(upstream.url, asked);
  return {
    requests: upstream.requests,
    call: async (reply, asked = {}) => {
      next = reply;
      return services(asked).tools.call('test_tool', asked.args ?? {}, testCall(), asked.shape);
    },
    read: async (reply, asked = {}, uri = 'test://api/x') => {
      next = reply;
      const { createResources } =
        await import('../../templates/rooms/core/src/runtime/resources.js');
      const { contents } = await createResources(services(asked)).read(uri, testCall());
      return contents[0];
    },
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  };
}

const resources: readonly ApiResource[] = [
  { uri: 'test://api/x{?n}', name: 'x', tool: 'test_tool' },
];

function servicesOf(url: string, { tool, env, schemes = {}, custom = {} }: Asked): Services {
  const tools = [{ ...plainTool({}), ...tool }];
  const definition: ServerDefinition = {
    name: 'test',
    title: 'Test',
    version: '1',
    servers: {},
    securitySchemes: schemes,
    groups: [{ tools: ['test_tool'], load: () => Promise.resolve({ tools }) }],
    resources: () => Promise.resolve({ resources }),
    prompts: [],
  };
  const all = { API_BASE_URL: url, LOG_LEVEL: 'silent', ...env };
  return createServices(createRuntime(definition, custom, all));
}

/** The texts of a result, one block a line. */
export function textOf(result: CallToolResult): string {
  return result.content
    .map((block) => (block.type === 'text' ? block.text : block.type))
    .join('\n');
}
