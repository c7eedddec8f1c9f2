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

/** The size of the list that a server of `model` serves. */
export function measureToolList(model: ServerModel): ToolListSize {
  const sizes = model.groups
    .flatMap(({ tools }) => tools)
    .filter(({ resourceOnly }) => resourceOnly !== true)
    .map(listedBytes);
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

function listedBytes(tool: Tool): number {
  const { name, title, description, annotations, inputSchema, outputSchema } = tool;
  const listed = { name, title, description, annotations, inputSchema, outputSchema };
  return Buffer.byteLength(JSON.stringify(listed));
}
