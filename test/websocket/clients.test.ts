import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { WebSocketClientTransport } from '@modelcontextprotocol/sdk/client/websocket.js';
import {
  ElicitRequestSchema,
  ResourceUpdatedNotificationSchema,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { get } from '../corpus/document.js';
import { logged } from '../inbound/logged.js';
import { buildRoomProject, type RoomProject } from '../legacy-sse/project.js';
import { textOf } from '../protocol/clients.js';
import { eventually } from '../serving/send.js';
import { replyJson } from '../support/upstream.js';
import { openSocket, WebSocket, type Connection, type Message } from './socket.js';

// The client of the SDK takes that of the platform, which Node has from version 22 on.
Object.assign(globalThis, { WebSocket });

const call = { name: 'delete_pet', arguments: { 'pet-id': '7' } };
let project: RoomProject;
let failures = 0;

before(async () => {
  project = await buildRoomProject('websocket', ({ method, url }, response) => {
    if (failures > 0) {
      failures -= 1;
      response.writeHead(503, { 'retry-after': '0' }).end();
    } else replyJson(response, method === 'DELETE' ? { deleted: true } : { pets: 3, url });
  });
});
after(() => project[Symbol.asyncDispose]());

describe('a client (v1 SDK) over WebSocket', () => {
  const connect = async (url: string, answer?: 'accept' | 'decline') => {
    const target = new URL('/ws', url);
    target.protocol = 'ws:';
    const capabilities = answer === undefined ? {} : { elicitation: {} };
    const client = new Client({ name: 'test', version: '1' }, { capabilities });
    if (answer !== undefined) {
      client.setRequestHandler(ElicitRequestSchema, () => ({ action: answer, content: {} }));
    }
    await client.connect(new WebSocketClientTransport(target));
    return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
  };

  it('lists and calls tools, and is told what is wrong', async () => {
    await using server = await project.serve();
    await using client = await connect(server.url);
    assert.ok((await client.listTools()).tools.some(({ name }) => name === 'get_inventory'));
    assert.match(textOf(await client.callTool({ name: 'get_inventory' })), /"pets":\s*3/);
    const wrong = await client.callTool({ name: 'get_pet', arguments: { pet: 1 } });
    assert.equal(wrong.isError, true);
    await assert.rejects(client.callTool({ name: 'nothing' }), /Unknown tool/);
    assert.match(textOf(await client.callTool({ name: 'who' })), /^anonymous/);
    assert.match(textOf(await client.callTool({ name: 'much' })), /^x{1000}/);
  });

  it('hears of progress', async () => {
    await using server = await project.serve();
    await using client = await connect(server.url);
    const heard: unknown[] = [];
    failures = 1;
    await client.callTool({ name: 'get_inventory' }, undefined, {
      onprogress: ({ message }) => heard.push(message),
    });
    assert.match(String(heard[0]), /503; trying again/);
  });

  it('cancels', async () => {
    await using server = await project.serve({ MCP_MAX_REQUESTS: '1' });
    await using client = await connect(server.url);
    for (let count = 1; count <= 2; count += 1) {
      const controller = new AbortController();
      const { signal } = controller;
      const waiting = client.callTool({ name: 'wait' }, undefined, { signal });
      await eventually(() => server.log().split('waiting').length > count, 'the call arrived');
      await assert.rejects(client.ping(), /busy/);
      controller.abort();
      await assert.rejects(waiting);
      const told = () => server.log().split('"message":"cancelled"').length > count;
      await eventually(told, 'the tool was told');
    }
    await client.ping();
  });

  it('asks its user to confirm', async () => {
    await using server = await project.serve({ MCP_CONFIRM: 'destructive' });
    const sent = project.upstream.requests.length;
    await using declining = await connect(server.url, 'decline');
    assert.match(textOf(await declining.callTool(call)), /did not confirm/);
    await using asking = await connect(server.url);
    assert.match(textOf(await asking.callTool(call)), /elicitation/);
    assert.equal(project.upstream.requests.length, sent);
    await using accepting = await connect(server.url, 'accept');
    assert.match(textOf(await accepting.callTool(call)), /deleted/);
    assert.equal(project.upstream.requests.length, sent + 1);
  });

  it('hears of changes, and of the resources that it subscribes to', async () => {
    await using server = await project.serve();
    await using client = await connect(server.url);
    await using other = await connect(server.url);
    const heard: string[] = [];
    const changed = ToolListChangedNotificationSchema;
    client.setNotificationHandler(changed, () => void heard.push('tools'));
    other.setNotificationHandler(changed, () => void heard.push('tools, too'));
    client.setNotificationHandler(
      ResourceUpdatedNotificationSchema,
      ({ params }) => void heard.push(params.uri),
    );
    await client.subscribeResource({ uri: 'petstore://custom/watched' });
    await other.callTool({ name: 'announce' });
    await eventually(() => heard.length === 3, 'all were told');
    assert.deepEqual(heard.toSorted(), ['petstore://custom/watched', 'tools', 'tools, too']);
  });

  it('is one of many, each of whom gets what is its own', async () => {
    await using server = await project.serve();
    const one = async (_: unknown, index: number): Promise<void> => {
      await using client = await connect(server.url);
      for (let count = 0; count < 3; count += 1) {
        const id = `client-${index}-${count}-`;
        const pet = await client.callTool({ name: 'get_pet', arguments: { 'pet-id': id } });
        assert.match(textOf(pet), new RegExp(`/pets/${id}\\?`));
      }
    };
    await Promise.all(Array.from({ length: 50 }, one));
  });
});

describe('a client of 2026-07-28 over WebSocket', () => {
  const prefix = 'io.modelcontextprotocol';
  const ask = (
    { send, answer }: Connection,
    id: number,
    method: string,
    params: object = {},
  ): Promise<Message> => {
    const _meta = {
      [`${prefix}/protocolVersion`]: '2026-07-28',
      [`${prefix}/clientCapabilities`]: { elicitation: {} },
      [`${prefix}/clientInfo`]: { name: 'test', version: '1' },
    };
    send({ id, method, params: { ...params, _meta } });
    return answer(id);
  };

  it('discovers, lists and calls', async () => {
    await using server = await project.serve();
    const connection = await openSocket(server.url, { headers: { 'accept-language': 'de' } });
    const { result } = await ask(connection, 1, 'server/discover');
    assert.ok(get(get(result, 'capabilities'), 'tools'));
    const list = await ask(connection, 2, 'tools/list');
    assert.match(JSON.stringify(list.result), /get_inventory/);
    const who = await ask(connection, 3, 'tools/call', { name: 'who' });
    assert.match(JSON.stringify(who.result), /anonymous de/);
    connection.socket.close();
  });

  it('is the caller that its token says, whoever else is connected', async () => {
    const names = ['ann', 'bob'];
    const secret = (name: string): string => `token-of-${name}-0123456789`;
    await using server = await project.serve({
      MCP_AUTH_TOKENS: names.map((name) => `${name}=${secret(name)}`).join(','),
    });
    const connections = await Promise.all(
      names.map((name) =>
        openSocket(server.url, { headers: { authorization: `Bearer ${secret(name)}` } }),
      ),
    );
    for (const [index, connection] of connections.entries()) {
      const who = await ask(connection, 1, 'tools/call', { name: 'who' });
      assert.match(JSON.stringify(who.result), new RegExp(`"[^"]*${String(names[index])}`));
      connection.socket.close();
    }
    await logged(server, /"caller":"[^"]*ann","tool":"who"/);
    await logged(server, /"caller":"[^"]*bob","tool":"who"/);
  });

  it('confirms by a second round', async () => {
    await using server = await project.serve({ MCP_CONFIRM: 'destructive' });
    const connection = await openSocket(server.url);
    const first = await ask(connection, 1, 'tools/call', call);
    assert.equal(get(first.result, 'resultType'), 'input_required');
    const requestState = get(first.result, 'requestState');
    const inputResponses = { confirm: { action: 'accept', content: {} } };
    const again = { ...call, inputResponses, requestState };
    const second = await ask(connection, 2, 'tools/call', again);
    assert.match(JSON.stringify(second.result), /deleted/);
    connection.socket.close();
  });

  it('hears of what it listens to, which is no request that anybody waits for', async () => {
    await using server = await project.serve({ MCP_MAX_REQUESTS: '1' });
    const connection = await openSocket(server.url);
    const { messages } = connection;
    const notifications = { toolsListChanged: true };
    const listening = ask(connection, 1, 'subscriptions/listen', { notifications });
    await eventually(() => messages.length === 1, 'it was acknowledged');
    await ask(connection, 2, 'tools/call', { name: 'announce' });
    const changed = () =>
      messages.some(({ method }) => method === 'notifications/tools/list_changed');
    await eventually(changed, 'it was told');
    server.child.kill('SIGTERM');
    assert.ok((await listening).result);
    assert.equal(await connection.closed, 1001);
  });
});
