import { join } from 'node:path';
import type { RoomName } from '../../src/rooms.js';
import { startHttp, type HttpServer, type Variables } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { replyJson, startUpstream, type Answer, type Upstream } from '../support/upstream.js';
import { createWorkspace } from '../support/workspace.js';

/** Tools that wait, take a while, say who calls them and how, say much, and announce changes. */
const custom = `
import { setTimeout } from 'node:timers/promises';
import type { Custom } from '../runtime/custom.js';

export const custom: Custom = {
  tools: [
    {
      name: 'wait',
      description: 'Waits until it is cancelled.',
      handler: async (_, { signal, log }) => {
        log.info('waiting');
        await setTimeout(60_000, undefined, { signal }).catch(() => log.info('cancelled'));
        return 'over';
      },
    },
    {
      name: 'pause',
      description: 'Takes a while.',
      handler: async (_, { log }) => {
        log.info('pausing');
        await setTimeout(300);
        return 'done';
      },
    },
    {
      name: 'who',
      description: 'Says who calls.',
      handler: (_, { mcp: { http } }) => {
        const language = http?.req?.headers.get('accept-language');
        return \`\${http?.authInfo?.clientId} \${language}\`;
      },
    },
    {
      name: 'much',
      description: 'Says much.',
      handler: () => 'x'.repeat(8 * 1024 * 1024),
    },
    {
      name: 'announce',
      description: 'Announces changes.',
      handler: (_, { notify }) => {
        notify.resourceUpdated('petstore://custom/other');
        notify.resourceUpdated('petstore://custom/watched');
        notify.toolsChanged();
        return 'announced';
      },
    },
  ],
  resources: [{ uri: 'petstore://custom/{color}', name: 'color', read: ({ color }) => String(color) }],
};
`;

/** A built project with a room, and an API that it may call. */
export interface RoomProject extends AsyncDisposable {
  readonly directory: string;
  readonly entry: string;
  readonly upstream: Upstream;
  readonly serve: (env?: Variables) => Promise<HttpServer>;
}

export async function buildRoomProject(
  room: RoomName,
  answer: Answer = (_, response) => {
    replyJson(response, { deleted: true });
  },
): Promise<RoomProject> {
  const workspace = await createWorkspace();
  const { directory } = workspace;
  await buildSampleProject(directory, custom, [room]);
  const upstream = await startUpstream(answer);
  const entry = join(directory, 'dist/index.js');
  const env = {
    API_BASE_URL: upstream.url,
    PETSTORE_API_KEY: 'key',
    PETSTORE_HEADER_KEY: 'key',
    PETSTORE_USERNAME: 'user',
    PETSTORE_PASSWORD: 'password',
    PETSTORE_TOKEN: 'top-secret',
  };
  return {
    ...{ directory, entry, upstream },
    serve: (more = {}) => startHttp(entry, { ...env, ...more }),
    async [Symbol.asyncDispose]() {
      await upstream[Symbol.asyncDispose]();
      await workspace[Symbol.asyncDispose]();
    },
  };
}
