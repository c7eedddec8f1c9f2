import { join } from 'node:path';
import { startHttp, type HttpServer, type Variables } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { createWorkspace } from '../support/workspace.js';

export const watched = 'petstore://custom/watched';

const custom = `import { setTimeout } from 'node:timers/promises';
import type { Custom } from '../runtime/custom.js';

export const custom = {
  tools: [
    {
      name: 'announce',
      description: 'Announces changes.',
      annotations: { readOnlyHint: true },
      handler: (_, { notify }) => {
        notify.resourceUpdated('${watched}');
        notify.toolsChanged();
        return 'announced';
      },
    },
    { name: 'erase', description: 'Destroys.', handler: () => 'erased' },
    {
      name: 'pause',
      description: 'Takes a while.',
      annotations: { readOnlyHint: true },
      handler: async (_, { log }) => {
        log.info('pausing');
        await setTimeout(300);
        return 'done';
      },
    },
    {
      name: 'steps',
      description: 'Tells of five steps, and drops its stream after the second.',
      annotations: { readOnlyHint: true },
      handler: async (_, { mcp: { mcpReq, http } }) => {
        const progressToken = mcpReq._meta?.progressToken ?? 0;
        for (const progress of [1, 2, 3, 4, 5]) {
          const params = { progressToken, progress, total: 5 };
          await mcpReq.notify({ method: 'notifications/progress', params });
          if (progress === 2) http?.closeSSE?.();
          await setTimeout(20);
        }
        return 'all steps done';
      },
    },
    {
      name: 'flood',
      description: 'Tells of very much.',
      annotations: { readOnlyHint: true },
      inputSchema: { type: 'object', properties: { count: { type: 'integer' }, size: { type: 'integer' } } },
      handler: async ({ count, size }, { mcp: { mcpReq } }) => {
        const progressToken = mcpReq._meta?.progressToken ?? 0;
        const message = 'x'.repeat(Number(size));
        for (let progress = 1; progress <= Number(count); progress += 1) {
          const params = { progressToken, progress, message };
          await mcpReq.notify({ method: 'notifications/progress', params });
        }
        return 'all told';
      },
    },
  ],
  resources: [{ uri: 'petstore://custom/{color}', name: 'color', read: ({ color }) => String(color) }],
} satisfies Custom;
`;

/** A built project with the room, to run several of. */
export interface RedisProject extends AsyncDisposable {
  readonly directory: string;
  readonly entry: string;
  readonly start: (env?: Variables) => Promise<HttpServer>;
}

export async function buildRedisProject(): Promise<RedisProject> {
  const workspace = await createWorkspace();
  const { directory } = workspace;
  await buildSampleProject(directory, custom, ['redis']);
  const entry = join(directory, 'dist/index.js');
  return {
    directory,
    entry,
    start: (env = {}) => startHttp(entry, { PETSTORE_API_KEY: 'test', ...env }),
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}
