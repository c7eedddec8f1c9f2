import { once } from 'node:events';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { refuse } from '../refusal.js';
import type { Runtime } from '../runtime.js';
import { createListener, urlOf } from '../serve/listener.js';
import { METRICS_PATH, type MetricsConfig } from './metrics-config.js';

/** Answers a request for the metrics, or refuses it. */
export type Answer = (request: Request) => Promise<Response>;

/** Serves the metrics on a port of their own; what is returned ends that. */
export async function listenForMetrics(
  { host, port }: NonNullable<MetricsConfig['listen']>,
  answer: Answer,
  { config, log }: Runtime,
): Promise<() => Promise<void>> {
  const app = new Hono();
  app.get(METRICS_PATH, ({ req }) => answer(req.raw));
  app.notFound(() => refuse(404, `Metrics are at ${METRICS_PATH}`));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createListener(config.http.limits, (request, response) => {
    void listener(request, response);
  });
  // What cannot start, or has nothing else to do, ends in spite of it.
  server.unref();
  server.listen(port, host);
  await once(server, 'listening');
  log.info('serving metrics', { at: urlOf(server, METRICS_PATH) });
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
}
