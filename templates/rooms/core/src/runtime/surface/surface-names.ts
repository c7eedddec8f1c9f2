import type { ToolClass } from '../tool.js';

/** The tool that finds tools by words. */
export const searchName = 'search_tools';

/** The tool that shows what another takes and returns. */
export const describeName = 'describe_tool';

/** The tools that call others, by what those do at worst: so that hints stay true and hosts know when to ask. */
export const callNames: Readonly<Record<ToolClass, string>> = {
  read: 'call_read_tool',
  write: 'call_write_tool',
  destructive: 'call_destructive_tool',
};

/** What the call tools call, by their names. */
export const callClasses: ReadonlyMap<string, ToolClass> = new Map([
  [callNames.read, 'read'],
  [callNames.write, 'write'],
  [callNames.destructive, 'destructive'],
]);

/** Every tool that only the search surface has. */
export const surfaceNames: readonly string[] = [searchName, describeName, ...callClasses.keys()];
