import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RefusalReason } from '../activity.js';
import type { HttpConfig } from '../config/http-config.js';
import type { Caller } from '../inbound/caller.js';
import type { Admission } from '../limits/admission.js';
import { requestIdOf } from '../log/request-id.js';
import { refuse } from '../refusal.js';
import type { Runtime } from '../runtime.js';
import { checkHost, checkOrigin } from './origin.js';

/** What every way in over HTTP asks of a request. What is refused is recorded. */
export interface Door {
  /** A refusal, or the answer to a preflight, by the name that the request uses and the page that it comes from. */
  readonly checkSource: (
    request: Request,
    outgoing: Pick<ServerResponse, 'setHeader'>,
  ) => Response | undefined;
  /** Who makes a request, if it may: a Caller has an `id`, a refusal has none. */
  readonly admit: (
    request: Request,
    incoming: Pick<IncomingMessage, 'headers' | 'socket'>,
  ) => Promise<Caller | Response>;
  /** A refusal if a caller sends too many requests, counting all of a JSON-RPC batch. */
  readonly admitBatch: (
    request: Request,
    caller: Caller,
    body: unknown,
  ) => Promise<Response | undefined>;
}

export function createDoor(
  config: HttpConfig,
  admission: Admission,
  { tell }: Runtime['activities'],
): Door {
  const refused = (
    request: Request,
    { status }: Response,
    reason: RefusalReason,
    detail?: string,
  ): void => {
    const id = requestIdOf(request);
    tell({ kind: 'refusal', reason, ...(detail && { detail }), request: id, status });
  };
  return {
    checkSource: (request, outgoing) => {
      const host = checkHost(request, config);
      if (host) refused(request, host, 'host');
      if (host) return host;
      const origin = checkOrigin(request, outgoing, config);
      if (origin && !origin.ok) refused(request, origin, 'origin');
      return origin;
    },
    admit: async (request, incoming) => {
      const caller = await admission.admit(request, incoming);
      if ('id' in caller) return caller;
      const { response, reason, detail } = caller;
      refused(request, response, reason, detail);
      return response;
    },
    admitBatch: async (request, caller, body) => {
      // The first is counted with its HTTP request.
      const more = Array.isArray(body) ? body.length - 1 : 0;
      const excess = more > 0 ? await admission.admitMore(caller, more) : undefined;
      if (excess) refused(request, excess.response, excess.reason, excess.detail);
      return excess?.response;
    },
  };
}

/** More than any client or proxy sends. */
const MOST_HEADERS = 100;

/** Refuses what has too many headers. */
export function checkHeaders({ rawHeaders }: IncomingMessage): Response | undefined {
  return rawHeaders.length > 2 * MOST_HEADERS ? refuse(431, 'Too many headers') : undefined;
}
