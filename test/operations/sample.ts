import { join } from 'node:path';
import { buildSampleProject } from '../runtime/sample-project.js';
import type { HttpServer } from '../runtime/process.js';
import { createWorkspace } from '../support/workspace.js';

/** Tools that log, and that end badly. */
const custom = `
import type { Custom } from '../runtime/custom.js';

const tool = (name: string, handler: NonNullable<Custom['tools']>[number]['handler']) => ({
  name,
  description: name,
  inputSchema: { type: 'object' as const, additionalProperties: true },
  handler,
});

console.log('printed by custom code');

export const custom = {
  tools: [
    tool('log_all', ({ text }, { log }) => {
      const said = String(text);
      log.debug(said);
      log.info(said, { text });
      log.warn(said, { error: new Error(said) });
      log.error(said, { nested: { list: [text] }, [said]: 1 });
      return 'logged';
    }),
    tool('log_much', ({ lines }, { log }) => {
      for (let line = 0; line < Number(lines); line += 1) log.warn('x'.repeat(200), { line });
      return 'logged';
    }),
    tool('log_and_exit', (_, { log }) => {
      for (let line = 0; line < 2_000; line += 1) log.warn('x'.repeat(200), { line });
      process.exit(7);
    }),
    tool('fault', ({ text }) => {
      setImmediate(() => { throw new Error(String(text)); });
      return new Promise(() => undefined);
    }),
    tool('reject', ({ text }) => {
      void Promise.reject(new Error(String(text)));
      return new Promise(() => undefined);
    }),
    tool('inventory', async (_, { call }) => call('get_inventory')),
  ],
} satisfies Custom;
`;

/** The sample project with that custom code, built; `entry` is what starts it. */
export async function buildLoggingProject() {
  const workspace = await createWorkspace();
  await buildSampleProject(workspace.directory, custom);
  const entry = join(workspace.directory, 'dist/index.js');
  return {
    ...{ directory: workspace.directory, entry },
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}

export type LoggingProject = Awaited<ReturnType<typeof buildLoggingProject>>;

export type Line = Readonly<Record<string, unknown>>;

/** The lines of a log, each of which has to be JSON. */
export function parseLines(log: string): readonly Line[] {
  const lines = log.split('\n').filter((line) => line !== '' && !line.startsWith('printed by'));
  return lines.map((line) => JSON.parse(line) as Line);
}

/** The lines about calls and refusals, once there are as many. */
export async function auditLines(server: HttpServer, count: number): Promise<readonly Line[]> {
  for (let tries = 0; ; tries += 1) {
    const lines = parseLines(server.log()).filter((line) => 'audit' in line);
    if (lines.length >= count || tries === 200) return lines;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
