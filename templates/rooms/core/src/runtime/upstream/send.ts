import type { UpstreamRequest, UpstreamResponse } from '../custom.js';
import { ToolError } from '../tool-error.js';
import type { Dispatchers } from './dispatcher.js';
import {
  acceptedEncodings,
  canDecode,
  decode,
  isDecodingError,
  readEncodings,
} from './encodings.js';
import { connectionFailure, RequestFailure } from './failure.js';
import { receive } from './receive.js';
import type { Ending } from './time-limit.js';

export interface SendLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Sends one request once, follows nothing, and reads the response, decoded, to its end or the limit. */
export type Send = (request: UpstreamRequest, ending: Ending) => Promise<UpstreamResponse>;

/**
 * It throws a RequestFailure when there is no whole response in time, a ToolError when one cannot be decoded, and the
 * reason to end when there is one. A stream of events or lines has until then: what has come of it is its body.
 */
export function createSend(dispatchers: Dispatchers, { timeoutMs, maxBytes }: SendLimits): Send {
  return async (request, ending) => {
    const { method, headers, body = null } = request;
    const { origin, pathname, search } = new URL(request.url);
    const timeoutError = (): RequestFailure => {
      const what = `The API did not answer within ${timeoutMs} ms`;
      return new RequestFailure({ what, method, sent: true, transient: true });
    };
    const wire = {
      origin,
      path: pathname + search,
      method,
      headers: { 'accept-encoding': encodingsFor(headers), ...headers },
      body,
      // The limits on time are `receive`'s.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    const options = { maxBytes, timeoutMs, timeoutError, ending };
    try {
      return await decoded(request, await receive(dispatchers(origin), wire, options), maxBytes);
    } catch (error) {
      if (error instanceof ToolError || ending.aborted) throw error;
      throw connectionFailure(error, method);
    }
  };
}

/** A part of an encoded whole would decode to nothing. */
function encodingsFor(headers: UpstreamRequest['headers']): string {
  return 'range' in headers ? 'identity' : acceptedEncodings;
}

/** The response with its body decoded. */
async function decoded(
  { method }: UpstreamRequest,
  response: UpstreamResponse,
  maxBytes: number,
): Promise<UpstreamResponse> {
  const { status, headers } = response;
  const hasBody = method !== 'HEAD' && status !== 204 && status !== 304;
  const encodings = hasBody ? readEncodings(headers['content-encoding']) : [];
  if (encodings.length === 0) return response;
  const encoding = encodings.join(', ');
  if (!canDecode(encodings)) {
    throw unreadable(`is encoded as ${encoding}, which this server cannot decode`);
  }
  try {
    return {
      status,
      headers: ofDecoded(headers),
      ...(await decode(response, encodings, maxBytes)),
    };
  } catch (error) {
    if (!isDecodingError(error)) throw error;
    throw unreadable(`is broken: it is not what its encoding, ${encoding}, makes`);
  }
}

/** What was true of the encoded body only is left out. */
function ofDecoded(headers: UpstreamResponse['headers']): UpstreamResponse['headers'] {
  const encodedOnly = ['content-encoding', 'content-length'];
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !encodedOnly.includes(name)),
  );
}

function unreadable(what: string): ToolError {
  return new ToolError(
    `The API answered, but its reply ${what}. The request was carried out or refused; nothing more is known.`,
  );
}
