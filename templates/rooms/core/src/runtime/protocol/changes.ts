import {
  InMemoryServerEventBus,
  type McpServer,
  type ServerEvent,
  type ServerEventBus,
} from '@modelcontextprotocol/server';
import type { Announce, Custom } from '../custom.js';

/** What changes while the server runs, and who is told. */
export interface Changes {
  /** Where changes are published, and where `subscriptions/listen` streams hear of them. */
  readonly bus: ServerEventBus;
  readonly announce: Announce;
  /** Whether anything can ever be announced: only custom code does. */
  readonly possible: boolean;
}

export function createChanges(
  custom: Custom,
  bus: ServerEventBus = new InMemoryServerEventBus(),
): Changes {
  const { tools = [], resources = [], prompts = [], hooks } = custom;
  return {
    bus,
    announce: {
      toolsChanged: () => {
        bus.publish({ kind: 'tools_list_changed' });
      },
      promptsChanged: () => {
        bus.publish({ kind: 'prompts_list_changed' });
      },
      resourcesChanged: () => {
        bus.publish({ kind: 'resources_list_changed' });
      },
      resourceUpdated: (uri) => {
        bus.publish({ kind: 'resource_updated', uri });
      },
    },
    possible: hooks?.start !== undefined || tools.length + resources.length + prompts.length > 0,
  };
}

/** Tells the client of a connection of a change; `wants` says whether it has subscribed to a resource. */
export async function tellOf(
  event: ServerEvent,
  { server }: McpServer,
  wants: (uri: string) => boolean,
): Promise<void> {
  switch (event.kind) {
    case 'tools_list_changed':
      return server.sendToolListChanged();
    case 'prompts_list_changed':
      return server.sendPromptListChanged();
    case 'resources_list_changed':
      return server.sendResourceListChanged();
    case 'resource_updated':
      return wants(event.uri) ? server.sendResourceUpdated({ uri: event.uri }) : undefined;
  }
}
