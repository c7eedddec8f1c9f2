import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client } from '@modelcontextprotocol/client';
import { connectHttp, connectStdio, kinds, startHttp, type AnyClient } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { eventually, onRequest, startRawServer } from './raw-server.js';
import type { Variables } from './rig.js';

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: { readonly message?: string | undefined }) => void;
}

/** The clients take options in different places. */
function callInventory(client: AnyClient, options: CallOptions = {}) {
  const params = { name: 'get_inventory' };
  return client instanceof Client
    ? client.callTool(params, options)
    : client.callTool(params, undefined, options);
}

describe('a client of a built server', () => {
  let workspace: Workspace;
  let entry: string;

  before(async () => {
    workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    entry = join(workspace.directory, 'dist/index.js');
  });
  after(() => workspace[Symbol.asyncDispose]());

  const variables = (url: string): Variables => ({
    API_BASE_URL: url,
    PETSTORE_API_KEY: 'key',
    API_TIMEOUT_MS: '30000',
  });

  /** An API that never answers. */
  const startSilent = () => startRawServer((socket) => socket.resume());

  for (const kind of kinds) {
    it(`(${kind}) that cancels on stdio ends the request to the API`, async () => {
      await using api = await startSilent();
      await using client = await connectStdio(kind, entry, variables(api.url));
      const controller = new AbortController();
      const call = callInventory(client, { signal: controller.signal });
      await eventually(() => api.open() === 1, 'the API was called');
      controller.abort();
      await assert.rejects(call);
      await eventually(() => api.open() === 0, 'the connection was closed');
    });

    it(`(${kind}) that goes away over HTTP ends the request to the API`, async () => {
      await using api = await startSilent();
      await using server = await startHttp(entry, variables(api.url));
      const client = await connectHttp(kind, server.url);
      const call = callInventory(client);
      await eventually(() => api.open() === 1, 'the API was called');
      await Promise.all([assert.rejects(call), client.close()]);
      await eventually(() => api.open() === 0, 'the connection was closed');
    });

    for (const transport of ['stdio', 'HTTP'] as const) {
      it(`(${kind}) hears over ${transport} that its call is tried again`, async () => {
        let requests = 0;
        await using api = await startRawServer((socket) => {
          onRequest(socket, () => {
            requests += 1;
            const busy = '503 Busy\r\nretry-after: 1\r\ncontent-length: 0';
            socket.write(`HTTP/1.1 ${requests === 1 ? busy : '204 Done'}\r\n\r\n`);
          });
        });
        await using server =
          transport === 'HTTP' ? await startHttp(entry, variables(api.url)) : undefined;
        await using client =
          server === undefined
            ? await connectStdio(kind, entry, variables(api.url))
            : await connectHttp(kind, server.url);
        const heard: (string | undefined)[] = [];
        const result = await callInventory(client, {
          onprogress: ({ message }) => heard.push(message),
        });
        assert.notEqual(result.isError, true);
        assert.deepEqual(heard, ['The API answered 503; trying again in 1 s (try 2 of 3)']);
      });
    }
  }

  it('of 2026 that cancels over HTTP ends the request to the API', async () => {
    await using api = await startSilent();
    await using server = await startHttp(entry, variables(api.url));
    await using client = await connectHttp('v2 of 2026', server.url);
    const controller = new AbortController();
    const call = callInventory(client, { signal: controller.signal });
    await eventually(() => api.open() === 1, 'the API was called');
    controller.abort();
    await assert.rejects(call);
    await eventually(() => api.open() === 0, 'the connection was closed');
  });

  for (const kind of ['v1 SDK', 'v2 of 2025'] as const) {
    it(`(${kind}) that cancels over HTTP, which no session joins to its call, leaves that to its time limit`, async () => {
      await using api = await startSilent();
      const limits = { API_TIMEOUT_MS: '300', API_MAX_RETRIES: '0' };
      await using server = await startHttp(entry, { ...variables(api.url), ...limits });
      await using client = await connectHttp(kind, server.url);
      const controller = new AbortController();
      const call = callInventory(client, { signal: controller.signal });
      await eventually(() => api.open() === 1, 'the API was called');
      controller.abort();
      await assert.rejects(call);
      await eventually(() => api.open() === 0, 'the connection was closed');
    });
  }
});
