import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startUpstream } from '../support/upstream.js';
import { connectHttp, connectStdio, kinds, startHttp } from '../runtime/process.js';
import { buildTestProject, type TestProject } from './project.js';
import { eventually, message, send } from './send.js';

describe('many clients at once', () => {
  let project: TestProject;

  before(async () => {
    project = await buildTestProject();
  });
  after(() => project[Symbol.asyncDispose]());

  for (const sessions of ['none', 'memory']) {
    it(`(sessions: ${sessions}) never see what is another's`, async () => {
      await using api = await startUpstream(({ url }, response) => {
        setTimeout(() => response.end(url), Math.random() * 20);
      });
      await using server = await startHttp(project.entry, {
        MCP_SESSIONS: sessions,
        API_BASE_URL: api.url,
        PETSTORE_API_KEY: 'test',
      });
      const client = async (_: unknown, index: number): Promise<void> => {
        await using client = await connectHttp(kinds[index % 3] ?? 'v1 SDK', server.url);
        for (let count = 0; count < 3; count += 1) {
          const text = `client-${index}-${count}-`;
          const said = await client.callTool({ name: 'echo', arguments: { text } });
          assert.deepEqual(said.content, [{ type: 'text', text }]);
          const pet = await client.callTool({ name: 'get_pet', arguments: { 'pet-id': text } });
          assert.match(JSON.stringify(pet.content), new RegExp(`/pets/${text}\\\\?`));
        }
      };
      await Promise.all(Array.from({ length: 200 }, client));
      assert.equal(api.requests.length, 600);
    });
  }

  it('are turned away when they are too many, before they are read, and served again after', async () => {
    await using server = await startHttp(project.entry, { MCP_MAX_REQUESTS: '2' });
    const pause = message('tools/call', { name: 'pause' });
    const pending = [pause, pause].map((body) => send(server.url, { body }));
    await eventually(() => server.log().split('pausing').length === 3, 'both calls arrived');
    const refused = await send(server.url, { body: 'never read' });
    assert.equal(refused.status, 503);
    assert.equal(refused.headers['retry-after'], '1');
    assert.match(refused.body, /"error":\{"code":-32000/);
    assert.equal((await send(server.url, { method: 'GET', path: '/health' })).status, 200);
    for (const { body } of await Promise.all(pending)) assert.match(body, /done/);
    assert.equal((await send(server.url)).status, 200);
  });

  it('that leave before they are answered leave no request behind', async () => {
    await using server = await startHttp(project.entry, { MCP_MAX_REQUESTS: '1' });
    for (let count = 1; count <= 3; count += 1) {
      const controller = new AbortController();
      const headers = {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
      };
      const body = message('tools/call', { name: 'wait' });
      const { signal } = controller;
      const pending = fetch(server.url, { method: 'POST', headers, body, signal });
      await eventually(() => server.log().split('waiting').length > count, 'the call arrived');
      controller.abort();
      await assert.rejects(pending);
      await eventually(() => server.log().split('cancelled').length > count, 'the tool was told');
    }
    assert.equal((await send(server.url)).status, 200);
  });

  it('are no matter to stdio, which has none of this', async () => {
    await using client = await connectStdio('v2 of 2025', project.entry, { MCP_MAX_REQUESTS: '1' });
    const texts = Array.from({ length: 50 }, (_, index) => `text ${index}`);
    const results = await Promise.all(
      texts.map((text) => client.callTool({ name: 'echo', arguments: { text } })),
    );
    assert.deepEqual(
      results.map(({ content }) => content),
      texts.map((text) => [{ type: 'text', text }]),
    );
  });
});
