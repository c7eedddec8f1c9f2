import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { getRequestListener } from '../../templates/node_modules/@hono/node-server/dist/index.mjs';
import { createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createHttpApp } from '../../templates/rooms/core/src/runtime/serve/app.js';
import { createDoor } from '../../templates/rooms/core/src/runtime/serve/door.js';
import {
  createEndpoint,
  type Endpoint,
} from '../../templates/rooms/core/src/runtime/serve/endpoint.js';
import { createExchanges } from '../../templates/rooms/core/src/runtime/serve/exchanges.js';
import { createServices } from '../../templates/rooms/core/src/runtime/services.js';
import { initialize, openRequest, send } from './send.js';

/** Everything but the gate, which takes callers at their word. */
describe('a session', () => {
  let endpoint: Endpoint;
  let url: string;
  const server = createServer();

  before(async () => {
    const services = createServices(
      createRuntime(
        {
          name: 'test',
          title: 'Test',
          version: '1',
          server: { url: 'http://127.0.0.1:1', env: 'API_BASE_URL' },
          servers: {},
          securitySchemes: {},
          groups: [],
          prompts: [],
        },
        {},
        {
          MCP_TRANSPORT: 'http',
          MCP_SESSIONS: 'memory',
          MCP_MAX_SESSIONS: '3',
          LOG_LEVEL: 'silent',
        },
      ),
    );
    const exchanges = createExchanges(100);
    endpoint = createEndpoint(services, exchanges);
    const app = createHttpApp(services.runtime.config.http, {
      door: createDoor(
        services.runtime.config.http,
        {
          admit: (request) => Promise.resolve({ id: request.headers.get('x-caller') ?? 'nobody' }),
          admitMore: () => Promise.resolve(undefined),
        },
        services.runtime.activities,
      ),
      metadata: () => undefined,
      endpoint,
      exchanges,
      onError: (error) => {
        throw error;
      },
    });
    const listener = getRequestListener(app.fetch);
    server.on('request', (request, response) => void listener(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  });
  after(async () => {
    await endpoint.close();
    server.closeAllConnections();
    server.close();
  });

  const begin = async (caller: string): Promise<string> => {
    const { headers } = await send(url, { body: initialize, headers: { 'x-caller': caller } });
    return String(headers['mcp-session-id']);
  };
  const as = (caller: string, id: string) => ({ 'x-caller': caller, 'mcp-session-id': id });

  it('is unknown to any caller but its own, whatever the method', async () => {
    const id = await begin('ann');
    for (const method of ['POST', 'GET', 'DELETE']) {
      const foreign = await send(url, { method, headers: as('bob', id) });
      const unknown = await send(url, { method, headers: as('bob', crypto.randomUUID()) });
      assert.equal(foreign.status, 404);
      assert.equal(foreign.body, unknown.body);
    }
    assert.equal((await send(url, { headers: as('ann', id) })).status, 200);
    assert.equal((await send(url, { method: 'DELETE', headers: as('ann', id) })).status, 200);
  });

  it('of a caller makes room for one of the same caller rather than of another', async () => {
    const bob = await begin('bob');
    const ann = [await begin('ann'), await begin('ann')];
    for (let count = 0; count < 5; count += 1) ann.push(await begin('ann'));
    assert.equal((await send(url, { headers: as('bob', bob) })).status, 200);
    const statuses = await Promise.all(
      ann.map(async (id) => (await send(url, { headers: as('ann', id) })).status),
    );
    assert.deepEqual(statuses, [404, 404, 404, 404, 404, 200, 200]);
  });

  it('ends with the server, streams included', async () => {
    const id = await begin('eve');
    const stream = await openRequest(url, { method: 'GET', headers: as('eve', id) });
    const ended = once(stream.resume(), 'end');
    await endpoint.close();
    await ended;
    assert.equal((await send(url, { headers: as('eve', id) })).status, 404);
  });
});
