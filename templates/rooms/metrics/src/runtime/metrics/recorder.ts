import type { ServerResponse } from 'node:http';
import type {
  Activity,
  BreakerActivity,
  CallActivity,
  ExchangeActivity,
  RefusalActivity,
} from '../activity.js';
import type { Runtime } from '../runtime.js';
import type { Instruments } from './instruments.js';
import { createLabelNames } from './label-names.js';

/** Counts what happens in a server. */
export interface Recorder {
  readonly record: (activity: Activity) => void;
  /** Follows an HTTP request to its end. */
  readonly recordHttp: (response: ServerResponse) => void;
}

const breakerStates = ['closed', 'half-open', 'open'] as const;

export function createRecorder(instruments: Instruments, runtime: Runtime): Recorder {
  const { definition, config } = runtime;
  const nameOf = createLabelNames(runtime);

  const recordCall = ({ subject, outcome, reason, ms }: CallActivity): void => {
    const labels = { kind: subject.kind, name: nameOf(subject) };
    instruments.calls.inc({ ...labels, outcome });
    instruments.callSeconds.observe(labels, ms / 1_000);
    if (reason !== undefined) instruments.callRefusals.inc({ reason });
  };
  const recordRefusal = ({ reason, status }: RefusalActivity): void => {
    instruments.httpRefusals.inc({ reason, status });
  };
  const recordExchange = ({ origin, method, status, ms }: ExchangeActivity): void => {
    const host = hostOf(origin);
    instruments.upstreamRequests.inc({ host, method, status: status ?? 'none' });
    instruments.upstreamSeconds.observe({ host }, ms / 1_000);
  };
  const recordBreaker = ({ origin, state }: Omit<BreakerActivity, 'kind'>): void => {
    const host = hostOf(origin);
    for (const each of breakerStates) {
      instruments.breakers.set({ host, state: each }, each === state ? 1 : 0);
    }
  };

  instruments.info.set({ server: definition.name, version: definition.version }, 1);
  if (config.upstream.breakerFailures > 0) {
    for (const origin of apiOrigins(runtime)) recordBreaker({ origin, state: 'closed' });
  }
  return {
    record: (activity) => {
      switch (activity.kind) {
        case 'request':
          instruments.requests.inc({ method: activity.method });
          return;
        case 'call':
          recordCall(activity);
          return;
        case 'refusal':
          recordRefusal(activity);
          return;
        case 'exchange':
          recordExchange(activity);
          return;
        case 'retry':
          instruments.upstreamRetries.inc({ host: hostOf(activity.origin) });
          return;
        case 'breaker':
          recordBreaker(activity);
      }
    },
    recordHttp: (response) => {
      instruments.httpInFlight.inc();
      response.once('close', () => {
        instruments.httpInFlight.dec();
        instruments.httpResponses.inc({
          status: response.headersSent ? response.statusCode : 'none',
        });
      });
    },
  };
}

/** Of the API; any other host, such as one that the API redirects to, is `other`. */
function hostOf(origin: string | undefined): string {
  return origin === undefined ? 'other' : new URL(origin).host;
}

function apiOrigins({ config }: Runtime): readonly string[] {
  const { root, others } = config.targets;
  return [root, ...others.values()].flatMap((target) =>
    'origin' in target ? [target.origin] : [],
  );
}
