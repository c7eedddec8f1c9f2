import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { createGate } from '../inbound/gate.js';
import { createResourceMetadata } from '../inbound/resource-metadata.js';
import { createAdmission } from '../limits/admission.js';
import type { Services } from '../services.js';
import { createHttpApp } from './app.js';
import { createDoor } from './door.js';
import { createEndpoint } from './endpoint.js';
import { createExchanges } from './exchanges.js';
import { createListener, stopListening, urlOf } from './listener.js';
import { createUpstreamCheck } from './readiness.js';
import { stopOnSignal } from './shutdown.js';

/** How long answers may take to reach their clients once the server stops. */
const FLUSH_MS = 1_000;

/** Serves Streamable HTTP to clients of both protocol eras until a signal comes. */
export async function serveOverHttp(services: Services): Promise<void> {
  const { runtime, furnishing } = services;
  const { activities, config, log } = runtime;
  const { http, shutdown } = config;
  const exchanges = createExchanges(http.limits.maxRequests);
  const endpoint = createEndpoint(services, exchanges);
  const admission = await createAdmission(
    await createGate(runtime, furnishing),
    runtime,
    furnishing.createLimiter,
  );
  const door = createDoor(http, admission, activities);
  const app = createHttpApp(http, {
    door,
    metadata: createResourceMetadata(runtime),
    endpoint,
    exchanges,
    ...(http.readyChecksUpstream && { upstreamCheck: createUpstreamCheck(config) }),
    onError: ({ message }) => {
      log.error('a request failed', { reason: message });
    },
  });
  const listener = getRequestListener(app.fetch);
  const server = createListener(http.limits, (request, response) => {
    void listener(request, response);
  });
  await furnishing.mount({ app, server, services, door, exchanges });
  server.listen(http.port, http.host);
  await once(server, 'listening');
  log.info('serving over HTTP', { url: urlOf(server, http.path) });

  stopOnSignal(async () => {
    log.info('shutting down');
    exchanges.drain();
    // Load balancers and clients with open connections turn away meanwhile.
    await setTimeout(shutdown.delayMs);
    await stopListening(server);
    furnishing.stop();
    const left = await exchanges.settled(shutdown.deadlineMs);
    if (left > 0) log.warn('requests were not finished in time', { requests: left });
    await endpoint.close();
    await exchanges.settled(FLUSH_MS);
    await furnishing.close();
    server.closeAllConnections();
  });
}
