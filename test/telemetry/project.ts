import assert from 'node:assert/strict';
import { once } from 'node:events';
import { buildPackedProject, type PackedProject } from '../runtime/packed-project.js';
import { startHttp, type HttpServer, type Variables } from '../runtime/process.js';
import { message } from '../serving/send.js';
import {
  replyJson,
  startUpstream,
  type RecordedRequest,
  type Upstream,
} from '../support/upstream.js';
import type { Collector } from './collector.js';

export const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
export const parentId = '00f067aa0ba902b7';

/** What clients say of the traces that their calls belong to. */
export const context = {
  traceparent: `00-${traceId}-${parentId}-01`,
  tracestate: 'rojo=00f067aa0ba902b7',
  baggage: 'user=private-user',
};

export const pet = (id: string) => ({ name: 'get_pet', arguments: { 'pet-id': id } });

/** A call of `get_pet`. */
export const callOf = (id: string, _meta?: object): string =>
  message('tools/call', { ...pet(id), ...(_meta && { _meta }) });

/** Two tools that are never done at once, and one that takes its time. */
const custom = `import { setTimeout } from 'node:timers/promises';
import type { Custom } from '../runtime/custom.js';

export const custom = {
  tools: [
    {
      name: 'both_pets',
      description: 'Two at a time.',
      handler: async (_, { call }) => {
        await Promise.all(['1', '2'].map((id) => call('get_pet', { 'pet-id': id })));
        return 'done';
      },
    },
    {
      name: 'wait',
      description: 'Waits until it is cancelled.',
      handler: async (_, { signal }) => {
        await setTimeout(60_000, undefined, { signal }).catch(() => undefined);
        return 'over';
      },
    },
  ],
} satisfies Custom;
`;

/** A built server that traces, and its API. */
export interface TracedProject extends AsyncDisposable {
  readonly entry: string;
  readonly upstream: Upstream;
  readonly variables: (collector: Pick<Collector, 'url'>, env?: Variables) => Variables;
  readonly start: (collector: Pick<Collector, 'url'>, env?: Variables) => Promise<HttpServer>;
  /** The last request that the API got. */
  readonly sentToApi: () => RecordedRequest;
}

export async function buildTracedProject(): Promise<TracedProject> {
  const project: PackedProject = await buildPackedProject(['metrics', 'telemetry'], custom);
  let failures = 0;
  const upstream = await startUpstream(({ url }, response) => {
    const id = /^\/v1\/pets\/(\w+)/.exec(url)?.[1];
    if (id === 'none') replyJson(response, { error: 'private-reply' }, 404);
    else if (id === 'broken') response.destroy();
    else if (id === 'flaky' && failures++ === 0) replyJson(response, {}, 503);
    else {
      setTimeout(() => {
        replyJson(response, { name: 'private-reply' });
      }, 20);
    }
  });
  const variables: TracedProject['variables'] = (collector, env = {}) => ({
    ...{ API_BASE_URL: `${upstream.url}/v1`, PETSTORE_API_KEY: 'private-key' },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '10' },
    ...env,
  });
  return {
    ...{ entry: project.entry, upstream, variables },
    start: (collector, env) => startHttp(project.entry, variables(collector, env)),
    sentToApi: () => upstream.requests.at(-1) ?? assert.fail('the API got nothing'),
    async [Symbol.asyncDispose]() {
      await upstream[Symbol.asyncDispose]();
      await project[Symbol.asyncDispose]();
    },
  };
}

/** Ends a server in good order. */
export async function stop(
  { child }: HttpServer,
  signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM',
): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  assert.deepEqual(await exited, [0, null]);
}
