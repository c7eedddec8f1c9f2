import type { Guarded } from './access.js';
import type { ToolAnnotations, ToolClass } from '../tool.js';

/** How tables of tools write their classes. */
export const classLetters: ReadonlyMap<string, ToolClass> = new Map([
  ['r', 'read'],
  ['w', 'write'],
  ['d', 'destructive'],
]);

/** What an item does at worst; a tool that does not say is taken as MCP says: it destroys. */
export function classOf(item: Guarded): ToolClass {
  if (!('handler' in item) && !('request' in item)) return 'read';
  const { readOnlyHint = false, destructiveHint = true }: Partial<ToolAnnotations> =
    item.annotations ?? {};
  if (readOnlyHint) return 'read';
  return destructiveHint ? 'destructive' : 'write';
}
