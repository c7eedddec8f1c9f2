import type { Config } from '../config/config.js';

/** How long an answer about the API holds. */
const HOLDS_MS = 5_000;

/** How long the API may take to answer. */
const PATIENCE_MS = 2_000;

/** What a proxy says for an API that it cannot reach. */
const gatewayStatuses: readonly number[] = [502, 503, 504];

/** Whether the API answers at all; asks it at most once in five seconds, however often this is called. */
export type UpstreamCheck = () => Promise<boolean>;

/** Asks for the base URL of the API, without any credential; every status counts but a gateway's. */
export function createUpstreamCheck(config: Config): UpstreamCheck {
  const { root } = config.targets;
  if ('problem' in root) return () => Promise.resolve(false);
  const { origin } = root;
  const { pathname } = new URL(root.url);
  const ask = async (): Promise<boolean> => {
    const { createDispatchers } = await import('../upstream/dispatcher.js');
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { statusCode, body } = await createDispatchers(config)(origin).request({
      origin,
      path: pathname,
      method: 'GET',
      signal,
    });
    await body.dump({ limit: 16_384, signal });
    return !gatewayStatuses.includes(statusCode);
  };
  let answer: { readonly until: number; readonly isUp: Promise<boolean> } | undefined;
  return () => {
    const now = performance.now();
    if (answer === undefined || answer.until < now) {
      answer = { until: now + HOLDS_MS, isUp: ask().catch(() => false) };
    }
    return answer.isUp;
  };
}
