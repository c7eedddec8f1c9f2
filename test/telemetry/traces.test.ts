import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStdio } from '../operations/stdio.js';
import { connectHttp, kinds } from '../runtime/process.js';
import { initialize, message, send } from '../serving/send.js';
import { startCollector, type Span } from './collector.js';
import {
  buildTracedProject,
  callOf,
  context,
  parentId,
  pet,
  traceId,
  type TracedProject,
} from './project.js';

describe('traces', () => {
  let project: TracedProject;
  before(async () => {
    project = await buildTracedProject();
  });
  after(() => project[Symbol.asyncDispose]());

  /** The span of a call, and those below it. */
  const family = (spans: readonly Span[]) => {
    const [parent, ...others] = spans.filter(({ kind }) => kind === 'server');
    assert.ok(parent !== undefined && others.length === 0);
    return { parent, children: spans.filter(({ parentId }) => parentId === parent.spanId) };
  };

  for (const kind of kinds) {
    it(`follow a call of a ${kind} client from its _meta to the API`, async () => {
      await using collector = await startCollector();
      await using server = await project.start(collector);
      await using client = await connectHttp(kind, server.url);
      await client.callTool({ ...pet('private-argument'), _meta: { ...context } });

      const { parent, children } = family(await collector.spans(2));
      const { host, hostname, port } = new URL(project.upstream.url);
      const version = kind === 'v2 of 2026' ? '2026-07-28' : '2025-11-25';
      const { 'jsonrpc.request.id': id, ...attributes } = parent.attributes;
      assert.match(String(id), /^\d+$/);
      assert.deepEqual(
        { ...parent, attributes, resource: undefined, spanId: '' },
        {
          ...{ traceId, parentId, spanId: '', name: 'tools/call get_pet', kind: 'server' },
          isError: false,
          attributes: {
            'gen_ai.operation.name': 'execute_tool',
            'gen_ai.tool.name': 'get_pet',
            'mcp.method.name': 'tools/call',
            'mcp.protocol.version': version,
            'network.protocol.name': 'http',
            'network.transport': 'tcp',
          },
          resource: undefined,
        },
      );
      assert.equal(children.length, 1);
      const [child] = children;
      assert.deepEqual(
        { ...child, resource: undefined, spanId: '' },
        {
          ...{ traceId, parentId: parent.spanId, spanId: '', name: 'GET /pets/{petId}' },
          ...{ kind: 'client', isError: false },
          attributes: {
            'http.request.method': 'GET',
            'http.response.status_code': 200,
            'server.address': hostname,
            'server.port': Number(port),
            'url.scheme': 'http',
            'url.template': '/pets/{petId}',
          },
          resource: undefined,
        },
      );
      const { headers, url } = project.sentToApi();
      assert.equal(headers.host, host);
      assert.equal(url, '/v1/pets/private-argument?api_key=private-key');
      assert.equal(headers['traceparent'], `00-${traceId}-${child?.spanId ?? ''}-01`);
      assert.equal(headers['tracestate'], context.tracestate);
      assert.equal(headers['baggage'], undefined);
      assert.doesNotMatch(collector.bytes().toString('latin1'), /private|api_key/);
    });
  }

  it('follow a call from its HTTP headers if its _meta says nothing, or else begin', async () => {
    await using collector = await startCollector();
    await using server = await project.start(collector);
    const other = '0af7651916cd43dd8448eb211c80319c';
    const headers = { ...context, traceparent: `00-${other}-${parentId}-01` };
    await send(server.url, { body: callOf('1'), headers });
    assert.equal(family(await collector.spans(2)).parent.traceId, other);
    await send(server.url, { body: callOf('1', context), headers });
    await send(server.url, { body: callOf('1', { traceparent: ['x'] }) });
    await send(server.url, { body: callOf('1', { traceparent: 'x', baggage: {} }) });
    const spans = (await collector.spans(8)).filter(({ kind }) => kind === 'server');
    const [, inMeta, ...begun] = spans;
    assert.deepEqual([inMeta?.traceId, inMeta?.parentId], [traceId, parentId]);
    assert.equal(begun.length, 2);
    for (const span of begun) {
      assert.equal(span.parentId, '');
      assert.match(span.traceId, /^[\da-f]{32}$/);
      assert.ok(![traceId, other].includes(span.traceId));
    }
  });

  it('pass on what OTEL_PROPAGATORS says', async () => {
    await using collector = await startCollector();
    const cases = [
      ['tracecontext,baggage', ['baggage', 'traceparent', 'tracestate']],
      ['baggage', ['baggage']],
      ['none', []],
    ] as const;
    for (const [propagators, passed] of cases) {
      await using server = await project.start(collector, { OTEL_PROPAGATORS: propagators });
      await send(server.url, { body: callOf('1', context) });
      const { headers } = project.sentToApi();
      assert.deepEqual(
        Object.keys(headers)
          .filter((name) => /^trace|^baggage/.test(name))
          .sort(),
        passed,
      );
      if ('baggage' in headers) assert.equal(headers['baggage'], context.baggage);
    }
  });

  it('have a span for each try of a request', async () => {
    await using collector = await startCollector();
    await using server = await project.start(collector);
    await send(server.url, { body: callOf('flaky') });
    const { parent, children } = family(await collector.spans(3));
    assert.equal(parent.isError, false);
    assert.deepEqual(
      children.map(({ isError, attributes }) => [
        isError,
        attributes['http.response.status_code'],
        attributes['error.type'],
      ]),
      [
        [true, 503, '503'],
        [false, 200, undefined],
      ],
    );
  });

  it('say which calls failed, with nothing of what was said', async () => {
    await using collector = await startCollector();
    await using server = await project.start(collector, {
      API_MAX_RETRIES: '0',
      MCP_READ_ONLY: '1',
    });
    const read = (uri: string): string => message('resources/read', { uri });
    const remove = { name: 'delete_pet', arguments: { 'pet-id': '1' } };
    const cases: readonly (readonly [body: string, name: string, error: string | undefined])[] = [
      [callOf('1'), 'tools/call get_pet', undefined],
      [callOf('none'), 'tools/call get_pet', 'tool_error'],
      [callOf('broken'), 'tools/call get_pet', 'tool_error'],
      [message('tools/call', { name: 'private_tool' }), 'tools/call', '-32602'],
      [message('tools/call', remove), 'tools/call delete_pet', '-32602'],
      [read('petstore://api/pets/private-argument'), 'resources/read', undefined],
      [read('petstore://api/pets/none'), 'resources/read', '-32602'],
      [read('petstore://private-argument'), 'resources/read', '-32602'],
    ];
    for (const [body] of cases) await send(server.url, { body });
    const spans = await collector.spans(cases.length + 5);
    const calls = spans.filter(({ kind }) => kind === 'server');
    assert.deepEqual(
      calls.map(({ name, attributes, isError }) => [name, attributes['error.type'], isError]),
      cases.map(([, name, error]) => [name, error, error !== undefined]),
    );
    assert.deepEqual(
      calls.map(({ attributes }) => attributes['rpc.response.status_code']),
      [...Array<undefined>(3), '-32602', '-32602', undefined, '-32602', '-32602'],
    );
    assert.equal(calls[5]?.attributes['mcp.resource.uri'], 'petstore://api/pets/{pet_id}');
    const broken = spans.filter(({ attributes }) => attributes['error.type'] === 'ToolError');
    assert.deepEqual(
      broken.map(({ kind, isError }) => [kind, isError]),
      [['client', true]],
    );
    assert.doesNotMatch(collector.bytes().toString('latin1'), /private/);
  });

  it('say which calls were cancelled', async () => {
    await using collector = await startCollector();
    await using server = await startStdio(project.entry, project.variables(collector));
    server.send({ id: 'w', method: 'tools/call', params: { name: 'wait' } });
    server.send({ method: 'notifications/cancelled', params: { requestId: 'w' } });
    const [span] = await collector.spans(1);
    assert.deepEqual(
      [span?.attributes['error.type'], span?.attributes['network.transport']],
      ['cancelled', 'pipe'],
    );
  });

  it('keep calls apart that wait for each other', async () => {
    await using collector = await startCollector();
    await using server = await project.start(collector, { API_MAX_CONCURRENCY: '1' });
    const own = message('tools/call', { name: 'both_pets' });
    await Promise.all(
      [own, callOf('1'), callOf('2'), callOf('3')].map((body) => send(server.url, { body })),
    );
    const spans = await collector.spans(9);
    const families = spans
      .filter(({ kind }) => kind === 'server')
      .map(({ name, spanId, traceId: trace }) => {
        const children = spans.filter(({ parentId: parent }) => parent === spanId);
        assert.ok(children.every((child) => child.traceId === trace));
        return [name, children.length];
      });
    assert.deepEqual(families.sort(), [
      ['tools/call both_pets', 2],
      ...Array.from({ length: 3 }, () => ['tools/call get_pet', 1]),
    ]);
  });

  it('tell sessions apart without the ids that let in', async () => {
    await using collector = await startCollector();
    await using server = await project.start(collector, { MCP_SESSIONS: 'memory' });
    const { headers } = await send(server.url, { body: initialize });
    const id = String(headers['mcp-session-id']);
    await send(server.url, { body: callOf('1'), headers: { 'mcp-session-id': id } });
    const { parent } = family(await collector.spans(2));
    assert.match(String(parent.attributes['mcp.session.id']), /^[\da-f]{32}$/);
    assert.ok(!collector.bytes().includes(id));
  });
});
