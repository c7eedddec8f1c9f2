import type { ServerCapabilities } from '@modelcontextprotocol/server';

/** What decides which capabilities work. */
export interface Surface {
  /** Whether the client can be sent what it did not just ask for: not by stateless HTTP of the 2025 era. */
  readonly isLive: boolean;
  /** Whether anything can change while the server runs. */
  readonly canChange: boolean;
  readonly hasResources: boolean;
  readonly hasPrompts: boolean;
}

/** Only what works for a client is promised to it. */
export function capabilitiesOf(surface: Surface): ServerCapabilities {
  const { isLive, hasResources, hasPrompts } = surface;
  const tellsOfChanges = isLive && surface.canChange;
  const lists = tellsOfChanges ? { listChanged: true } : {};
  return {
    tools: lists,
    ...(hasResources && { resources: { ...lists, ...(tellsOfChanges && { subscribe: true }) } }),
    ...(hasPrompts && { prompts: lists }),
    ...((hasResources || hasPrompts) && { completions: {} }),
    ...(isLive && { logging: {} }),
  };
}
