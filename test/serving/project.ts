import { join } from 'node:path';
import { createWorkspace } from '../support/workspace.js';
import { buildSampleProject } from '../runtime/sample-project.js';

/** Tools of a server's own: one says what it was told after others had their turn, one waits until it is cancelled. */
const custom = `import { setTimeout } from 'node:timers/promises';
import type { Custom } from '../runtime/custom.js';

const text = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] } as const;

export const custom = {
  tools: [
    {
      name: 'echo',
      description: 'Says what it is told.',
      inputSchema: text,
      handler: async ({ text }) => {
        await setTimeout(Math.random() * 20);
        return String(text);
      },
    },
    {
      name: 'wait',
      description: 'Waits until it is cancelled.',
      handler: async (_, { signal, log }) => {
        log.info('waiting');
        await setTimeout(60_000, undefined, { signal }).catch(() => log.info('cancelled'));
        return 'over';
      },
    },
    {
      name: 'pause',
      description: 'Takes a while.',
      handler: async (_, { log }) => {
        log.info('pausing');
        await setTimeout(300);
        return 'done';
      },
    },
  ],
} satisfies Custom;
`;

/** A built server with those tools. */
export interface TestProject extends AsyncDisposable {
  readonly entry: string;
}

export async function buildTestProject(): Promise<TestProject> {
  const workspace = await createWorkspace();
  await buildSampleProject(workspace.directory, custom);
  return {
    entry: join(workspace.directory, 'dist/index.js'),
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}
