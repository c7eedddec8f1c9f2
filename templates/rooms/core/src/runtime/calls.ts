import type { CustomResource } from './custom.js';
import { createPerform } from './perform.js';
import { readApi, readCustom, type Reading, type ReadResource } from './resource-reading.js';
import type { Foundation } from './services.js';
import { createToolCalls, type ToolCalls } from './tool-calls.js';
import type { Tool } from './tool.js';

/** What carries out calls of tools and reads resources. */
export interface Calls extends ToolCalls {
  /** @throws ResourceNotFoundError, or another error that says why a resource cannot be read. */
  readonly readResource: (reader: Tool | CustomResource, reading: Reading) => Promise<ReadResource>;
}

export function createCalls(foundation: Foundation): Calls {
  const { runtime, access, furnishing } = foundation;
  const perform = createPerform(runtime, access, furnishing.around);
  const toolCalls = createToolCalls(foundation, perform);
  return {
    ...toolCalls,
    readResource: (reader, reading) =>
      'read' in reader
        ? readCustom(reader, reading, runtime, toolCalls.customContext(reading.call))
        : readApi(reader, reading, runtime, perform),
  };
}
