import { request as dispatch, type Dispatcher } from 'undici';
import type { UpstreamRequest, UpstreamResponse } from '../custom.js';
import { parseMediaType, readingOf } from '../reply/media-type.js';
import { ToolError } from '../tool-error.js';
import { readBody } from './body.js';
import type { Dispatchers } from './dispatcher.js';
import {
  acceptedEncodings,
  canDecode,
  decode,
  isDecodingError,
  readEncodings,
} from './encodings.js';
import { connectionFailure, RequestFailure } from './failure.js';
import { withTimeLimit } from './time-limit.js';

export interface SendLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Sends one request once, follows nothing, and reads the response, decoded, to its end or the limit. */
export type Send = (request: UpstreamRequest, signal: AbortSignal) => Promise<UpstreamResponse>;

/**
 * It throws a RequestFailure when there is no whole response in time, a ToolError when one cannot be decoded, and the
 * signal's reason when that is aborted. A stream of events or lines has until then: what has come of it is its body.
 */
export function createSend(dispatchers: Dispatchers, { timeoutMs, maxBytes }: SendLimits): Send {
  return async (request, signal) => {
    const { method } = request;
    const error = () => {
      const what = `The API did not answer within ${timeoutMs} ms`;
      return new RequestFailure({ what, method, sent: true, transient: true });
    };
    return withTimeLimit(signal, { ms: timeoutMs, error }, async (limited, stopClock) => {
      try {
        const response = await dispatch(request.url, {
          dispatcher: dispatchers(new URL(request.url).origin),
          method,
          headers: { ...encodingHeader(request), ...request.headers },
          body: request.body ?? null,
          signal: limited,
          // The signal is the one limit on time.
          headersTimeout: 0,
          bodyTimeout: 0,
        });
        const headers = joined(response.headers);
        const isStream = ['events', 'lines'].includes(
          readingOf(parseMediaType(headers['content-type'])),
        );
        if (isStream) stopClock();
        const isEnd = () => isStream && limited.reason instanceof RequestFailure;
        return await readResponse(request, response, { headers, maxBytes, isEnd });
      } catch (cause) {
        throw cause instanceof ToolError ? cause : connectionFailure(cause, method);
      }
    });
  };
}

/** A part of an encoded whole would decode to nothing. */
function encodingHeader({ headers }: UpstreamRequest): Readonly<Record<string, string>> {
  return { 'accept-encoding': 'range' in headers ? 'identity' : acceptedEncodings };
}

async function readResponse(
  request: UpstreamRequest,
  { statusCode: status, body }: Dispatcher.ResponseData,
  {
    headers,
    ...options
  }: { readonly headers: UpstreamResponse['headers'] } & Parameters<typeof readBody>[1],
): Promise<UpstreamResponse> {
  const hasBody = request.method !== 'HEAD' && status !== 204 && status !== 304;
  const encodings = hasBody ? readEncodings(headers['content-encoding']) : [];
  const encoding = encodings.join(', ');
  if (!canDecode(encodings)) {
    body.on('error', () => undefined).destroy();
    throw unreadable(`is encoded as ${encoding}, which this server cannot decode`);
  }
  try {
    return {
      status,
      headers: encodings.length > 0 ? ofDecoded(headers) : headers,
      ...(await readBody(decode(body, encodings), options)),
    };
  } catch (error) {
    if (isDecodingError(error))
      throw unreadable(`is broken: it is not what its encoding, ${encoding}, makes`);
    throw error;
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

function joined(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
}
