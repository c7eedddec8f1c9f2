import { setTimeout } from 'node:timers/promises';
import type { CustomContext, CustomTool } from '../runtime/custom.js';

/** Tools that tell the client something while they work, or of a change. */
export const toldTools: readonly CustomTool[] = [
  {
    name: 'test_tool_with_logging',
    description: 'Logs while it works.',
    handler: async (_, { log }) => {
      log.info('Tool execution started');
      await setTimeout(50);
      log.info('Tool processing data');
      await setTimeout(50);
      log.info('Tool execution completed');
      return 'Done.';
    },
  },
  {
    name: 'test_logging_tool',
    description: 'Logs once.',
    handler: (_, { log }) => {
      log.info('A line of the log.');
      return 'Done.';
    },
  },
  {
    name: 'test_tool_with_progress',
    description: 'Says how far it is.',
    handler: async (_, context) => {
      for (const progress of [0, 50, 100]) {
        await report(context, progress);
        await setTimeout(50);
      }
      return 'Done.';
    },
  },
  {
    name: 'test_reconnection',
    description: 'Drops its stream, so that the client has to come back for the answer.',
    handler: async (_, { mcp }) => {
      mcp.http?.closeSSE?.();
      await setTimeout(100);
      return 'Reconnected.';
    },
  },
  {
    name: 'test_trigger_tool_change',
    description: 'Announces that the tools have changed.',
    handler: (_, { notify }) => {
      notify.toolsChanged();
      return 'Announced.';
    },
  },
  {
    name: 'test_trigger_prompt_change',
    description: 'Announces that the prompts have changed.',
    handler: (_, { notify }) => {
      notify.promptsChanged();
      return 'Announced.';
    },
  },
];

async function report({ mcp: { mcpReq } }: CustomContext, progress: number): Promise<void> {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return;
  const params = { progressToken, progress, total: 100 };
  await mcpReq.notify({ method: 'notifications/progress', params });
}
