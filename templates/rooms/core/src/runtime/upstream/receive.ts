import type { Dispatcher } from 'undici';
import type { UpstreamResponse } from '../custom.js';
import { parseMediaType, readingOf } from '../reply/media-type.js';
import { createByteBuffer } from './byte-buffer.js';
import { RequestFailure } from './failure.js';
import type { Ending } from './time-limit.js';

export interface ReceiveOptions {
  /** Of the body. What is beyond them is not read, and the connection is closed. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly timeoutError: () => RequestFailure;
  readonly ending: Ending;
}

/**
 * Sends a request and gathers the response as it comes over the wire. A stream of events or lines has until it
 * must end: if that is because the time is over, what has come of it is its body.
 * Rejects with the error of the connection, of the timeout, or with the reason to end.
 *
 * undici's `request` would make a stream of each body, which costs more than all the rest of a request.
 */
export function receive(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { maxBytes, timeoutMs, timeoutError, ending }: ReceiveOptions,
): Promise<UpstreamResponse> {
  return new Promise((resolve, reject) => {
    const body = createByteBuffer(maxBytes);
    let status = 0;
    let headers: UpstreamResponse['headers'] = {};
    let isStream = false;
    let connection: Dispatcher.DispatchController | undefined;
    let ended: Error | undefined;

    const stop = (): void => {
      clearTimeout(clock);
      ending.removeEventListener('abort', cancel);
    };
    const fail = (error: Error): void => {
      stop();
      ended = error;
      connection?.abort(error);
      reject(error);
    };
    const finish = (): void => {
      stop();
      resolve({ status, headers, body: body.bytes() });
    };
    const cut = (reason: Error): void => {
      resolve({ status, headers, body: body.bytes(), truncated: true });
      fail(reason);
    };
    const cancel = (): void => {
      const reason = ending.reason as Error;
      const isOver = isStream && body.size() > 0 && reason instanceof RequestFailure;
      (isOver ? cut : fail)(reason);
    };
    const clock = setTimeout(() => {
      fail(timeoutError());
    }, timeoutMs);
    ending.addEventListener('abort', cancel);
    if (ending.aborted) cancel();
    else {
      dispatcher.dispatch(request, {
        onRequestStart: (controller) => {
          connection = controller;
          if (ended !== undefined) controller.abort(ended);
        },
        onResponseStart: (_, code, fields) => {
          // RFC 9110, section 15.2: what is informational is followed by the response.
          if (code < 200) return;
          status = code;
          headers = joined(fields);
          isStream = isEndless(headers['content-type']);
          if (isStream) clearTimeout(clock);
        },
        onResponseData: (_, chunk) => {
          if (!body.add(chunk)) cut(new Error(`The body is longer than ${maxBytes} bytes`));
        },
        onResponseEnd: finish,
        onResponseError: (_, error) => {
          fail(error);
        },
      });
    }
  });
}

function isEndless(contentType: string | undefined): boolean {
  const reading = readingOf(parseMediaType(contentType));
  return reading === 'events' || reading === 'lines';
}

/** RFC 9110, section 5.3. */
function joined(
  fields: Readonly<Record<string, string | string[] | undefined>>,
): UpstreamResponse['headers'] {
  const headers: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(fields)) {
    headers[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return headers;
}
