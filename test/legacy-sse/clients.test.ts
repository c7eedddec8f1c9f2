import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  ResourceUpdatedNotificationSchema,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { textOf } from '../protocol/clients.js';
import type { AnyClient } from '../runtime/process.js';
import { eventually } from '../serving/send.js';
import { replyJson } from '../support/upstream.js';
import { connectSse, kinds } from './clients.js';
import { buildRoomProject, type RoomProject } from './project.js';

for (const kind of kinds) {
  describe(`a client (${kind}) over HTTP+SSE`, () => {
    let project: RoomProject;
    let failures = 0;

    before(async () => {
      project = await buildRoomProject('legacy-sse', ({ method }, response) => {
        if (failures > 0) {
          failures -= 1;
          response.writeHead(503, { 'retry-after': '0' }).end();
        } else replyJson(response, method === 'DELETE' ? { deleted: true } : { pets: 3 });
      });
    });
    after(() => project[Symbol.asyncDispose]());

    it('lists and calls tools, and is told what is wrong', async () => {
      await using server = await project.serve();
      await using client = await connectSse(kind, server.url);
      assert.ok((await client.listTools()).tools.some(({ name }) => name === 'get_inventory'));
      assert.match(textOf(await client.callTool({ name: 'get_inventory' })), /"pets":\s*3/);
      const wrong = await client.callTool({ name: 'get_pet', arguments: { pet: 1 } });
      assert.equal(wrong.isError, true);
      await assert.rejects(client.callTool({ name: 'nothing' }), /Unknown tool/);
      const read = await client.readResource({ uri: 'petstore://api/inventory' });
      assert.match(JSON.stringify(read.contents), /pets/);
    });

    it('is the caller that its token says, by the headers of each message', async () => {
      await using server = await project.serve({ MCP_AUTH_TOKENS: 'ann=token-of-ann-0123456789' });
      await using client = await connectSse(kind, server.url, { token: 'token-of-ann-0123456789' });
      assert.match(textOf(await client.callTool({ name: 'who' })), /ann.* de$/);
      await eventually(() => server.log().includes('"tool":"who"'), 'the call was recorded');
      assert.match(server.log(), /"caller":"[^"]*ann[^"]*".*"tool":"who"|"tool":"who".*ann/);
      await assert.rejects(connectSse(kind, server.url, { token: 'wrong' }), /401/);
    });

    it('hears of progress', async () => {
      await using server = await project.serve();
      await using client = await connectSse(kind, server.url);
      const heard: unknown[] = [];
      const options = {
        onprogress: ({ message }: { message?: string | undefined }) => heard.push(message),
      };
      failures = 1;
      await ('discover' in client
        ? client.callTool({ name: 'get_inventory' }, options)
        : client.callTool({ name: 'get_inventory' }, undefined, options));
      assert.match(String(heard[0]), /503; trying again/);
    });

    it('cancels', async () => {
      await using server = await project.serve({ MCP_MAX_REQUESTS: '2' });
      await using client = await connectSse(kind, server.url);
      // Each counts until it is cancelled, or there would be too many.
      for (let count = 1; count <= 3; count += 1) {
        const controller = new AbortController();
        const options = { signal: controller.signal };
        const waiting =
          'discover' in client
            ? client.callTool({ name: 'wait' }, options)
            : client.callTool({ name: 'wait' }, undefined, options);
        await eventually(() => server.log().split('waiting').length > count, 'the call arrived');
        controller.abort();
        await assert.rejects(waiting);
        const told = () => server.log().split('"message":"cancelled"').length > count;
        await eventually(told, 'the tool was told');
      }
    });

    it('asks its user to confirm', async () => {
      await using server = await project.serve({ MCP_CONFIRM: 'destructive' });
      const call = { name: 'delete_pet', arguments: { 'pet-id': '7' } };
      const sent = project.upstream.requests.length;
      await using declining = await connectSse(kind, server.url, { answer: 'decline' });
      assert.match(textOf(await declining.callTool(call)), /did not confirm/);
      assert.equal(project.upstream.requests.length, sent);
      await using accepting = await connectSse(kind, server.url, { answer: 'accept' });
      assert.match(textOf(await accepting.callTool(call)), /deleted/);
      assert.equal(project.upstream.requests.length, sent + 1);
    });

    it('hears of changes, and of the resources that it subscribes to', async () => {
      await using server = await project.serve();
      await using client = await connectSse(kind, server.url);
      const heard = listen(client);
      await client.subscribeResource({ uri: 'petstore://custom/watched' });
      await client.callTool({ name: 'announce' });
      await eventually(() => heard.length === 2, 'both were told');
      assert.deepEqual(heard.toSorted(), ['petstore://custom/watched', 'tools']);
    });

    it('leaves nothing behind when it goes', async () => {
      await using server = await project.serve({ MCP_SSE_MAX_STREAMS: '1' });
      for (let count = 1; count <= 3; count += 1) {
        const client = await connectSse(kind, server.url);
        const waiting = client.callTool({ name: 'wait' }).catch(() => undefined);
        await eventually(() => server.log().split('waiting').length > count, 'the call arrived');
        await client.close();
        await waiting;
        await eventually(
          () => server.log().split('"message":"cancelled"').length > count,
          'it was ended',
        );
      }
    });
  });
}

/** What the client is told of, as it comes. */
function listen(client: AnyClient): string[] {
  const heard: string[] = [];
  if ('discover' in client) {
    client.setNotificationHandler(
      'notifications/tools/list_changed',
      () => void heard.push('tools'),
    );
    client.setNotificationHandler(
      'notifications/resources/updated',
      ({ params }) => void heard.push(params.uri),
    );
  } else {
    client.setNotificationHandler(
      ToolListChangedNotificationSchema,
      () => void heard.push('tools'),
    );
    client.setNotificationHandler(
      ResourceUpdatedNotificationSchema,
      ({ params }) => void heard.push(params.uri),
    );
  }
  return heard;
}
