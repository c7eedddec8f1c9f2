import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type McpServer,
} from '@modelcontextprotocol/server';
import { callerIn } from '../call.js';
import type { Prompts } from '../prompts.js';
import type { Resources } from '../resources.js';
import type { Tools } from '../tools.js';
import type { Completions } from './completions.js';
import type { Connection } from './connection.js';
import { orInputNeeded } from './input-needed.js';

/** The tables that every server reads. */
export interface Tables {
  readonly tools: Tools;
  readonly resources: Resources;
  readonly prompts: Prompts;
  readonly complete: Completions;
}

/** Follows a request of a client until it is answered. */
export type Track = <T>(method: string, answer: Promise<T>) => Promise<T>;

type Install = (
  server: McpServer['server'],
  tables: Tables,
  connection: Connection,
  track: Track,
) => void;

export const installTools: Install = (server, { tools }, { call }, track) => {
  server.setRequestHandler('tools/list', ({ params }, context) =>
    track('tools/list', tools.list(params?.cursor, callerIn(context))),
  );
  server.setRequestHandler('tools/call', ({ params }, context) =>
    track(
      'tools/call',
      orInputNeeded(tools.call(params.name, params.arguments ?? {}, call(context))),
    ),
  );
};

export const installResources: Install = (server, { resources }, connection, track) => {
  server.setRequestHandler('resources/list', ({ params }, context) =>
    track('resources/list', resources.list(params?.cursor, callerIn(context))),
  );
  server.setRequestHandler('resources/templates/list', ({ params }, context) =>
    track('resources/templates/list', resources.listTemplates(params?.cursor, callerIn(context))),
  );
  server.setRequestHandler('resources/read', async ({ params }, context) => {
    const { contents, hint } = await track(
      'resources/read',
      resources.read(params.uri, connection.call(context)),
    );
    return { contents: [...contents], ...(connection.isModern && hint) };
  });
};

export const installPrompts: Install = (server, { prompts }, { call }, track) => {
  server.setRequestHandler('prompts/list', ({ params }, context) =>
    track('prompts/list', prompts.list(params?.cursor, callerIn(context))),
  );
  server.setRequestHandler('prompts/get', ({ params }, context) =>
    track('prompts/get', prompts.get(params.name, params.arguments ?? {}, call(context))),
  );
};

export const installCompletions: Install = (server, { complete }, _, track) => {
  server.setRequestHandler('completion/complete', ({ params }, context) =>
    track('completion/complete', complete(params, callerIn(context))),
  );
};

/** Of the 2025 era; later requests say themselves what the client wants to hear. */
export const installLogging: Install = (server, _, connection) => {
  server.setRequestHandler('logging/setLevel', ({ params }) => {
    connection.setLevel(params.level);
    return {};
  });
};

/** Of the 2025 era; later clients subscribe by a stream, which the SDK serves. */
export const installSubscriptions: Install = (server, { resources }, connection) => {
  server.setRequestHandler('resources/subscribe', async ({ params: { uri } }, context) => {
    if (!(await resources.has(uri, callerIn(context)))) throw new ResourceNotFoundError(uri);
    if (connection.subscribe(uri)) return {};
    throw new ProtocolError(ProtocolErrorCode.InternalError, 'Too many subscriptions');
  });
  server.setRequestHandler('resources/unsubscribe', ({ params: { uri } }) => {
    connection.unsubscribe(uri);
    return {};
  });
};
