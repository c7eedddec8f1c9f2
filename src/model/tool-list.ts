import type { ServerModel, Tool } from './model.js';

/** What `tools/list` costs the client and the model that reads it. */
export interface ToolListSize {
  /** Bytes of JSON, UTF-8, of all tools together. */
  readonly bytes: number;
  /** Estimated at four bytes a token. */
  readonly tokens: number;
  /** Responses that the list takes. */
  readonly pages: number;
}

/** Bytes of tools in one response; the official client hangs up at 10 MB. */
const pageBytes = 4 * 1024 * 1024;

/** A tool as clients see it. */
export type ShownTool = Pick<Tool, 'name' | 'description' | 'inputSchema'> &
  Partial<Pick<Tool, 'title' | 'annotations' | 'outputSchema' | 'maxResultChars'>>;

/** The size of the list that a server serves of `tools`. */
export function measureToolList(tools: readonly ShownTool[]): ToolListSize {
  const sizes = tools.map((tool) => Buffer.byteLength(listedJson(tool)));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  let pages = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > pageBytes && filled > 0) {
      pages += 1;
      filled = 0;
    }
    filled += size;
  }
  return { bytes, tokens: Math.round(bytes / 4), pages };
}

/** The tools that a server of `model` lists; those that are read as resources alone are not among them. */
export function listedTools({ groups }: ServerModel): readonly Tool[] {
  return groups.flatMap(({ tools }) => tools).filter(({ resourceOnly }) => resourceOnly !== true);
}

/** The tool as `tools/list` has it, without `_meta`, which clients keep for themselves. */
export function listedJson(tool: ShownTool): string {
  const { name, title, description, inputSchema, outputSchema, annotations } = tool;
  return JSON.stringify({ name, title, description, inputSchema, outputSchema, annotations });
}
