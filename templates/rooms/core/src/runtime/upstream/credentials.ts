import type { Call } from '../call.js';
import type { LogConfig } from '../config/log-config.js';
import type { UpstreamRequest } from '../custom.js';
import { checkHeaderValue } from '../request/headers.js';
import { percentEncode } from '../request/percent-encoding.js';
import type { Runtime } from '../runtime.js';
import { ToolError } from '../tool-error.js';
import type { RequestTemplate } from '../tool.js';
import { callerHeaders } from './caller-headers.js';
import { createParts, type Part } from './scheme-part.js';
import type { Send } from './send.js';
import type { Ending } from './time-limit.js';

/** A value that proves something, and where a request carries it. */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie';
  /** Of a header in lower case. */
  readonly name: string;
  readonly value: string;
}

/** What a request to the API's own origins, and to no other, carries besides what its arguments make. */
export interface Credentials {
  readonly parts: readonly Credential[];
  /**
   * To be called when the API has refused these with 401: takes their tokens out of use, so that the next credentials
   * hold others. Absent if the environment or the caller gave them all, and asking again would not help.
   */
  readonly renew?: () => void;
}

/**
 * The credentials for one try of a request: the headers that every request gets, and those of the first alternative
 * that the caller and the environment provide in full (OpenAPI 3.1, section 4.8.30). It may ask for a token first.
 * @throws ToolError that names the variables to set if the API wants some alternative and none is provided, and if
 * there is no token to be had.
 */
export type Authenticate = (
  security: RequestTemplate['security'],
  call: Call,
  ending: Ending,
) => Promise<Credentials>;

export function createAuthenticate(runtime: Runtime, send: Send): Authenticate {
  const { config } = runtime;
  const partOf = createParts(runtime, send);

  return async (security, call, ending) => {
    const headers = callerHeaders(config, call);
    const fromCaller = { headers, tokens: call.caller.upstream };
    const used = chooseAlternative(
      (security ?? []).map((names) => names.map((name) => partOf(name, fromCaller))),
    );
    const tokens = await Promise.all(
      used.flatMap(({ tokens: source }) => (source ? [withToken(source, ending)] : [])),
    );
    const own = used.flatMap(({ credentials = [] }) => credentials);
    return {
      parts: [
        ...config.headers,
        ...requestId(config.log, call),
        ...own,
        ...tokens.map(({ credential }) => credential),
        ...headers,
      ],
      ...(tokens.length > 0 && {
        renew: () => {
          for (const { reject } of tokens) reject();
        },
      }),
    };
  };
}

/** The request with the credentials in it, in place of headers of the same names. */
export function addCredentials(
  request: UpstreamRequest,
  credentials: readonly Credential[],
): UpstreamRequest {
  if (credentials.length === 0) return request;
  const url = new URL(request.url);
  const headers = { ...request.headers };
  for (const { in: place, name, value } of credentials) {
    if (place === 'query') {
      const pair = `${percentEncode(name)}=${percentEncode(value)}`;
      url.search = [url.search.slice(1), pair].filter((part) => part !== '').join('&');
    } else {
      const isCookie = place === 'cookie' || name === 'cookie';
      const field = isCookie ? 'cookie' : name.toLowerCase();
      const pair = place === 'cookie' ? `${name}=${value}` : value;
      checkHeaderValue(field, value);
      headers[field] = isCookie && headers[field] ? `${headers[field]}; ${pair}` : pair;
    }
  }
  return { ...request, url: url.href, headers };
}

/**
 * The first that is provided, one that stands for the caller before the others, one that custom code may provide after
 * them; none for an operation that is public, or may be called like one.
 */
function chooseAlternative(alternatives: readonly (readonly Part[])[]): readonly Part[] {
  const usable = alternatives.filter((parts) => parts.length > 0 && parts.every(isProvided));
  const chosen =
    usable.find((parts) => parts.some(({ isCallers }) => isCallers)) ??
    usable.find((parts) => !parts.some(({ byHook }) => byHook)) ??
    usable[0];
  if (chosen !== undefined) return chosen;
  if (alternatives.length === 0 || alternatives.some((parts) => parts.length === 0)) return [];
  const ways = alternatives.map((parts) =>
    parts.flatMap(({ missing = [] }) => missing).join(' and '),
  );
  throw new ToolError(
    `Nothing was sent: the API wants credentials that this server does not have. Its operator must ${ways.join('; or ')}.`,
  );
}

function requestId({ requestIdHeader: name }: LogConfig, { id }: Call): readonly Credential[] {
  return name === undefined ? [] : [{ in: 'header', name, value: id }];
}

function isProvided({ missing }: Part): boolean {
  return missing === undefined;
}

async function withToken(source: NonNullable<Part['tokens']>, ending: Ending) {
  const token = await source.get(ending);
  const credential: Credential = { in: 'header', name: 'authorization', value: `Bearer ${token}` };
  return {
    credential,
    reject: () => {
      source.reject(token);
    },
  };
}
