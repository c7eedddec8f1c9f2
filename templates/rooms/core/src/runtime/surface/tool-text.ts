import type { CustomTool } from '../custom.js';
import type { Tool, ToolClass } from '../tool.js';

/** The line of a tool in a list: what must be given and whether more can be, what it does at worst, and what it is. */
export function lineOf(tool: Tool | CustomTool, toolClass: ToolClass): string {
  const { properties = {}, required = [] } = tool.inputSchema ?? {};
  const hasMore = Object.keys(properties).length > required.length;
  const shown = [...required, ...(hasMore ? ['…'] : [])].join(', ');
  return `${tool.name}(${shown}) [${toolClass}] ${titleOf(tool)}`;
}

/** The title, or else the first sentence of the description. */
function titleOf({ title, description }: Tool | CustomTool): string {
  return title ?? /^.*?(?=\.(?:\s|$)|$)/m.exec(description)?.[0] ?? '';
}
