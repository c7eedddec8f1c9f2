import { createSecureContext, rootCertificates } from 'node:tls';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { Config } from '../config/config.js';
import type { ClientCertificate } from '../config/tls.js';
import { lookupWith, publicInternet, type Network } from '../request/network.js';

/** Connections that cannot be made within this time never are, however long a reply may take. */
const LONGEST_CONNECT_MS = 10_000;

/** The connections to an origin. */
export type Dispatchers = (origin: string) => Dispatcher;

/** Connections to others than the API, on the public internet: what a name resolves to when it is connected to counts. */
export function createPublicDispatchers({ upstream, tls }: Config): Dispatchers {
  const dispatcher = createDispatcher(upstream, { ca: tls.ca, network: publicInternet });
  return () => dispatcher;
}

/**
 * Connections that are kept alive between requests, at most so many to an origin as there may be requests at a time.
 * The client certificate is shown to the API's own origins only.
 */
export function createDispatchers({ upstream, targets, tls }: Config): Dispatchers {
  const open = createDispatcher(upstream, { ca: tls.ca });
  if (tls.client === undefined) return () => open;
  const withCertificate = createDispatcher(upstream, { ca: tls.ca, client: tls.client });
  const urls = [targets.root, ...targets.others.values()].flatMap((target) =>
    'origin' in target ? [target.origin] : [],
  );
  const own = new Set([...urls, ...targets.allowedOrigins]);
  return (origin) => (own.has(origin) ? withCertificate : open);
}

interface ConnectionOptions {
  readonly ca: string | undefined;
  readonly client?: ClientCertificate;
  readonly network?: Network;
}

function createDispatcher(
  { maxConcurrency, timeoutMs, proxy }: Config['upstream'],
  { ca, client, network }: ConnectionOptions,
): Dispatcher {
  const authorities = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const isPlain = ca === undefined && client === undefined;
  const connect = {
    timeout: Math.min(LONGEST_CONNECT_MS, timeoutMs),
    ...(network && { lookup: lookupWith(network) }),
    ...(!isPlain && { secureContext: createSecureContext({ ...authorities, ...client }) }),
  };
  const options = { connections: maxConcurrency, connect };
  if (proxy === undefined) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    // Left out, undici would read the environment of the process.
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? '',
    noProxy: proxy.except,
    requestTls: connect,
    proxyTls: { timeout: connect.timeout },
    // Many proxies make tunnels to port 443 only.
    proxyTunnel: false,
  });
}
