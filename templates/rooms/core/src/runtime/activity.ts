import type { Call } from './call.js';
import type { HttpMethod } from './tool.js';

/** What happens in a server, for whoever records or counts it. */
export type Activity =
  | RequestActivity
  | CallActivity
  | RefusalActivity
  | ExchangeActivity
  | RetryActivity
  | BreakerActivity;

/** A client has asked for something. */
export interface RequestActivity {
  readonly kind: 'request';
  /** As the MCP specification calls it, such as `tools/list`. */
  readonly method: string;
}

/** The use of a tool or a resource has ended. */
export interface CallActivity {
  readonly kind: 'call';
  readonly subject: Subject;
  readonly call: Call;
  /** `asked`: the client has to ask its user first. */
  readonly outcome: 'ok' | 'asked' | 'failed' | 'cancelled' | 'refused';
  /** Why it was refused. */
  readonly reason?: RefusalReason;
  /** HTTP status of the API's last answer. */
  readonly status?: number;
  readonly ms: number;
}

/** What a call is of. */
export interface Subject {
  readonly kind: 'tool' | 'resource';
  /** As the client says it: the tool's name; of a resource its URI template. */
  readonly name: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
}

/** What stands against a request: who asks, what for, how often, or from where. */
export type RefusalReason = 'auth' | 'access' | 'limits' | 'host' | 'origin';

/** A request over HTTP was refused before the protocol saw it. */
export interface RefusalActivity {
  readonly kind: 'refusal';
  readonly reason: RefusalReason;
  /** More of the reason, with nothing of what the client has sent. */
  readonly detail?: string;
  /** The id of the request. */
  readonly request: string;
  /** HTTP status of the answer. */
  readonly status: number;
}

/** One try of a request to the API, or to where the API has redirected it. */
export interface ExchangeActivity {
  readonly kind: 'exchange';
  /** Absent for any other host than the API's. */
  readonly origin?: string;
  readonly method: HttpMethod;
  /** HTTP status of the answer; absent if there was none. */
  readonly status?: number;
  readonly ms: number;
}

/** A request to the API is going to be tried again. */
export interface RetryActivity {
  readonly kind: 'retry';
  readonly origin?: string;
}

/** The circuit breaker of an origin has changed. */
export interface BreakerActivity {
  readonly kind: 'breaker';
  readonly origin: string;
  readonly state: 'closed' | 'half-open' | 'open';
}

/** Carries what happens to those who want to know. */
export interface Activities {
  readonly tell: (activity: Activity) => void;
  readonly watch: (watcher: (activity: Activity) => void) => void;
  /** Whether anybody wants to know. */
  readonly isWatched: () => boolean;
}

export function createActivities(): Activities {
  const watchers: ((activity: Activity) => void)[] = [];
  return {
    tell: (activity) => {
      for (const watcher of watchers) watcher(activity);
    },
    watch: (watcher) => {
      watchers.push(watcher);
    },
    isWatched: () => watchers.length > 0,
  };
}
