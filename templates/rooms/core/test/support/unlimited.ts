import type { ServerDefinition, Tool, ToolGroup } from '../../src/runtime/tool.js';
import { definition } from './environment.js';

/** The server as it is for a caller who may do everything, as often as the tests do. */
export const unlimited: ServerDefinition = {
  ...definition,
  groups: definition.groups.map((group) => ({ ...group, load: () => loadUnlimited(group) })),
};

async function loadUnlimited({ load }: ToolGroup): Promise<{ readonly tools: readonly Tool[] }> {
  const { tools } = await load();
  const rateLimit = { calls: 1_000_000, seconds: 1 };
  return {
    tools: tools.map((tool) => ({ ...tool, access: [], ...(tool.rateLimit && { rateLimit }) })),
  };
}
