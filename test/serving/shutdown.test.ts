import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startUpstream } from '../support/upstream.js';
import { startHttp } from '../runtime/process.js';
import { buildTestProject, type TestProject } from './project.js';
import { eventually, initialize, message, openRequest, send, type Received } from './send.js';

const pause = message('tools/call', { name: 'pause' });
const inventory = message('tools/call', { name: 'get_inventory' });
const wait = message('tools/call', { name: 'wait' });

describe('a signal', () => {
  let project: TestProject;

  before(async () => {
    project = await buildTestProject();
  });
  after(() => project[Symbol.asyncDispose]());

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`(${signal}) under load loses no call that was taken`, async () => {
      await using api = await startUpstream((_, response) => {
        globalThis.setTimeout(() => response.end('Rex'), 20);
      });
      await using server = await startHttp(project.entry, {
        API_BASE_URL: api.url,
        PETSTORE_API_KEY: 'test',
      });
      const exited = once(server.child, 'exit');
      const agent = new Agent({ keepAlive: true, maxSockets: 16 });
      let answered = 0;
      const client = async (): Promise<unknown> => {
        for (let count = 0; count < 10_000; count += 1) {
          const reply = await send(server.url, { body: inventory, agent }).catch(
            (error: unknown) => error,
          );
          // Nobody listens any more, or had not yet begun to listen to this connection.
          if (reply instanceof Error) return (reply as { code?: string }).code;
          assert.match((reply as Received).body, /Rex/);
          answered += 1;
          if (answered === 200) server.child.kill(signal);
        }
        return 'never stopped';
      };
      const outcomes = await Promise.all(Array.from({ length: 16 }, client));
      for (const outcome of outcomes) assert.match(String(outcome), /^ECONN(REFUSED|RESET)$/);
      assert.deepEqual(await exited, [0, null]);
      assert.equal(api.requests.length, answered);
      agent.destroy();
    });
  }

  it('makes /ready say so while requests are still taken, then ends', async () => {
    await using server = await startHttp(project.entry, { MCP_SHUTDOWN_DELAY_MS: '2000' });
    const ready = () => send(server.url, { method: 'GET', path: '/ready' });
    assert.deepEqual([(await ready()).status, (await ready()).body], [200, '{"status":"ready"}']);
    const exited = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    await eventually(async () => (await ready()).status === 503, 'the server was not ready');
    assert.equal((await ready()).body, '{"status":"draining"}');
    assert.equal((await send(server.url, { method: 'GET', path: '/health' })).status, 200);
    const last = await send(server.url, { body: pause });
    assert.match(last.body, /done/);
    assert.equal(last.headers.connection, 'close');
    assert.deepEqual(await exited, [0, null]);
  });

  it('waits for what runs, in a session and on a stream too', async () => {
    await using server = await startHttp(project.entry, { MCP_SESSIONS: 'memory' });
    const { headers } = await send(server.url, { body: initialize });
    const session = { 'mcp-session-id': String(headers['mcp-session-id']) };
    const listening = await openRequest(server.url, { method: 'GET', headers: session });
    const pending = send(server.url, { body: pause, headers: session });
    await eventually(() => server.log().includes('pausing'), 'the call arrived');
    const exited = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    assert.match((await pending).body, /^data: .*done/m);
    await once(listening.resume(), 'end');
    assert.deepEqual(await exited, [0, null]);
  });

  it('waits no longer than the deadline', async () => {
    await using server = await startHttp(project.entry, { MCP_SHUTDOWN_DEADLINE_MS: '200' });
    const pending = send(server.url, { body: wait }).catch(() => 'cut off');
    await eventually(() => server.log().includes('waiting'), 'the call arrived');
    const exited = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    assert.deepEqual(await exited, [0, null]);
    assert.equal(await pending, 'cut off');
    assert.match(server.log(), /"requests":1,.*not finished in time/);
  });

  it('that comes a second time ends it at once', async () => {
    await using server = await startHttp(project.entry, {});
    const pending = send(server.url, { body: wait }).catch(() => 'cut off');
    await eventually(() => server.log().includes('waiting'), 'the call arrived');
    const exited = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    await setTimeout(1_000);
    server.child.kill('SIGTERM');
    assert.deepEqual(await exited, [143, null]);
    assert.equal(await pending, 'cut off');
  });
});
