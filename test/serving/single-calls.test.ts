import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { getRequestListener } from '../../templates/node_modules/@hono/node-server/dist/index.mjs';
import type { CustomTool } from '../../templates/rooms/core/src/runtime/custom.js';
import { createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import { createHttpApp } from '../../templates/rooms/core/src/runtime/serve/app.js';
import { createDoor } from '../../templates/rooms/core/src/runtime/serve/door.js';
import {
  createEndpoint,
  type Endpoint,
} from '../../templates/rooms/core/src/runtime/serve/endpoint.js';
import { createExchanges } from '../../templates/rooms/core/src/runtime/serve/exchanges.js';
import { createServices } from '../../templates/rooms/core/src/runtime/services.js';
import { get } from '../corpus/document.js';
import { message, openRequest, send } from './send.js';

/** Everything but the gate, which takes callers at their word. */
describe('a call over stateless HTTP', () => {
  let endpoint: Endpoint;
  let url: string;
  const server = createServer();
  const aborted: string[] = [];
  const waiting = new Map<string, () => void>();

  /** Says who calls; a call that has a name to wait under goes on when it is told to, or is aborted. */
  const tool: CustomTool = {
    name: 'who',
    description: 'Who calls',
    inputSchema: { type: 'object', properties: { name: { type: 'string' } } },
    handler: async ({ name }, { signal, mcp }) => {
      const caller = mcp.http?.authInfo?.clientId ?? '';
      if (typeof name === 'string') {
        await new Promise<void>((resolve) => {
          waiting.set(name, resolve);
          signal.addEventListener('abort', () => {
            aborted.push(name);
            resolve();
          });
        });
      }
      return `${caller} ${String(name)}`;
    },
  };

  before(async () => {
    const definition = {
      name: 'test',
      title: 'Test',
      version: '1',
      server: { url: 'http://127.0.0.1:1', env: 'API_BASE_URL' },
      servers: {},
      securitySchemes: {},
      groups: [],
      prompts: [],
    };
    const env = { MCP_TRANSPORT: 'http', LOG_LEVEL: 'silent', MCP_AUDIT: '0' };
    const services = createServices(createRuntime(definition, { tools: [tool] }, env));
    const { http } = services.runtime.config;
    const exchanges = createExchanges(100);
    endpoint = createEndpoint(services, exchanges);
    const admission = {
      admit: (request: Request) =>
        Promise.resolve({ id: request.headers.get('x-caller') ?? 'nobody' }),
      admitMore: () => Promise.resolve(undefined),
    };
    const app = createHttpApp(http, {
      door: createDoor(http, admission, services.runtime.activities),
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

  /** Every client uses the same id. */
  const body = (name?: string) => message('tools/call', { name: 'who', arguments: { name } });
  const call = async (caller: string, name?: string): Promise<unknown> => {
    const answer = await send(url, { body: body(name), headers: { 'x-caller': caller } });
    return get(get(get(get(JSON.parse(answer.body), 'result'), 'content'), '0'), 'text');
  };
  const until = async (condition: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 100_000 && !condition(); turn += 1) await setImmediate();
    assert.ok(condition());
  };

  it('is answered as its own caller, whoever called before', async () => {
    const callers = Array.from({ length: 30 }, (_, index) => `caller-${index % 3}`);
    for (const caller of callers) assert.equal(await call(caller), `${caller} undefined`);
  });

  it('is answered by itself among others with its id, in whatever order they end', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `call-${index}`);
    const answers = names.map((name) => call(`caller of ${name}`, name));
    await until(() => names.every((name) => waiting.has(name)));
    for (const name of names.toReversed()) waiting.get(name)?.();
    assert.deepEqual(
      await Promise.all(answers),
      names.map((name) => `caller of ${name} ${name}`),
    );
    assert.deepEqual(aborted, []);
  });

  it('is aborted when its client goes away, and no other is', async () => {
    const other = call('other', 'stays');
    const controller = new AbortController();
    const left = fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
      },
      body: body('leaves'),
      signal: controller.signal,
    });
    await until(() => waiting.has('stays') && waiting.has('leaves'));
    controller.abort();
    await assert.rejects(left, { name: 'AbortError' });
    await until(() => aborted.length > 0);
    assert.equal(await call('next'), 'next undefined');
    waiting.get('stays')?.();
    assert.equal(await other, 'other stays');
    assert.deepEqual(aborted, ['leaves']);
  });

  it('of a client that does not take both forms of answers, or speaks another version, is refused', async () => {
    const statusWith = async (headers: Readonly<Record<string, string>>): Promise<unknown> => {
      const { statusCode } = await openRequest(url, { body: body(), headers });
      return statusCode;
    };
    assert.equal(await statusWith({ accept: 'application/json' }), 406);
    assert.equal(await statusWith({ 'mcp-protocol-version': '1999-01-01' }), 400);
  });
});
