import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStdio } from '../operations/stdio.js';
import type { Variables } from '../runtime/process.js';
import { eventually, send } from '../serving/send.js';
import { run } from '../support/run.js';
import { startCollector } from './collector.js';
import {
  buildTracedProject,
  callOf,
  context,
  parentId,
  pet,
  stop,
  traceId,
  type TracedProject,
} from './project.js';

describe('traces', () => {
  let project: TracedProject;
  before(async () => {
    project = await buildTracedProject();
  });
  after(() => project[Symbol.asyncDispose]());

  it('are sampled as the variables say', async () => {
    await using collector = await startCollector();
    const unsampled = { traceparent: `00-${traceId}-${parentId}-00` };
    const cases: readonly (readonly [Variables, meta: object, flags: string])[] = [
      [{}, unsampled, '00'],
      [{ OTEL_TRACES_SAMPLER: 'always_on' }, unsampled, '01'],
      [{ OTEL_TRACES_SAMPLER: 'always_off' }, context, '00'],
      [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' }, context, '00'],
      [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, {}, '00'],
      [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, context, '01'],
      [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio' }, {}, '01'],
    ];
    for (const [env, meta, flags] of cases) {
      await using server = await project.start(collector, env);
      await send(server.url, { body: callOf('1', meta) });
      assert.match(String(project.sentToApi().headers['traceparent']), new RegExp(`-${flags}$`));
      await stop(server);
    }
    const kept = cases.filter(([, , flags]) => flags === '01').length;
    assert.equal((await collector.spans(2 * kept)).length, 2 * kept);
  });

  it('say what the server is, and go out with the headers and packed as the variables say', async () => {
    await using collector = await startCollector();
    const headers = 'authorization=Bearer%20collector-secret,x-tenant=acme-tenant';
    await using server = await project.start(collector, {
      OTEL_EXPORTER_OTLP_HEADERS: headers,
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test,note=a%2Cb',
      LOG_LEVEL: 'debug',
    });
    await send(server.url, { body: callOf('1') });
    const [span] = await collector.spans(2);
    assert.match(String(span?.resource['service.instance.id']), /^[\da-f-]{36}$/);
    assert.deepEqual(
      ['service.name', 'service.version', 'note'].map((name) => span?.resource[name]),
      ['petstore', '1.0.0', 'a,b'],
    );
    const [request] = collector.requests;
    assert.deepEqual(
      [request?.url, request?.headers['content-type'], request?.headers.authorization],
      ['/v1/traces', 'application/x-protobuf', 'Bearer collector-secret'],
    );
    assert.doesNotMatch(server.log(), /collector-secret/);
  });

  it('have the name that OTEL_SERVICE_NAME says, and go where the more exact variable says', async () => {
    await using collector = await startCollector();
    await using server = await project.start(
      { url: 'http://127.0.0.1:9' },
      {
        OTEL_SERVICE_NAME: 'pets',
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/own/path`,
      },
    );
    await send(server.url, { body: callOf('1') });
    const [span] = await collector.spans(2);
    assert.equal(span?.resource['service.name'], 'pets');
    assert.equal(collector.requests[0]?.url, '/own/path');
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`are all sent before ${signal} ends the server`, async () => {
      await using collector = await startCollector();
      await using server = await project.start(collector, { OTEL_BSP_SCHEDULE_DELAY: '3600000' });
      await send(server.url, { body: callOf('1') });
      assert.equal(collector.requests.length, 0);
      await stop(server, signal);
      assert.equal((await collector.spans(2)).length, 2);
    });
  }

  it('are all sent before the end of stdin ends the server', async () => {
    await using collector = await startCollector();
    const env = project.variables(collector, { OTEL_BSP_SCHEDULE_DELAY: '3600000' });
    await using server = await startStdio(project.entry, env);
    await server.ask('tools/call', { ...pet('1'), _meta: context });
    assert.equal(await server.end(), 0);
    const spans = await collector.spans(2);
    assert.ok(spans.some((span) => span.parentId === parentId));
  });

  it('cost a line of the log while nobody takes them, and not the call', async () => {
    const gone = await startCollector();
    await gone[Symbol.asyncDispose]();
    await using server = await project.start(gone, {
      ...{ OTEL_EXPORTER_OTLP_TIMEOUT: '50', OTEL_BSP_EXPORT_TIMEOUT: '200' },
      MCP_AUDIT: '0',
    });
    for (let count = 0; count < 20; count += 1) {
      const { body } = await send(server.url, { body: callOf('1') });
      assert.match(body, /private-reply/);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await eventually(() => server.log().includes('traces cannot be exported'), 'it was logged');
    await stop(server);
    assert.equal(server.log().split('traces cannot be exported').length, 2);
    assert.doesNotMatch(server.log(), /OpenTelemetry warns|UnhandledPromise/);
  });

  const silent: readonly Variables[] = [
    { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
    { OTEL_SDK_DISABLED: 'TRUE' },
    { OTEL_TRACES_EXPORTER: 'none' },
  ];
  for (const env of silent) {
    it(`are not made with ${JSON.stringify(env)}`, async () => {
      await using collector = await startCollector();
      await using server = await project.start(collector, { ...env, OTEL_TRACES_SAMPLER: 'wrong' });
      await send(server.url, { body: callOf('1', context) });
      assert.equal(project.sentToApi().headers['traceparent'], undefined);
      await stop(server);
      assert.equal(collector.requests.length, 0);
    });
  }

  const mistakes: readonly (readonly [Variables, RegExp])[] = [
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4317' }, /OTLP_ENDPOINT is "localhost:4317"; set/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://me:private@host' }, /OTLP_ENDPOINT is "host"; set/],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'x' }, /OTLP_TRACES_ENDPOINT is "x"; set/],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /OTLP_PROTOCOL is "grpc"; set it to one of http/],
    [{ OTEL_EXPORTER_OTLP_COMPRESSION: 'zip' }, /OTLP_COMPRESSION is "zip"/],
    [{ OTEL_EXPORTER_OTLP_TIMEOUT: '10s' }, /OTLP_TIMEOUT is "10s"/],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, /OTEL_TRACES_EXPORTER is "zipkin"/],
    [{ OTEL_TRACES_SAMPLER: 'some' }, /OTEL_TRACES_SAMPLER is "some"/],
    [
      { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '10' },
      /OTEL_TRACES_SAMPLER_ARG is "10"; set it to a number from 0 to 1/,
    ],
    [{ OTEL_RESOURCE_ATTRIBUTES: 'a=b=c' }, /OTEL_RESOURCE_ATTRIBUTES is not a list/],
    [{ OTEL_BSP_MAX_QUEUE_SIZE: '0' }, /OTEL_BSP_MAX_QUEUE_SIZE is "0"/],
  ];
  for (const [env, problem] of mistakes) {
    it(`refuse ${JSON.stringify(env)}, with every other problem`, async () => {
      const { code, stderr } = await run(process.execPath, [project.entry], {
        cwd: '.',
        env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', ...env, LOG_LEVEL: 'loud' },
      });
      assert.equal(code, 1);
      assert.match(stderr, problem);
      assert.match(stderr, /LOG_LEVEL/);
      assert.doesNotMatch(stderr, /private/);
    });
  }
});
