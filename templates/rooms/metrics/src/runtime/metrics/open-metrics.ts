import { collectDefaultMetrics, Registry } from 'prom-client';
import { isLoopback } from '../config/http-config.js';
import { digestOf } from '../config/named-secrets.js';
import { createSecretsGate } from '../inbound/secrets-gate.js';
import { requestIdOf } from '../log/request-id.js';
import { refuse } from '../refusal.js';
import type { Fittings } from '../room.js';
import type { Runtime } from '../runtime.js';
import { createInstruments } from './instruments.js';
import { listenForMetrics, type Answer } from './metrics-listener.js';
import { METRICS_PATH, type MetricsConfig } from './metrics-config.js';
import { createRecorder } from './recorder.js';

/** Begins to count, and serves what is counted in Prometheus' text format 0.0.4. */
export async function openMetrics(config: MetricsConfig, runtime: Runtime): Promise<Fittings> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { record, recordHttp } = createRecorder(createInstruments(registry), runtime);
  runtime.activities.watch(record);
  const answer = createAnswer(registry, config, runtime);
  const { token, listen } = config;
  const close = listen && (await listenForMetrics(listen, answer, runtime));
  if (listen !== undefined && token === undefined && !isLoopback(listen.host)) {
    runtime.log.warn('whoever reaches the port of the metrics may read them');
  }
  return {
    mount: ({ app, server, door }) => {
      server.on('request', (_, response) => {
        recordHttp(response);
      });
      if (listen !== undefined) return;
      app.get(
        METRICS_PATH,
        ({ req, env }) => door.checkSource(req.raw, env.outgoing) ?? answer(req.raw),
      );
    },
    ...(close && { close }),
  };
}

function createAnswer(registry: Registry, config: MetricsConfig, runtime: Runtime): Answer {
  const admit = createAdmit(config, runtime);
  return async (request) => {
    const refused = await admit(request);
    if (refused !== undefined) return refused;
    const headers = { 'Content-Type': registry.contentType };
    return new Response(await registry.metrics(), { headers });
  };
}

/** Refuses whom the token does not let in; without one, only whom a page may have sent. */
function createAdmit(
  { token, listen }: MetricsConfig,
  { activities, log, secrets }: Runtime,
): (request: Request) => Promise<Response | undefined> {
  if (token === undefined) {
    const isLocal = listen !== undefined && isLoopback(listen.host);
    return ({ url }) => {
      // The name of a page can be made to mean this machine (DNS rebinding).
      const isForeign = isLocal && !isLoopback(new URL(url).hostname);
      return Promise.resolve(isForeign ? refuse(403, 'Ask by the name localhost') : undefined);
    };
  }
  const gate = createSecretsGate(
    {
      ...{ kind: 'token', header: 'authorization' },
      secrets: [{ name: 'metrics', digest: digestOf(token), plain: token }],
    },
    { realm: 'metrics', log, secrets },
  );
  return async (request) => {
    const admitted = await gate(request);
    if ('id' in admitted) return undefined;
    const { response, detail } = admitted;
    const { status } = response;
    const refusal = { kind: 'refusal', reason: 'auth', request: requestIdOf(request) } as const;
    activities.tell({ ...refusal, detail: `metrics: ${detail}`, status });
    return response;
  };
}
